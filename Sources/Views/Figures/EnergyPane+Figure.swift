/// Synaptic operations on paper: a bar for each projection.
import Basics
package import Charts
import Debugger
package import Terminal
import Workbench

extension EnergyPane: PrintedPane {
  package static var printedSize: Size { Size(columns: 120, rows: 40) }

  /// More than these fill a page.
  private static let mostBars = 30

  package static func figure(_ model: Model) -> Figure? {
    let rows = model.rows.filter { !$0.carriesValues }
    guard !rows.isEmpty, rows.contains(where: { $0.operations > 0 }) else { return nil }
    let shown = rows.prefix(mostBars)
    let greatest = shown.map(\.operations).max() ?? 1
    let (factor, prefix): (Double, String) =
      greatest >= 1e9 ? (1e9, "G") : greatest >= 1e6 ? (1e6, "M") : greatest >= 1e3 ? (1e3, "k") : (1, "")
    let names = shown.enumerated().map { FigureAxis.Label(Double($0.offset) + 0.5, $0.element.name) }
    let panel = Figure.Panel(
      height: max(60, Double(shown.count) * 22),
      x: FigureAxis(
        "additions (\(prefix)/s)", numbers: Axis(covering: 0...max(greatest / factor, 1e-3), ticks: 8)),
      y: FigureAxis("", range: 0...Double(shown.count), labels: names, isDownward: true),
      marks: [.bars(shown.map { $0.operations / factor }, foot: 0, FigureColors.curve)])
    let total = rows.reduce(0) { $0 + $1.operations }
    let caption =
      "together \(scaled(total, " additions a second")), about \(scaled(total * joulesPerAddition, "W")) "
      + "at 0.9 pJ each (45 nm, Horowitz 2014)"
      + (rows.count > shown.count ? "; \(NumberText.count(rows.count - shown.count, "projection")) more" : "")
    return Figure(title: "Synaptic operations", caption: caption, panels: [panel])
  }
}
