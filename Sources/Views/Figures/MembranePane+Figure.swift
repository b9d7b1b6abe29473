/// A page of membranes on paper: bars of v, with threshold and reset as lines.
import Basics
package import Charts
import Debugger
package import Terminal
import Workbench

extension MembranePane: PrintedPane {
  /// As many neurons as can be told apart, and the line below them.
  package static var printedSize: Size { Size(columns: 120, rows: 33) }

  package static func figure(_ model: Model) -> Figure? {
    guard let page = model.bars, let dimension = model.dimension, !page.bars.isEmpty,
      page.indices.count == page.bars.count
    else { return nil }
    let range = MembraneBars.range(page.bars)
    var marks: [FigureMark] = [.bars(page.bars.map(\.v), foot: range.lowerBound, FigureColors.curve)]
    let first = page.bars.first { !$0.threshold.isNaN }
    if let reset = first?.reset, range.contains(reset) {
      marks.append(.upright(reset, name: "reset", FigureColors.reset))
    }
    if let threshold = first?.threshold {
      marks.append(.upright(threshold, name: "threshold", FigureColors.threshold))
    }
    let unit = dimension.baseUnit
    // Above the first bar there is room for the names of the lines.
    let names = page.indices.enumerated().map { FigureAxis.Label(Double($0.offset) + 0.5, "\($0.element)") }
    let panel = Figure.Panel(
      height: max(60, Double(page.bars.count) * 12),
      x: FigureAxis(unit.isEmpty ? "v" : "v (\(unit))", numbers: Axis(range, ticks: 8)),
      y: FigureAxis(
        "neuron of \(model.population)", range: -1...Double(page.bars.count), labels: names, isDownward: true),
      marks: marks)
    return Figure(title: "Membranes of \(model.population)", caption: caption(page, model), panels: [panel])
  }

  private static func caption(_ page: BarsSnapshot, _ model: Model) -> String {
    let resting = page.bars.count { $0.refractory > 0 }
    let shown = "\(NumberText.grouped(page.bars.count)) of \(NumberText.count(model.size, "neuron"))"
    return resting == 0 ? shown : "\(shown), \(resting) of them refractory"
  }
}
