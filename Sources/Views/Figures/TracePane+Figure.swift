/// The trace on paper: the curve, threshold and reset as lines, spikes above.
import Basics
package import Charts
import Debugger
package import Terminal
import Workbench

extension TracePane: PrintedPane {
  package static var printedSize: Size { Size(columns: 540, rows: 60) }

  package static func figure(_ model: Model) -> Figure? {
    guard let trace = model.trace, let variable = model.variable, let axis = TracePlot.axis(trace, model, ticks: 7)
    else { return nil }
    let time = FigureTime(end: trace.end, window: trace.window)
    var marks: [FigureMark] = []
    if let reset = model.reset { marks.append(.level(reset, name: "reset", FigureColors.reset)) }
    if let threshold = model.threshold {
      marks.append(.level(threshold, name: "threshold", FigureColors.threshold))
    }
    let spikes = time.spikes(trace)
    let greatest = trace.maxima.reduce(-Float.infinity) { $1 > $0 ? $1 : $0 }
    let foot = min(model.threshold ?? Double(greatest), axis.range.upperBound)
    marks.append(.uprights(spikes, span: foot...axis.range.upperBound, FigureColors.spike))
    marks.append(.envelope(minima: trace.minima, maxima: trace.maxima, span: time.span, FigureColors.curve))
    let unit = model.dimension.baseUnit
    return Figure(
      title: "\(model.neuron).\(variable)",
      caption: spikes.isEmpty ? "no spikes" : NumberText.count(spikes.count, "spike") + ", drawn up to the top",
      panels: [
        Figure.Panel(
          height: 220, x: time.axis, y: FigureAxis(unit.isEmpty ? variable : "\(variable) (\(unit))", numbers: axis),
          marks: marks)
      ])
  }
}
