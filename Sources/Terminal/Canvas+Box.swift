/// Frames around panes.
extension Canvas {
  /// Draws the border of a rectangle, if it is at least 2 × 2; its inside stays as it is.
  package mutating func box(_ rect: Rect, glyphs: BoxGlyphs, style: Style = .plain) {
    guard rect.width >= 2, rect.height >= 2 else { return }
    let right = rect.x + rect.width - 1
    let bottom = rect.y + rect.height - 1
    for x in (rect.x + 1)..<max(rect.x + 1, right) {
      self[x, rect.y] = Cell(glyphs.horizontal, style: style)
      self[x, bottom] = Cell(glyphs.horizontal, style: style)
    }
    for y in (rect.y + 1)..<max(rect.y + 1, bottom) {
      self[rect.x, y] = Cell(glyphs.vertical, style: style)
      self[right, y] = Cell(glyphs.vertical, style: style)
    }
    self[rect.x, rect.y] = Cell(glyphs.topLeft, style: style)
    self[right, rect.y] = Cell(glyphs.topRight, style: style)
    self[rect.x, bottom] = Cell(glyphs.bottomLeft, style: style)
    self[right, bottom] = Cell(glyphs.bottomRight, style: style)
  }
}
