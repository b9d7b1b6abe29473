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
  /// Where the value lies between a tenth and ten times its default, or around it: 0…1, the default at 0.5; nil where
  /// there is no default to compare with.
  var position: Double?

  init(_ row: InspectorRow) {
    name = row.name
    value = row.valueText
    doc = row.doc
    guard case .number(let number)? = row.value else { return }
    switch row.field {
    // State moves while one looks: as many decimals at every moment.
    case .state(let variable): value = Words.steady(number, variable.dimension)
    case .parameter(let field):
      if case .number(let standard, _, _) = field.kind { position = Self.position(number, standard: standard) }
    }
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
    let synapses = "\(NumberText.grouped(values.synapsesIn)) in, \(NumberText.grouped(values.synapsesOut)) out"
    var facts = [InspectorFact(name: "synapses", value: synapses)]
    guard descriptor.fires else { return facts }
    facts.append(InspectorFact(name: "rate", value: "\(Digits.fixed(values.rate, 1)) Hz"))
    let last = values.lastSpike.map { "at " + Words.time($0, dt: dt) } ?? "none yet"
    facts.append(InspectorFact(name: "last spike", value: last))
    return facts
  }
}
