/// The state variables on paper: a panel for each over the same time, spikes drawn above v.
import Basics
package import Charts
import Debugger
package import Terminal
import Workbench

extension StatesPane: PrintedPane {
  package static var printedSize: Size { Size(columns: 290, rows: 60) }

  package static func figure(_ model: Model) -> Figure? {
    guard let first = model.traces.first(where: { $0.extent != nil }) else { return nil }
    let time = FigureTime(end: first.end, window: first.window)
    let height = max(56, min(120, 400 / Double(model.variables.count)))
    let panels = model.variables.compactMap { variable in
      model.traces.first { $0.variable == variable.name }.map { panel($0, variable, time, height: height) }
    }
    return Figure(title: "State of \(model.neuron)", panels: panels)
  }

  private static func panel(
    _ trace: TraceSnapshot, _ variable: StateVariable, _ time: FigureTime, height: Double
  ) -> Figure.Panel {
    let unit = variable.dimension.baseUnit
    let axis = Axis(StateBands.range(trace, variable), ticks: 4)
    var marks: [FigureMark] = []
    if variable.name == "v" {
      let foot = min(trace.extent?.upperBound ?? axis.range.upperBound, axis.range.upperBound)
      marks.append(.uprights(time.spikes(trace), span: foot...axis.range.upperBound, FigureColors.spike))
    }
    marks.append(.envelope(minima: trace.minima, maxima: trace.maxima, span: time.span, FigureColors.curve))
    let title = unit.isEmpty ? variable.name : "\(variable.name) (\(unit))"
    return Figure.Panel(height: height, x: time.axis, y: FigureAxis(title, numbers: axis), marks: marks)
  }
}
