/// A list of breakpoints, bookmarks, branches, events or rows that were found.
import Terminal
import Workbench

enum TimeListOverlay {
  private static func size(_ table: TimeTable, isSearched: Bool, on screen: Size) -> Size {
    let extra = (table.header.isEmpty ? 0 : 1) + (isSearched ? 1 : 0)
    let room = max(1, screen.rows - 6 - extra)
    return Size(columns: min(100, screen.columns - 8), rows: min(max(1, table.rows.count), room) + extra)
  }

  static func target(at point: Point, _ state: WorkbenchState, _ list: TimeList, selected: Int) -> MouseTarget {
    let table = state.table(of: list)
    let isSearched = state.travel.listSearch != nil
    let rect = OverlayFrame.rect(size(table, isSearched: isSearched, on: state.size), on: state.size)
    let above = (table.header.isEmpty ? 0 : 1) + (isSearched ? 1 : 0)
    let rows = OverlayFrame.inside(rect).height - above
    let first = OverlayFrame.first(selected - rows / 2, lines: table.rows.count, rows: rows)
    return OverlayFrame.target(
      at: Point(x: point.x, y: point.y - above), in: rect, rows: rows, first: first, lines: table.rows.count)
  }

  static func draw(
    _ state: WorkbenchState, _ list: TimeList, selected: Int, on canvas: inout Canvas, theme: Theme
  ) {
    let table = state.table(of: list)
    let search = state.travel.listSearch
    let size = size(table, isSearched: search != nil, on: canvas.size)
    var inside = OverlayFrame.draw(
      table.title, details: ["\(table.hint), Esc leaves", table.hint], size: size, on: &canvas, theme: theme)
    if let search {
      canvas.write("/", x: inside.x, y: inside.y, width: 1, theme[.keyHint], theme)
      FieldView.draw(
        search, in: Rect(x: inside.x + 1, y: inside.y, width: inside.width - 1, height: 1), theme[.text], on: &canvas,
        theme: theme, hasCursor: true)
      inside = Rect(x: inside.x, y: inside.y + 1, width: inside.width, height: inside.height - 1)
    }
    guard !table.rows.isEmpty else {
      canvas.write(table.empty, x: inside.x, y: inside.y, width: inside.width, theme[.faint], theme)
      return
    }
    let columns = columns(table, width: inside.width - 4)
    if !table.header.isEmpty {
      drawCells(
        table.header, table, columns, at: Point(x: inside.x + 4, y: inside.y), [theme[.heading]], &canvas, theme)
      inside = Rect(x: inside.x, y: inside.y + 1, width: inside.width, height: inside.height - 1)
    }
    let first = OverlayFrame.first(selected - inside.height / 2, lines: table.rows.count, rows: inside.height)
    for (offset, row) in table.rows.dropFirst(first).prefix(inside.height).enumerated() {
      let y = inside.y + offset
      let isSelected = first + offset == min(selected, table.rows.count - 1)
      let style = theme[isSelected ? .selection : .text]
      canvas.line(" ", x: inside.x, y: y, width: inside.width, style)
      if isSelected {
        canvas[inside.x, y] = Mark.selected.cell(theme, style)
        if search == nil { canvas.cursor = Point(x: inside.x, y: y) }
      }
      if row.isMarked { canvas[inside.x + 2, y] = Mark.now.cell(theme, isSelected ? style : theme[.good]) }
      drawCells(
        row.cells, table, columns, at: Point(x: inside.x + 4, y: y),
        isSelected ? [style] : [theme[.heading], theme[.text]], &canvas, theme)
    }
  }

  /// As wide as their widest cell; the last one has the rest.
  private static func columns(_ table: TimeTable, width: Int) -> [Int] {
    let count = max(table.header.count, table.rows.map(\.cells.count).max() ?? 0)
    var left = width
    return (0..<count).map { column in
      let cells = table.rows.map(\.cells) + [table.header]
      let widest = cells.compactMap { $0.element(column) }.map { CharacterWidth.columns(of: $0) }.max() ?? 0
      let taken = column == count - 1 && !table.numbers.contains(column) ? left : min(widest, left)
      left = max(0, left - taken - 2)
      return taken
    }
  }

  /// - Parameter styles: of the cells, the last one for all that follow.
  private static func drawCells(
    _ cells: [String], _ table: TimeTable, _ columns: [Int], at point: Point, _ styles: [Style],
    _ canvas: inout Canvas, _ theme: Theme
  ) {
    var x = point.x
    for (column, cell) in cells.enumerated() {
      let style = styles[min(column, styles.count - 1)]
      if table.numbers.contains(column) {
        canvas.writeRight(cell, end: x + columns[column], y: point.y, width: columns[column], style, theme)
      } else {
        canvas.write(cell, x: x, y: point.y, width: columns[column], style, theme)
      }
      x += columns[column] + 2
    }
  }
}
