/// A line of text in place of a picture.
import Terminal

package struct PlainLine: Equatable, Sendable {
  package let text: String
  /// What the cursor stands on.
  package let isSelected: Bool

  package init(_ text: String, isSelected: Bool = false) {
    self.text = text
    self.isSelected = isSelected
  }

  /// One below the other, as many as there is room for around the selected one.
  static func draw(_ lines: [PlainLine], in area: Rect, on canvas: inout Canvas, theme: Theme) {
    let wrapped = lines.flatMap { line in
      PlainText.wrap(line.text, width: area.width - 2).enumerated().map {
        PlainLine($1, isSelected: line.isSelected && $0 == 0)
      }
    }
    let selected = wrapped.firstIndex(where: \.isSelected)
    let first = max(0, min((selected ?? 0) - area.height / 2, wrapped.count - area.height))
    for (row, line) in wrapped.dropFirst(first).prefix(max(0, area.height)).enumerated() {
      let style = theme[line.isSelected ? .heading : .text]
      if line.isSelected {
        canvas[area.x, area.y + row] = Mark.selected.cell(theme, style)
        canvas.cursor = Point(x: area.x, y: area.y + row)
      }
      canvas.write(line.text, x: area.x + 2, y: area.y + row, width: area.width - 2, style, theme)
    }
  }
}
