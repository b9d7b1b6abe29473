/// Axes of values, with their numbers: upright at the left of a picture, and lying below it.
import Basics
import Charts
import Terminal
import Workbench

extension Canvas {
  /// A line just left of `area` with a number at every tick.
  /// - Parameter gutter: columns for numbers and line together.
  mutating func standingAxis(_ axis: Axis, gutter: Int, of area: Rect, _ theme: Theme) {
    let box = BoxGlyphs(theme.glyphs)
    let scale = Scale(axis.range, places: area.height)
    fill(Rect(x: area.x - 1, y: area.y, width: 1, height: area.height), Cell(box.vertical, style: theme[.border]))
    for value in axis.ticks {
      let y = area.y + scale.row(value)
      self[area.x - 1, y] = Cell(box.fromRight, style: theme[.border])
      let label = abs(value) >= 1e6 ? NumberText.significant(value, digits: 3) : Digits.fixed(value, axis.decimals)
      writeRight(label, end: area.x - 1, y: y, width: gutter - 1, theme[.faint], theme)
    }
  }

  /// Numbers in the row just below `area`, the unit behind the last.
  mutating func lyingAxis(_ axis: Axis, unit: String, of area: Rect, _ theme: Theme) {
    let scale = Scale(axis.range, places: area.width)
    lyingLabels(axis.ticks.map { (Digits.fixed($0, axis.decimals), scale.place($0)) }, unit: unit, of: area, theme)
  }

  /// Texts in the row just below `area`, as near to their places as they fit.
  mutating func lyingLabels(_ labels: [(text: String, place: Int)], unit: String, of area: Rect, _ theme: Theme) {
    var free = area.x
    for (index, label) in labels.enumerated() {
      let text = index == labels.count - 1 && !unit.isEmpty ? "\(label.text) \(unit)" : label.text
      let columns = CharacterWidth.columns(of: text)
      let middle = area.x + label.place - label.text.utf8.count / 2
      let start = max(free, min(middle, area.x + area.width - columns))
      if start + columns > area.x + area.width { break }
      write(text, x: start, y: area.y + area.height, width: columns, theme[.faint], theme)
      free = start + columns + 1
    }
  }
}
