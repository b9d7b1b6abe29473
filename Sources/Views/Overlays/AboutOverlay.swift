/// What the open document says about itself, and how large the network is.
import Terminal
import Workbench
import Debugger

enum AboutOverlay {
  static func draw(_ state: WorkbenchState, firstLine: Int, on canvas: inout Canvas, theme: Theme) {
    let width = state.aboutWidth
    let lines = state.network == nil ? ["No network is open."] : state.aboutLines
    let rows = min(lines.count, state.overlayRows)
    let first = OverlayFrame.first(firstLine, lines: lines.count, rows: rows)
    let inside = OverlayFrame.draw(
      "About \(state.documentTitle)",
      details: OverlayFrame.details(first: first, lines: lines.count, rows: rows, hint: "Esc leaves"),
      size: Size(columns: width, rows: rows), on: &canvas, theme: theme)
    for (offset, line) in lines.dropFirst(first).prefix(max(0, rows)).enumerated() {
      let isTitle = first + offset == 0 && line == state.network?.title
      canvas.write(
        line, x: inside.x, y: inside.y + offset, width: inside.width, theme[isTitle ? .heading : .text], theme)
    }
  }
}
