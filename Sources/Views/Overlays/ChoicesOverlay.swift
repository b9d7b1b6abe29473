/// What can follow a key that begins several, at the bottom of the screen.
import Terminal
import Workbench

enum ChoicesOverlay {
  static func draw(_ state: WorkbenchState, after id: CommandID, on canvas: inout Canvas, theme: Theme) {
    let commands = state.choices(after: id)
    let height = min(commands.count + 2, canvas.size.rows - 2)
    let width = min(canvas.size.columns, 72)
    let rect = Rect(x: 0, y: canvas.size.rows - 1 - height, width: width, height: height)
    canvas.fill(rect)
    Frame.draw(rect, isFocused: true, on: &canvas, theme: theme)
    let command = CommandCatalogue.command(id)
    Frame.title(
      ["\(command?.keysText ?? "") \(command?.title ?? "")"], front: 0, details: ["Esc leaves"], isFocused: true,
      of: rect, on: &canvas, theme: theme)
    for (row, command) in commands.prefix(height - 2).enumerated() {
      let y = rect.y + 1 + row
      let reason = command.disabledReason(state)
      let role: Role = reason == nil ? .text : .faint
      canvas.write(Command.label(command.keys), x: 2, y: y, width: 3, theme[reason == nil ? .keyHint : .faint], theme)
      canvas.write(reason ?? command.help, x: 6, y: y, width: width - 8, theme[role], theme)
    }
    canvas.cursor = Point(x: 2, y: rect.y + 1)
  }
}

extension Command {
  fileprivate static func label(_ keys: [Key]) -> String { keys.map(\.label).joined(separator: " ") }
}
