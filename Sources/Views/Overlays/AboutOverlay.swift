/// What the open document says about itself, and how large the network is.
import Terminal
import Workbench
import Debugger

enum AboutOverlay {
  private static func lines(_ state: WorkbenchState) -> [String] {
    state.network.map { AboutText.lines(of: $0, width: state.aboutWidth) } ?? ["No network is open."]
  }

  /// Where it stands, frame and all.
  static func box(_ state: WorkbenchState, size: Size) -> Rect {
    OverlayFrame.rect(
      Size(columns: state.aboutWidth, rows: min(lines(state).count, state.overlayRows)), on: size)
  }

  static func draw(_ state: WorkbenchState, firstLine: Int, on canvas: inout Canvas, theme: Theme) {
    let width = state.aboutWidth
    let lines = lines(state)
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
