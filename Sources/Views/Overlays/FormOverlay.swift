/// A form over the panes: its rows at the left, what can be chosen or typed at the right, below what it will do.
import Terminal
import Workbench

enum FormOverlay {
  static func draw(_ form: Form, _ state: WorkbenchState, on canvas: inout Canvas, theme: Theme) {
    let rows = state.formRows(of: form)
    guard let row = state.formRow(of: form) else { return }
    let width = min(100, canvas.size.columns - 8)
    let foot = foot(form, state, width: width, theme)
    let height = max(rows.count, min(row.choices.count + 3, canvas.size.rows - foot.count - 6))
    let inside = OverlayFrame.draw(
      form.command.name, details: ["Enter does it, Esc leaves, ↑ ↓ rows, ← → choices", "Enter, Esc, ↑ ↓ ← →"],
      size: Size(columns: width, rows: height + 1 + foot.count), on: &canvas, theme: theme)
    let left = min(36, inside.width * 9 / 20)
    let list = inside.height - foot.count - 1
    drawRows(
      rows, form, in: Rect(x: inside.x, y: inside.y, width: left, height: list), on: &canvas, theme: theme)
    drawChoices(
      row, in: Rect(x: inside.x + left + 2, y: inside.y, width: inside.width - left - 2, height: list), on: &canvas,
      theme: theme)
    for (offset, line) in foot.enumerated() {
      canvas.write(
        line.text, x: inside.x, y: inside.y + inside.height - foot.count + offset, width: inside.width,
        theme[line.role], theme)
    }
  }

  /// What is wrong or will be done, and the line that says the same.
  private static func foot(
    _ form: Form, _ state: WorkbenchState, width: Int, _ theme: Theme
  ) -> [(text: String, role: Role)] {
    let isWrong = state.message?.kind == .error
    let words = (isWrong ? "error: " + (state.message?.text ?? "") : state.formPreview(of: form))
    func lines(_ text: String, _ role: Role) -> [(text: String, role: Role)] {
      PlainText.wrap(PlainText.shown(text, theme.glyphs), width: width).prefix(3).map { ($0, role) }
    }
    return lines(words, isWrong ? .error : .text) + lines(state.formLine(of: form), .faint)
  }

  private static func drawRows(_ rows: [FormRow], _ form: Form, in area: Rect, on canvas: inout Canvas, theme: Theme) {
    let selected = min(form.row, rows.count - 1)
    let nameWidth = (rows.map { CharacterWidth.columns(of: $0.name) }.max() ?? 0) + 2
    let first = OverlayFrame.first(selected - area.height / 2, lines: rows.count, rows: area.height)
    for (offset, row) in rows.dropFirst(first).prefix(max(0, area.height)).enumerated() {
      let isSelected = first + offset == selected
      let y = area.y + offset
      let style = isSelected ? theme[.selection] : theme[.text]
      canvas.line(" ", x: area.x, y: y, width: area.width, style)
      if isSelected { canvas[area.x, y] = Mark.selected.cell(theme, style) }
      canvas.write(row.name, x: area.x + 2, y: y, width: nameWidth, isSelected ? style : theme[.heading], theme)
      let box = Rect(x: area.x + 2 + nameWidth, y: y, width: area.width - nameWidth - 2, height: 1)
      if isSelected, row.choices.isEmpty {
        let field = form.given[row.name] ?? TextField(text: row.value)
        FieldView.draw(field, in: box, style.with(.underline), on: &canvas, theme: theme, hasCursor: true)
      } else {
        canvas.write(row.value, x: box.x, y: y, width: box.width, style, theme)
        if isSelected { canvas.cursor = Point(x: area.x, y: y) }
      }
    }
  }

  /// All choices, one a line, and below them what the chosen one is; or what belongs into a row that is typed.
  private static func drawChoices(_ row: FormRow, in area: Rect, on canvas: inout Canvas, theme: Theme) {
    let chosen = row.choices.element(row.chosen ?? 0)
    let help = PlainText.wrap(chosen?.help ?? row.help, width: area.width)
    let helpRows = min(help.count, max(1, area.height / 3))
    let listRows = max(0, min(row.choices.count, area.height - helpRows - (row.choices.isEmpty ? 0 : 1)))
    let first = OverlayFrame.first((row.chosen ?? 0) - listRows / 2, lines: row.choices.count, rows: listRows)
    let wordWidth = (row.choices.map { CharacterWidth.columns(of: $0.word) }.max() ?? 0) + 2
    for (offset, choice) in row.choices.dropFirst(first).prefix(listRows).enumerated() {
      let y = area.y + offset
      let isChosen = first + offset == row.chosen
      let style = isChosen ? theme[.selection] : theme[.text]
      canvas.line(" ", x: area.x, y: y, width: area.width, style)
      if isChosen { canvas[area.x, y] = Mark.selected.cell(theme, style) }
      let used = 2 + canvas.write(choice.word, x: area.x + 2, y: y, width: min(wordWidth, area.width - 2), style, theme)
      let noteX = max(used + 1, 2 + wordWidth)
      canvas.write(
        choice.note, x: area.x + noteX, y: y, width: area.width - noteX, isChosen ? style : theme[.faint], theme)
    }
    let helpY = area.y + listRows + (row.choices.isEmpty ? 0 : 1)
    for (offset, line) in help.prefix(helpRows).enumerated() {
      canvas.write(line, x: area.x, y: helpY + offset, width: area.width, theme[.text], theme)
    }
  }
}
