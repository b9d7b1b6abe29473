/// What the lines of the inspector say, as values.
import Basics
import Charts
import Debugger
import Workbench

/// A parameter or a state variable of the selected neuron.
package struct InspectorLine: Equatable, Sendable {
  var name: String
  var value: String
  var doc: String
  /// Where the value lies among those that are likely; nil where nothing can be said.
  var slider: SliderPosition?

  init(_ row: InspectorRow) {
    name = row.name
    value = row.valueText
    doc = row.doc
    slider = row.slider
    // State moves while one looks: as many decimals at every moment.
    if case .state(let variable) = row.field, case .number(let number)? = row.value {
      value = Words.steady(number, variable.dimension)
    }
  }
}

/// Something that is known of the neuron and cannot be edited.
package struct InspectorFact: Equatable, Sendable {
  var name: String
  var value: String

  /// - Parameter fires: whether there are spikes to tell of.
  static func facts(_ values: NeuronSnapshot, dt: Milliseconds, fires: Bool) -> [InspectorFact] {
    let synapses = "\(NumberText.grouped(values.synapsesIn)) in, \(NumberText.grouped(values.synapsesOut)) out"
    var facts = [InspectorFact(name: "synapses", value: synapses)]
    guard fires else { return facts }
    facts.append(InspectorFact(name: "rate", value: "\(Digits.fixed(values.rate, 1)) Hz"))
    let last = values.lastSpike.map { "at " + Words.time($0, dt: dt) } ?? "none yet"
    facts.append(InspectorFact(name: "last spike", value: last))
    return facts
  }
}
