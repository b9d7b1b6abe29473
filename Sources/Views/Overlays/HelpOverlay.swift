/// `?`: every command with its keys, its name in the `:` line, and what it does.
import Terminal
import Workbench

enum HelpOverlay {
  /// Where it stands, frame and all.
  static func box(_ state: WorkbenchState, size: Size) -> Rect {
    let rows = min(state.helpPage.lines.count, state.overlayRows) + (state.helpSearch == nil ? 0 : 1)
    return OverlayFrame.rect(Size(columns: min(112, size.columns - 8), rows: rows), on: size)
  }

  static func draw(_ state: WorkbenchState, firstLine: Int, on canvas: inout Canvas, theme: Theme) {
    let page = state.helpPage
    let rows = min(page.lines.count, state.overlayRows)
    let first = OverlayFrame.first(firstLine, lines: page.lines.count, rows: rows)
    let searchRows = state.helpSearch == nil ? 0 : 1
    let inside = OverlayFrame.draw(
      "Help", details: OverlayFrame.details(first: first, lines: page.lines.count, rows: rows, hint: "/ searches"),
      size: Size(columns: min(112, canvas.size.columns - 8), rows: rows + searchRows), on: &canvas, theme: theme)
    if let search = state.helpSearch {
      let used = canvas.write("search ", x: inside.x, y: inside.y, width: inside.width, theme[.keyHint], theme)
      let box = Rect(x: inside.x + used, y: inside.y, width: inside.width - used, height: 1)
      FieldView.draw(search, in: box, theme[.text].with(.underline), on: &canvas, theme: theme, hasCursor: true)
    }
    for (offset, line) in page.lines.dropFirst(first).prefix(max(0, rows)).enumerated() {
      draw(
        line, page, x: inside.x, y: inside.y + searchRows + offset, width: inside.width, on: &canvas, theme: theme)
    }
  }

  private static func draw(
    _ line: HelpLine, _ page: HelpPage, x: Int, y: Int, width: Int, on canvas: inout Canvas, theme: Theme
  ) {
    switch line {
    case .blank: break
    case .heading(let text): canvas.write(text, x: x, y: y, width: width, theme[.heading], theme)
    case .note(let text): canvas.write(text, x: x, y: y, width: width, theme[.text], theme)
    case .entry(let keys, let name, let help):
      canvas.write(keys, x: x, y: y, width: page.keysWidth, theme[.keyHint], theme)
      let nameX = x + page.keysWidth + 2
      canvas.write(name, x: nameX, y: y, width: page.nameWidth, theme[.faint], theme)
      let textX = nameX + (page.nameWidth > 0 ? page.nameWidth + 2 : 0)
      canvas.write(help, x: textX, y: y, width: x + width - textX, theme[.text], theme)
    }
  }
}
