/// Seeded random canvases, for properties that must hold for every drawing.
import Terminal

/// SplitMix64: the same numbers on every machine.
struct Generator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

  /// Draws as a careless pane would: anything anywhere, wide characters, texts over texts, clips that cut.
  mutating func scribble(on canvas: inout Canvas, strokes: Int) {
    for _ in 0..<strokes {
      canvas.clip = below(3) == 0 ? rect(in: canvas.size) : canvas.bounds
      let (x, y) = (below(canvas.size.columns + 6) - 3, below(canvas.size.rows + 4) - 2)
      switch below(4) {
      case 0: canvas[x, y] = Cell("x", style: style())
      case 1: canvas.fill(rect(in: canvas.size), Cell("·", style: style()))
      case 2: canvas.text("日本 a\u{301}é🙂", x: x, y: y, style: style())
      default: canvas.text("漢ab字", x: x, y: y, width: below(7), style: style())
      }
    }
    canvas.clip = canvas.bounds
  }

  private mutating func rect(in size: Size) -> Rect {
    Rect(x: below(size.columns + 2) - 1, y: below(size.rows + 2) - 1, width: below(9), height: below(5))
  }

  private mutating func style() -> Style {
    Style(foreground: Color(hex: UInt32(below(3)) * 0x404040), attributes: below(2) == 0 ? [] : .bold)
  }
}

/// Both halves of every wide character are there, and no half is alone.
func wideCharactersAreWhole(_ canvas: Canvas) -> Bool {
  for y in 0..<canvas.size.rows {
    for x in 0..<canvas.size.columns {
      let cell = canvas[x, y]
      let isWide = Unicode.Scalar(cell.scalar).map { CharacterWidth.columns(of: $0) == 2 } ?? false
      let isFollowed = x + 1 < canvas.size.columns && canvas[x + 1, y].isContinuation
      if cell.isContinuation ? x == 0 || isFollowed : isWide != isFollowed { return false }
    }
  }
  return true
}
