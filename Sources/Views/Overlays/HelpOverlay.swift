/// `?`: every command with its keys, its name in the `:` line, and what it does.
import Terminal
import Workbench

enum HelpOverlay {
  static func draw(
    _ lines: [HelpLine], firstLine: Int, search: TextField?, on canvas: inout Canvas, theme: Theme
  ) {
    let keysWidth = min(14, lines.map { CharacterWidth.columns(of: $0.keys) }.max() ?? 0)
    let nameWidth = min(24, lines.map { CharacterWidth.columns(of: $0.name) }.max() ?? 0)
    let textX = keysWidth + nameWidth + 4
    let width = min(canvas.size.columns - 8, 112)
    let laidOut = lines.flatMap { lay($0, width: width - textX) }
    let rows = min(laidOut.count, canvas.size.rows - 6) + (search == nil ? 0 : 1)
    let listRows = min(rows, canvas.size.rows - 4) - (search == nil ? 0 : 1)
    let first = OverlayFrame.first(firstLine, lines: laidOut.count, rows: listRows)
    let inside = OverlayFrame.draw(
      "Help", detail: OverlayFrame.range(first: first, lines: laidOut.count, rows: listRows),
      size: Size(columns: width, rows: rows), on: &canvas, theme: theme)
    var y = inside.y
    if let search {
      let used = canvas.write("search ", x: inside.x, y: y, width: inside.width, theme[.keyHint], theme)
      let box = Rect(x: inside.x + used, y: y, width: inside.width - used, height: 1)
      FieldView.draw(search, in: box, theme[.text].with(.underline), on: &canvas, theme: theme, hasCursor: true)
      y += 1
    }
    for line in laidOut.dropFirst(first).prefix(max(0, listRows)) {
      if line.kind == .heading {
        canvas.write(line.text, x: inside.x, y: y, width: inside.width, theme[.heading], theme)
      } else {
        canvas.writeRight(line.keys, end: inside.x + keysWidth, y: y, width: keysWidth, theme[.keyHint], theme)
        canvas.write(line.name, x: inside.x + keysWidth + 2, y: y, width: nameWidth, theme[.faint], theme)
        canvas.write(line.text, x: inside.x + textX, y: y, width: inside.width - textX, theme[.text], theme)
      }
      y += 1
    }
  }

  /// A long sentence goes on under itself.
  private static func lay(_ line: HelpLine, width: Int) -> [HelpLine] {
    guard line.kind == .command else { return [line] }
    return PlainText.wrap(line.text, width: max(12, width)).enumerated().map { index, text in
      index == 0
        ? HelpLine(kind: .command, keys: line.keys, name: line.name, text: text) : HelpLine(kind: .command, text: text)
    }
  }
}
