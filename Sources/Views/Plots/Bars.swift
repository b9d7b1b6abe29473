/// Bars in eighths of a cell, as several panes draw them.
import Charts
import Terminal

extension Canvas {
  /// A bar over the whole width of an area, from its bottom up to a fraction (0…1) of its height.
  mutating func standingBar(_ fraction: Double, in area: Rect, _ style: Style, _ theme: Theme) {
    for row in 0..<area.height {
      let scalar = BarGlyphs.standing(row, of: area.height, fraction: fraction, theme.glyphs)
      if scalar == " " { break }
      line(scalar, x: area.x, y: area.y + area.height - 1 - row, width: area.width, style)
    }
  }

  /// A bar in one row, from the left to a fraction (0…1) of so many cells.
  mutating func lyingBar(_ fraction: Double, x: Int, y: Int, width: Int, _ style: Style, _ theme: Theme) {
    for cell in 0..<width {
      let scalar = BarGlyphs.lying(cell, of: width, fraction: fraction, theme.glyphs)
      if scalar == " " { break }
      self[x + cell, y] = Cell(scalar, style: style)
    }
  }
}
