/// The bottom line: a message, and the keys that can be pressed here as far as there is room.
import Terminal
import Workbench

enum Footer {
  static func draw(
    _ state: WorkbenchState, hints: [Command], in area: Rect, on canvas: inout Canvas, theme: Theme
  ) {
    var x = area.x + 1
    if let count = state.count {
      x += 1 + canvas.write("\(count)", x: x, y: area.y, width: area.width - x, theme[.accent], theme)
    }
    if let message = state.message {
      x += 3 + draw(message, x: x, y: area.y, width: area.width - x - 1, on: &canvas, theme: theme)
    }
    drawHints(hints, focus: state.focus, from: x, in: area, on: &canvas, theme: theme)
  }

  /// Returns the columns used.
  @discardableResult
  static func draw(_ message: Message, x: Int, y: Int, width: Int, on canvas: inout Canvas, theme: Theme) -> Int {
    let isError = message.kind == .error
    // The word as well as the colour.
    let spans = [(isError ? "error: " : "", theme[.error]), (message.text, theme[isError ? .error : .text])]
    return canvas.write(spans, x: x, y: y, width: width, theme)
  }

  /// As many as fit as a whole; one that does not gives way to a shorter one after it.
  private static func drawHints(
    _ hints: [Command], focus: PaneID, from start: Int, in area: Rect, on canvas: inout Canvas, theme: Theme
  ) {
    var x = start
    for command in hints {
      guard let key = command.keys(in: focus).first else { continue }
      let spans = [
        (x > start ? " · " : "", theme[.faint]), (key.label, theme[.keyHint]), (" ", .plain),
        (command.title, theme[.text]),
      ]
      let columns = spans.reduce(0) { $0 + CharacterWidth.columns(of: $1.0) }
      if x + columns > area.x + area.width - 1 { continue }
      x += canvas.write(spans, x: x, y: area.y, width: columns, theme)
    }
  }
}
