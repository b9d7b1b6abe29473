/// A question at the bottom of the screen, with the keys that answer it.
import Terminal
import Workbench

enum QuestionOverlay {
  static func draw(_ text: String, on canvas: inout Canvas, theme: Theme) {
    let lines = MessageLines(advice: text, width: canvas.size.columns - 2, theme)
    let rect = Rect(x: 0, y: canvas.size.rows - lines.count - 2, width: canvas.size.columns, height: lines.count + 2)
    canvas.fill(rect)
    Frame.draw(rect, isFocused: true, on: &canvas, theme: theme)
    lines.draw(x: 1, above: canvas.size.rows - 1, on: &canvas, theme: theme)
    canvas.cursor = Point(x: 1, y: rect.y + 1)
  }
}
