/// The axis of times in a figure: simulated time itself, in seconds or milliseconds.
import Basics
import Charts
import Debugger
import Workbench

struct FigureTime {
  let axis: FigureAxis
  /// The whole window, which may begin before the first step.
  let span: ClosedRange<Double>
  let unit: String

  init(end: Milliseconds, window: Milliseconds) {
    let inSeconds = TimeAxis.isInSeconds(window)
    let scale = inSeconds ? 1000.0 : 1
    unit = inSeconds ? "s" : "ms"
    let last = end.value / scale
    span = min(last, last - window.value / scale)...last
    axis = FigureAxis("time (\(unit))", numbers: Axis(min(last, max(0, span.lowerBound))...last, ticks: 8))
  }

  /// The middle of a column of so many.
  func middle(ofColumn column: Int, of columns: Int) -> Double {
    span.lowerBound + (span.upperBound - span.lowerBound) * (Double(column) + 0.5) / Double(max(1, columns))
  }

  /// When the neuron of a trace spiked.
  func spikes(_ trace: TraceSnapshot) -> [Double] {
    trace.spiked.indices.filter { trace.spiked[$0] }.map { middle(ofColumn: $0, of: trace.spiked.count) }
  }

  /// The width of so many columns of `columns`, with its unit.
  func words(columns count: Int, of columns: Int) -> String {
    let width = (span.upperBound - span.lowerBound) * Double(count) / Double(max(1, columns))
    return NumberText.significant(width, digits: 3) + " " + unit
  }
}
