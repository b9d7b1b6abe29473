/// What the open document says about itself, and how large the network is.
import Basics
import Charts
import Debugger
import Terminal

enum AboutOverlay {
  static func draw(_ network: NetworkSummary?, firstLine: Int, on canvas: inout Canvas, theme: Theme) {
    let width = min(76, canvas.size.columns - 8)
    let lines = network.map { self.lines($0, width: width) } ?? ["No network is open."]
    let rows = min(lines.count, canvas.size.rows - 6)
    let first = OverlayFrame.first(firstLine, lines: lines.count, rows: rows)
    let inside = OverlayFrame.draw(
      network.map { $0.title.isEmpty ? "About" : $0.title } ?? "About",
      detail: OverlayFrame.range(first: first, lines: lines.count, rows: rows), size: Size(columns: width, rows: rows),
      on: &canvas, theme: theme)
    for (offset, line) in lines.dropFirst(first).prefix(max(0, rows)).enumerated() {
      canvas.write(line, x: inside.x, y: inside.y + offset, width: inside.width, theme[.text], theme)
    }
  }

  private static func lines(_ network: NetworkSummary, width: Int) -> [String] {
    var text = network.about
    while text.last?.isWhitespace == true { text.removeLast() }
    let about = text.isEmpty ? ["The document says nothing about itself."] : PlainText.wrap(text, width: width)
    let populations = network.populations.map {
      "\($0.name): \(Digits.grouped($0.size)) × \($0.model)"
    }
    let projections = network.projections.map { "\($0.name): \(Digits.grouped($0.synapses)) synapses" }
    let facts = ["step \(Words.quantity(network.dt.value, .time)), seed \(network.seed)"]
    return about + [""] + (populations + projections + facts).flatMap { PlainText.wrap($0, width: width) }
  }
}
