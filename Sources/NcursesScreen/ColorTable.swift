/// The colour pairs of ncurses, made when they are first needed.
import CNcurses
import Terminal

/// A pair is two colours as the terminal numbers them. ncurses has room for a bounded number of them, and to change
/// one that is on the screen costs a walk over all cells; so pairs are only added, and all are dropped when no room
/// is left.
struct ColorTable {
  let depth: ColorDepth
  /// Pairs that may be in use at once, the terminal's own colours included.
  let capacity: Int
  /// By the terminal's two numbers.
  private var pairs: [UInt64: Int32] = [:]
  /// By the two colours that were asked for: many of them may come down to one pair.
  private var known: [UInt64: Int32] = [:]
  private static let mostKnown = 1 << 16
  /// One run of cells after the other mostly has the style of the one before.
  private var latest: (key: UInt64, pair: Int32) = (0, 0)

  init(depth: ColorDepth, capacity: Int) {
    self.depth = depth
    self.capacity = capacity
  }

  /// The pair for a style's colours; nil when the table is full.
  mutating func pair(for style: Style) -> Int32? {
    let key = UInt64(style.foreground.packed) << 32 | UInt64(style.background.packed)
    if key == latest.key { return latest.pair }
    if let pair = known[key] {
      latest = (key, pair)
      return pair
    }
    guard let pair = pair(of: Self.numbers(style, depth)) else { return nil }
    if known.count >= Self.mostKnown { known.removeAll(keepingCapacity: true) }
    known[key] = pair
    latest = (key, pair)
    return pair
  }

  /// Forgets every pair. What is on the screen must be drawn again.
  mutating func removeAll() {
    pairs.removeAll(keepingCapacity: true)
    known.removeAll(keepingCapacity: true)
    latest = (0, 0)
    reset_color_pairs()
  }

  private mutating func pair(of numbers: (foreground: Int, background: Int)) -> Int32? {
    let (foreground, background) = (Int32(numbers.foreground), Int32(numbers.background))
    if foreground < 0 && background < 0 { return 0 }
    let key = UInt64(UInt32(bitPattern: foreground)) << 32 | UInt64(UInt32(bitPattern: background))
    if let pair = pairs[key] { return pair }
    let new = Int32(pairs.count + 1)
    guard Int(new) < capacity, init_extended_pair(new, foreground, background) == OK else { return nil }
    pairs[key] = new
    return new
  }

  /// Two colours far apart that come down to the same one would hide text: it gets black or white instead. Colours that
  /// lie close together may become one: in a picture made of half blocks anything else would be a false spot.
  static func numbers(_ style: Style, _ depth: ColorDepth) -> (foreground: Int, background: Int) {
    let background = Palette.index(of: style.background, depth: depth)
    let foreground = Palette.index(of: style.foreground, depth: depth)
    guard foreground == background, foreground >= 0, areFarApart(style.foreground, style.background) else {
      return (foreground, background)
    }
    let isLight = Int(style.background.red) * 2 + Int(style.background.green) * 5 + Int(style.background.blue) > 1020
    let contrast = Palette.index(of: Color(hex: isLight ? 0x000000 : 0xFFFFFF), depth: depth)
    return (contrast, background)
  }

  /// By the sum of the differences of their channels.
  private static func areFarApart(_ a: Color, _ b: Color) -> Bool {
    let differences = [(a.red, b.red), (a.green, b.green), (a.blue, b.blue)].map { abs(Int($0) - Int($1)) }
    return differences.reduce(0, +) > 160
  }
}
