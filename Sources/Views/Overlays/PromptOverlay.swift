/// The `:` line at the bottom, and above it what is wrong with it or belongs behind it, and what it may become.
import Terminal
import Workbench

enum PromptOverlay {
  static func draw(
    _ field: TextField, selected: Int?, _ state: WorkbenchState, on canvas: inout Canvas, theme: Theme
  ) {
    let y = canvas.size.rows - 1
    canvas.fill(Rect(x: 0, y: y, width: canvas.size.columns, height: 1))
    canvas.write(":", x: 0, y: y, width: 1, theme[.keyHint], theme)
    let box = Rect(x: 1, y: y, width: canvas.size.columns - 1, height: 1)
    FieldView.draw(field, in: box, theme[.text], on: &canvas, theme: theme, hasCursor: true)
    let words = words(state, width: canvas.size.columns - 2, theme)
    words?.draw(x: 1, above: y, isCleared: true, on: &canvas, theme: theme)
    drawList(state.completions, selected: selected, above: y - (words?.count ?? 0), on: &canvas, theme: theme)
  }

  private static func words(_ state: WorkbenchState, width: Int, _ theme: Theme) -> MessageLines? {
    state.message.map { MessageLines($0, width: width, theme) }
      ?? state.promptAdvice.map { MessageLines(advice: $0, width: width, theme) }
  }

  static func target(at point: Point, _ state: WorkbenchState, selected: Int?, _ theme: Theme) -> MouseTarget {
    let top = state.size.rows - 1 - (words(state, width: state.size.columns - 2, theme)?.count ?? 0)
    let count = state.completions.count
    let rows = rows(count, above: top)
    let row = point.y - (top - rows - 1)
    guard row >= 0, row < rows, point.x < min(state.size.columns, 100) else { return .nothing }
    return .line(OverlayFrame.first((selected ?? 0) - rows / 2, lines: count, rows: rows) + row)
  }

  /// Completions that are shown.
  private static func rows(_ completions: Int, above y: Int) -> Int { min(completions, 8, y - 3) }

  private static func drawList(
    _ completions: [Completion], selected: Int?, above y: Int, on canvas: inout Canvas, theme: Theme
  ) {
    let rows = rows(completions.count, above: y)
    guard rows > 0 else { return }
    let first = OverlayFrame.first((selected ?? 0) - rows / 2, lines: completions.count, rows: rows)
    let width = min(canvas.size.columns, 100)
    let rect = Rect(x: 0, y: y - rows - 2, width: width, height: rows + 2)
    canvas.fill(rect)
    Frame.draw(rect, isFocused: false, on: &canvas, theme: theme)
    Frame.title(
      ["Completions"], front: 0,
      details: OverlayFrame.details(first: first, lines: completions.count, rows: rows, hint: "Tab chooses"),
      isFocused: false, of: rect, on: &canvas, theme: theme)
    let columns = Columns(completions, width: width - 2)
    for (offset, completion) in completions.dropFirst(first).prefix(rows).enumerated() {
      draw(
        completion, columns, isSelected: first + offset == selected, x: 1, y: rect.y + 1 + offset, width: width - 2,
        on: &canvas, theme: theme)
    }
  }

  /// The widths of the list's columns: of all completions, so that scrolling moves nothing sideways.
  private struct Columns {
    let label: Int
    let keys: Int

    init(_ completions: [Completion], width: Int) {
      let longest = completions.map { CharacterWidth.columns(of: $0.label) }.max() ?? 0
      label = min(longest, width / 2)
      keys = min(completions.map { CharacterWidth.columns(of: $0.keys) }.max() ?? 0, 10)
    }
  }

  private static func draw(
    _ completion: Completion, _ columns: Columns, isSelected: Bool, x: Int, y: Int, width: Int,
    on canvas: inout Canvas, theme: Theme
  ) {
    let style = isSelected ? theme[.selection] : theme[.text]
    canvas.line(" ", x: x, y: y, width: width, style)
    if isSelected { canvas[x, y] = Mark.selected.cell(theme, style) }
    canvas.write(completion.label, x: x + 2, y: y, width: columns.label, style, theme)
    let keysX = x + columns.label + 4
    canvas.write(completion.keys, x: keysX, y: y, width: columns.keys, isSelected ? style : theme[.keyHint], theme)
    let helpX = keysX + (columns.keys > 0 ? columns.keys + 2 : 0)
    canvas.write(completion.help, x: helpX, y: y, width: x + width - helpX - 1, style, theme)
  }
}
