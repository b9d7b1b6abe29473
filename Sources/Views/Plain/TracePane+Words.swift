/// The trace in words: where the variable is, and where it was.
import Basics
import Charts
import Debugger
import Workbench

extension TracePane {
  package static func words(_ model: Model) -> [PlainLine]? {
    guard let variable = model.variable, let trace = model.trace else { return nil }
    let values = zip(trace.minima, trace.maxima).filter { $0.0.isFinite && $0.1.isFinite }
    guard let last = values.last else { return nil }
    func text(_ value: Float) -> String { Words.steady(Double(value), model.dimension) }
    let least = values.map(\.0).min() ?? last.0
    let greatest = values.map(\.1).max() ?? last.1
    let spikes = trace.spiked.count { $0 }
    var lines = [
      "\(model.neuron).\(variable): \(text(last.1)) now",
      "in the last \(Words.span(model.window)) from \(text(least)) to \(text(greatest)), "
        + NumberText.count(spikes, "spike"),
    ]
    if let threshold = model.threshold { lines.append("threshold \(NumberText.quantity(threshold, model.dimension))") }
    if let reset = model.reset { lines.append("reset \(NumberText.quantity(reset, model.dimension))") }
    return lines.enumerated().map { PlainLine($1, isSelected: $0 == 0) }
  }
}
