/// The `:` line at the bottom with the commands that it may become above it.
import Terminal
import Workbench

enum PromptLine {
  static func draw(
    _ field: TextField, selected: Int?, commands: [Command], _ state: WorkbenchState, on canvas: inout Canvas,
    theme: Theme
  ) {
    let y = canvas.size.rows - 1
    canvas.fill(Rect(x: 0, y: y, width: canvas.size.columns, height: 1))
    canvas.write(":", x: 0, y: y, width: 1, theme[.keyHint], theme)
    let box = Rect(x: 1, y: y, width: canvas.size.columns - 1, height: 1)
    FieldView.draw(field, in: box, theme[.text], on: &canvas, theme: theme, hasCursor: true)
    let found = completions(of: field.text, commands)
    drawList(found, selected: selected, state, above: y, on: &canvas, theme: theme)
  }

  /// Commands whose name begins with what was typed; once a space follows, the one command of that name.
  static func completions(of text: String, _ commands: [Command]) -> [Command] {
    guard let space = text.firstIndex(of: " ") else { return commands.filter { $0.id.name.hasPrefix(text) } }
    return commands.filter { $0.id.name == text[..<space] }
  }

  private static func drawList(
    _ commands: [Command], selected: Int?, _ state: WorkbenchState, above y: Int, on canvas: inout Canvas, theme: Theme
  ) {
    let rows = min(commands.count, 8, y - 3)
    guard rows > 0 else { return }
    let first = OverlayFrame.first((selected ?? 0) - rows / 2, lines: commands.count, rows: rows)
    let width = min(canvas.size.columns, 100)
    let rect = Rect(x: 0, y: y - rows - 2, width: width, height: rows + 2)
    canvas.fill(rect)
    Frame.draw(rect, isFocused: false, on: &canvas, theme: theme)
    Frame.title(
      ["Commands"], front: 0, details: [OverlayFrame.range(first: first, lines: commands.count, rows: rows)],
      isFocused: false, of: rect, on: &canvas, theme: theme)
    let nameWidth = min(24, commands.map { name($0).utf8.count }.max() ?? 0)
    for (offset, command) in commands.dropFirst(first).prefix(rows).enumerated() {
      draw(
        command, state, isSelected: first + offset == selected, nameWidth: nameWidth,
        in: Rect(x: rect.x + 1, y: rect.y + 1 + offset, width: width - 2, height: 1), on: &canvas, theme: theme)
    }
  }

  private static func name(_ command: Command) -> String {
    command.id.name + (command.argument.isEmpty ? "" : " " + command.argument)
  }

  /// Name, key, and what it does or why it cannot be done now.
  private static func draw(
    _ command: Command, _ state: WorkbenchState, isSelected: Bool, nameWidth: Int, in area: Rect,
    on canvas: inout Canvas, theme: Theme
  ) {
    let style = isSelected ? theme[.selection] : theme[.text]
    canvas.fill(area, Cell(" ", style: style))
    if isSelected { canvas[area.x, area.y] = Cell(theme.glyphs == .ascii ? ">" : "▸", style: style) }
    canvas.write(name(command), x: area.x + 2, y: area.y, width: nameWidth, style, theme)
    let key = command.keys.first?.label ?? ""
    let keyX = area.x + nameWidth + 3
    canvas.write(key, x: keyX, y: area.y, width: 8, isSelected ? style : theme[.keyHint], theme)
    let reason = command.disabledReason(state)
    canvas.write(
      reason ?? command.help, x: keyX + 9, y: area.y, width: area.width - nameWidth - 13,
      isSelected ? style : theme[reason == nil ? .text : .faint], theme)
  }
}
