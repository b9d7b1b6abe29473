/// Histograms on paper: of a population's values, and of the intervals between its spikes.
import Analysis
import Basics
package import Charts
import Debugger
package import Terminal
import Workbench

enum HistogramFigure {
  static let printedSize = Size(columns: 180, rows: 40)

  /// - Parameters:
  ///   - values: the title of the values' axis, with its unit.
  ///   - counted: what is counted.
  static func panel(_ histogram: Histogram, values: String, counted: String) -> Figure.Panel {
    let counts = histogram.counts.map(Double.init)
    let axis = Axis(covering: 0...max(1, counts.max() ?? 1), ticks: 6)
    return Figure.Panel(
      height: 220, x: valueAxis(values, histogram.range), y: FigureAxis(counted, counts: axis),
      marks: [.columns(counts, span: span(histogram.range), FigureColors.curve)])
  }

  private static func valueAxis(_ title: String, _ range: ClosedRange<Double>) -> FigureAxis {
    guard range.lowerBound == range.upperBound else { return FigureAxis(title, numbers: Axis(range, ticks: 8)) }
    let value = FigureAxis.Label(range.lowerBound, NumberText.significant(range.lowerBound))
    return FigureAxis(title, range: span(range), labels: [value])
  }

  /// Where all values are the same they stand in the middle.
  private static func span(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
    guard range.lowerBound == range.upperBound else { return range }
    let half = max(0.5, abs(range.lowerBound) / 2)
    return range.lowerBound - half...range.upperBound + half
  }
}

extension SpreadPane: PrintedPane {
  package static var printedSize: Size { HistogramFigure.printedSize }

  package static func figure(_ model: Model) -> Figure? {
    guard let spread = model.spread, let name = model.name else { return nil }
    let unit = model.dimension.baseUnit
    let values = "\(model.population).\(name)" + (unit.isEmpty ? "" : " (\(unit))")
    return Figure(
      title: "Histogram of \(model.population).\(name)", caption: words(spread, model.dimension),
      panels: [HistogramFigure.panel(spread.histogram, values: values, counted: "neurons")])
  }
}

extension IntervalsPane: PrintedPane {
  package static var printedSize: Size { HistogramFigure.printedSize }

  package static func figure(_ model: Model) -> Figure? {
    guard let statistics = model.intervals?.statistics else { return nil }
    var panel = HistogramFigure.panel(
      statistics.intervals, values: "interspike interval (ms)", counted: "intervals")
    if statistics.intervals.total == 0 { panel.marks = [.words("no neuron fired twice")] }
    return Figure(
      title: "Interspike intervals of \(model.population)",
      caption: facts(statistics, window: model.window).joined(separator: " · "), panels: [panel])
  }
}
