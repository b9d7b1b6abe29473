/// The rows of the inspector: a list with a cursor, a slider where there is room, and the field that is being typed.
import Charts
import Terminal
import Workbench

enum InspectorList {
  /// Columns of the names: `tau_refrac` and a space.
  static let nameWidth = 11
  private static let sliderWidth = 9
  /// Rounding does not put a value beyond the end.
  private static let tolerance = 1e-6

  /// Parameters, a line for the heading of the state, state variables.
  static func height(_ model: InspectorPane.Model) -> Int {
    model.rows.count + (hasHeading(model) ? 1 : 0)
  }

  private static func hasHeading(_ model: InspectorPane.Model) -> Bool {
    model.parameterCount > 0 && model.parameterCount < model.rows.count
  }

  static func draw(_ model: InspectorPane.Model, in area: Rect, on canvas: inout Canvas, theme: Theme) {
    guard area.height > 0 else { return }
    let lines = Lines(model, height: area.height)
    for line in lines.shown {
      let y = area.y + line - lines.shown.lowerBound
      if let row = lines.row(at: line) {
        draw(row, of: model, x: area.x, y: y, width: area.width, on: &canvas, theme: theme)
      } else {
        drawHeading(x: area.x, y: y, width: area.width, on: &canvas, theme: theme)
      }
    }
    drawMore(
      above: lines.shown.lowerBound > 0, below: lines.shown.upperBound < lines.count, in: area, on: &canvas,
      theme: theme)
  }

  /// The lines of the list, one of which may be the heading of the state.
  struct Lines {
    let count: Int
    /// Those in view, the selected row's among them.
    let shown: Range<Int>
    private let heading: Int?

    init(_ model: InspectorPane.Model, height: Int) {
      // The heading is given up before any row is.
      let heading = hasHeading(model) && InspectorList.height(model) <= height ? model.parameterCount : nil
      self.heading = heading
      count = model.rows.count + (heading == nil ? 0 : 1)
      let selected = heading.map { model.selectedRow >= $0 ? model.selectedRow + 1 : model.selectedRow }
      let first = max(0, min(count - height, (selected ?? model.selectedRow) - height / 2))
      shown = first..<max(first, min(count, first + height))
    }

    /// The row of the model; nil for the heading.
    func row(at line: Int) -> Int? {
      guard let heading, line >= heading else { return line }
      return line == heading ? nil : line - 1
    }
  }

  /// The columns of the sliders; nil where the list is too narrow for them.
  static func sliderColumns(in area: Rect) -> Range<Int>? {
    guard area.width >= nameWidth + 12 + sliderWidth else { return nil }
    let end = area.x + area.width - 1
    return (end - sliderWidth)..<end
  }

  private static func drawHeading(x: Int, y: Int, width: Int, on canvas: inout Canvas, theme: Theme) {
    canvas.line(BoxGlyphs(theme.glyphs).horizontal, x: x, y: y, width: width, theme[.border])
    canvas.write(" state ", x: x + 2, y: y, width: width, theme[.faint], theme)
  }

  /// Arrows at the right edge where rows are hidden.
  private static func drawMore(above: Bool, below: Bool, in area: Rect, on canvas: inout Canvas, theme: Theme) {
    let x = area.x + area.width - 1
    if above { canvas[x, area.y] = Mark.above.cell(theme, theme[.faint]) }
    if below { canvas[x, area.y + area.height - 1] = Mark.further.cell(theme, theme[.faint]) }
  }

  private static func draw(
    _ index: Int, of model: InspectorPane.Model, x: Int, y: Int, width: Int, on canvas: inout Canvas, theme: Theme
  ) {
    let row = model.rows[index]
    let isSelected = index == model.selectedRow
    let style = isSelected ? theme[model.isFocused ? .selection : .heading] : theme[.text]
    if isSelected {
      if model.isFocused { canvas.line(" ", x: x, y: y, width: width, style) }
      canvas[x, y] = Mark.selected.cell(theme, style)
    }
    canvas.write(row.name, x: x + 1, y: y, width: nameWidth, style, theme)
    let valueX = x + 1 + nameWidth
    if isSelected, let field = model.field {
      let box = Rect(x: valueX, y: y, width: width - nameWidth - 2, height: 1)
      return FieldView.draw(
        field, in: box, theme[.text].with(.underline), on: &canvas, theme: theme, hasCursor: model.isFocused)
    }
    let columns = theme.isPlain ? nil : sliderColumns(in: Rect(x: x, y: y, width: width, height: 1))
    let arrows = isSelected && model.isFocused && columns == nil && index < model.parameterCount
    let text = arrows ? arrowed(row.value, theme) : row.value
    canvas.write(text, x: valueX, y: y, width: width - nameWidth - 2, style, theme)
    if isSelected, model.isFocused { canvas.cursor = Point(x: valueX, y: y) }
    if let columns, let slider = row.slider {
      drawSlider(slider, x: columns.lowerBound, y: y, isSelected ? style : theme[.faint], on: &canvas, theme: theme)
    }
  }

  private static func arrowed(_ value: String, _ theme: Theme) -> String {
    "\(Mark.below.scalar(theme.glyphs)) \(value) \(Mark.selected.scalar(theme.glyphs))"
  }

  /// A track with a tick at the default, and a knob; an arrow at the end for a value that lies beyond it.
  private static func drawSlider(
    _ slider: SliderPosition, x: Int, y: Int, _ style: Style, on canvas: inout Canvas, theme: Theme
  ) {
    canvas.line(BoxGlyphs(theme.glyphs).horizontal, x: x, y: y, width: sliderWidth, style)
    let scale = Scale(0...1, places: sliderWidth)
    canvas[x + scale.place(slider.standard), y] = Mark.standard.cell(theme, style)
    let knob: Mark = slider.value < -tolerance ? .below : slider.value > 1 + tolerance ? .beyond : .knob
    canvas[x + scale.place(slider.value), y] = knob.cell(theme, style)
  }
}

/// A line of text that is being typed.
enum FieldView {
  /// Keeps the cursor in view: a long text moves to the left.
  static func draw(
    _ field: TextField, in area: Rect, _ style: Style, on canvas: inout Canvas, theme: Theme, hasCursor: Bool
  ) {
    guard area.width > 0 else { return }
    canvas.line(" ", x: area.x, y: area.y, width: area.width, style)
    let text = theme.glyphs == .ascii ? PlainText.asciiInPlace(field.text) : field.text
    let before = String(text.prefix(max(0, field.cursor)))
    var shown = text[...]
    var cursor = CharacterWidth.columns(of: before)
    while cursor >= area.width, let dropped = shown.popFirst() {
      cursor -= CharacterWidth.columns(of: String(dropped))
    }
    canvas.text(String(shown), x: area.x, y: area.y, width: area.width, style: style)
    if hasCursor { canvas.cursor = Point(x: area.x + max(0, cursor), y: area.y) }
  }
}
