/// The list of panes to open and close.
import Terminal
import Workbench

enum ViewsOverlay {
  private static func panes(_ state: WorkbenchState) -> [PaneDescriptor] {
    state.choosablePanes.compactMap { PaneCatalogue.pane($0)?.descriptor }
  }

  private static func size(_ panes: Int, on screen: Size) -> Size {
    Size(columns: min(96, screen.columns - 8), rows: min(panes, max(1, screen.rows - 6)))
  }

  static func target(at point: Point, _ state: WorkbenchState, selected: Int) -> MouseTarget {
    let count = panes(state).count
    let rect = OverlayFrame.rect(size(count, on: state.size), on: state.size)
    let rows = OverlayFrame.inside(rect).height
    let first = OverlayFrame.first(selected - rows / 2, lines: count, rows: rows)
    return OverlayFrame.target(at: point, in: rect, rows: rows, first: first, lines: count)
  }

  static func draw(_ state: WorkbenchState, selected: Int, on canvas: inout Canvas, theme: Theme) {
    let panes = panes(state)
    let size = size(panes.count, on: canvas.size)
    let inside = OverlayFrame.draw(
      "Views", details: ["Enter goes there, space opens or closes, Esc leaves", "Enter, space, Esc"], size: size,
      on: &canvas, theme: theme)
    let nameWidth = (panes.map { CharacterWidth.columns(of: $0.title) }.max() ?? 0) + 2
    let first = OverlayFrame.first(selected - inside.height / 2, lines: panes.count, rows: inside.height)
    for (offset, pane) in panes.dropFirst(first).prefix(inside.height).enumerated() {
      let isSelected = first + offset == selected
      let y = inside.y + offset
      let style = isSelected ? theme[.selection] : theme[.text]
      canvas.line(" ", x: inside.x, y: y, width: inside.width, style)
      if isSelected {
        canvas[inside.x, y] = Mark.selected.cell(theme, style)
        canvas.cursor = Point(x: inside.x, y: y)
      }
      let isOpen = state.views.contains(pane.id)
      canvas.write(isOpen ? "✓" : " ", x: inside.x + 2, y: y, width: 1, isSelected ? style : theme[.good], theme)
      canvas.write(pane.title, x: inside.x + 4, y: y, width: nameWidth, isSelected ? style : theme[.heading], theme)
      canvas.write(pane.doc, x: inside.x + 4 + nameWidth, y: y, width: inside.width - nameWidth - 4, style, theme)
    }
  }
}
