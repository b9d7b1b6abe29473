/// Frames around panes and overlays: the focused one is heavier, not only of another colour.
import Terminal

/// The characters of a frame.
struct FrameGlyphs: Sendable, Equatable {
  let horizontal: Unicode.Scalar
  let vertical: Unicode.Scalar
  let topLeft: Unicode.Scalar
  let topRight: Unicode.Scalar
  let bottomLeft: Unicode.Scalar
  let bottomRight: Unicode.Scalar

  private init(_ horizontal: Unicode.Scalar, _ vertical: Unicode.Scalar, _ corners: [Unicode.Scalar]) {
    self.horizontal = horizontal
    self.vertical = vertical
    (topLeft, topRight, bottomLeft, bottomRight) = (corners[0], corners[1], corners[2], corners[3])
  }

  static func of(_ glyphs: GlyphSet, isFocused: Bool) -> FrameGlyphs {
    switch (glyphs, isFocused) {
    case (.braille, false): FrameGlyphs("─", "│", ["╭", "╮", "╰", "╯"])
    case (.braille, true): FrameGlyphs("━", "┃", ["┏", "┓", "┗", "┛"])
    // What a console font of 256 characters has.
    case (.blocks, false): FrameGlyphs("─", "│", ["┌", "┐", "└", "┘"])
    case (.blocks, true): FrameGlyphs("═", "║", ["╔", "╗", "╚", "╝"])
    case (.ascii, false): FrameGlyphs("-", "|", ["+", "+", "+", "+"])
    case (.ascii, true): FrameGlyphs("=", "|", ["#", "#", "#", "#"])
    }
  }
}

enum Frame {
  /// The lines of a frame, without title.
  static func draw(_ rect: Rect, isFocused: Bool, on canvas: inout Canvas, theme: Theme) {
    guard rect.width >= 2, rect.height >= 2 else { return }
    let glyphs = FrameGlyphs.of(theme.glyphs, isFocused: isFocused)
    let style = theme[isFocused ? .focusedBorder : .border]
    let right = rect.x + rect.width - 1
    let bottom = rect.y + rect.height - 1
    canvas.line(glyphs.horizontal, x: rect.x, y: rect.y, width: rect.width, style)
    canvas.line(glyphs.horizontal, x: rect.x, y: bottom, width: rect.width, style)
    for y in rect.y..<(bottom + 1) {
      canvas[rect.x, y] = Cell(glyphs.vertical, style: style)
      canvas[right, y] = Cell(glyphs.vertical, style: style)
    }
    canvas[rect.x, rect.y] = Cell(glyphs.topLeft, style: style)
    canvas[right, rect.y] = Cell(glyphs.topRight, style: style)
    canvas[rect.x, bottom] = Cell(glyphs.bottomLeft, style: style)
    canvas[right, bottom] = Cell(glyphs.bottomRight, style: style)
  }

  /// Titles at the left of the top line, the one in front emphasised, and the first of `details` that fits at its right.
  static func title(
    _ titles: [String], front: Int, details: [String], isFocused: Bool, of rect: Rect, on canvas: inout Canvas,
    theme: Theme
  ) {
    let border = theme[isFocused ? .focusedBorder : .border]
    let room = rect.width - 4
    var used = 0
    for (index, title) in titles.enumerated() {
      let style = index == front ? theme[.heading] : theme[.faint]
      let spans = [(index == 0 ? " " : "· ", border), (title, style), (" ", border)]
      let columns = spans.reduce(0) { $0 + CharacterWidth.columns(of: $1.0) }
      if used + columns > room { break }
      used += canvas.write(spans, x: rect.x + 2 + used, y: rect.y, width: room - used, theme)
    }
    let fitting = details.first { used + CharacterWidth.columns(of: $0) + 3 <= room }
    guard let fitting, !fitting.isEmpty else { return }
    canvas.writeRight(" \(fitting) ", end: rect.x + rect.width - 2, y: rect.y, width: room - used, theme[.text], theme)
  }
}
