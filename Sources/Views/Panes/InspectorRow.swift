/// What the lines of the inspector say, as values.
import Basics
import Charts
import Debugger

/// A parameter or a state variable of the selected neuron.
package struct InspectorRow: Equatable, Sendable {
  var name: String
  var value: String
  var doc: String
  /// Where the value lies between a tenth and ten times its default, or around it: 0…1, the default at 0.5; nil where
  /// there is no default to compare with.
  var position: Double?

  /// The parameters, then the state variables, in the descriptor's order. Without values the names are there already.
  static func rows(_ descriptor: ModelDescriptor, _ values: NeuronSnapshot?) -> [InspectorRow] {
    let parameters = descriptor.parameters.enumerated().map { index, field in
      row(field, values?.parameters.element(index))
    }
    let state = descriptor.state.enumerated().map { index, variable in
      let value = values?.state.element(index).map { Words.steady($0, variable.dimension) }
      return InspectorRow(name: variable.name, value: value ?? "", doc: variable.doc, position: nil)
    }
    return parameters + state
  }

  private static func row(_ field: ParameterField, _ setting: ParameterSetting?) -> InspectorRow {
    var row = InspectorRow(name: field.name, value: "", doc: field.doc, position: nil)
    switch setting {
    case .number(let value):
      row.value = Words.quantity(value, field.dimension, digits: 5)
      if case .number(let standard, _, _) = field.kind { row.position = position(value, standard: standard) }
    case .choice(let word): row.value = word
    case .times(let times): row.value = times.count == 1 ? "1 time" : "\(Digits.grouped(times.count)) times"
    case nil: break
    }
    return row
  }

  private static func position(_ value: Double, standard: Double) -> Double? {
    guard value.isFinite, abs(standard) < 1e9 else { return nil }
    let fraction =
      standard > 0
      ? (value > 0 ? 0.5 + Elementary.log(value / standard) / Elementary.log(10) / 2 : 0)
      : 0.5 + (value - standard) / (2 * max(1, abs(standard)))
    return min(1, max(0, fraction))
  }
}

/// Something that is known of the neuron and cannot be edited.
package struct InspectorFact: Equatable, Sendable {
  var name: String
  var value: String

  static func facts(_ values: NeuronSnapshot, dt: Milliseconds, _ descriptor: ModelDescriptor) -> [InspectorFact] {
    var facts = [
      InspectorFact(
        name: "synapses",
        value: "\(Digits.grouped(values.synapsesIn)) in, \(Digits.grouped(values.synapsesOut)) out")
    ]
    guard descriptor.fires else { return facts }
    facts.append(InspectorFact(name: "rate", value: "\(Digits.fixed(values.rate, 1)) Hz"))
    facts.append(
      InspectorFact(name: "last spike", value: values.lastSpike.map { "at " + Words.time($0, dt: dt) } ?? "none yet"))
    return facts
  }
}
