/// The membranes in words: a line for each neuron of the page.
import Basics
import Charts
import Debugger
import Workbench

extension MembranePane {
  package static func words(_ model: Model) -> [PlainLine]? {
    guard let dimension = model.dimension, let bars = model.bars, let first = bars.bars.first else { return nil }
    var marks: [String] = []
    if first.reset.isFinite { marks.append("reset \(NumberText.quantity(first.reset, dimension))") }
    if first.threshold.isFinite { marks.append("threshold \(NumberText.quantity(first.threshold, dimension))") }
    let head = marks.isEmpty ? [] : [PlainLine(marks.joined(separator: ", "))]
    return head
      + bars.bars.enumerated().map { offset, bar in
        var text = "\(model.population)[\(bars.first + offset)]: \(Words.steady(bar.v, dimension))"
        if bar.fired { text += ", fired" }
        if bar.refractory > 0 { text += ", refractory for \(Digits.fixed(bar.refractory, 1)) \(model.timeUnit)" }
        return PlainLine(text, isSelected: bars.first + offset == model.selected)
      }
  }
}
