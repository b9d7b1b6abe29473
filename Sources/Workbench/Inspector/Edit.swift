/// A change of a value: what it asks of the engine, what it shows at once, and what it says in numbers.
package import Basics
package import Debugger
import NetworkModel

/// A value for one row of the inspector, for some neurons of one population.
package struct Edit: Sendable, Equatable {
  package let neurons: NamedNeurons
  /// Of the population's model.
  package let row: Int
  package let field: InspectorRow.Field
  package let value: ParameterSetting

  package init(neurons: NamedNeurons, row: Int, field: InspectorRow.Field, value: ParameterSetting) {
    self.neurons = neurons
    self.row = row
    self.field = field
    self.value = value
  }

  /// What the engine is asked to do.
  package var command: EngineCommand {
    switch (field, value) {
    case (.state(let variable), .number(let number)):
      .setState(neurons.selection, variable: variable.name, number)
    case (.parameter(let parameter), _): .setParameter(neurons.selection, name: parameter.name, value)
    case (.state, _): preconditionFailure("a state variable is a number")
    }
  }
}

extension Edit {
  /// Whether it changes what the document says, too.
  fileprivate var isOfDocument: Bool { if case .parameter = field { neurons.isWhole } else { false } }

  /// A parameter of a whole population is what the document says from now on; a state is the run's alone.
  func write(into spec: inout NetworkSpec) {
    guard case .parameter(let parameter) = field,
      let index = spec.populations.firstIndex(where: { $0.name == neurons.selection.population })
    else { return }
    if let source = ParameterSource(value) { spec.populations[index].parameters[parameter.name] = source }
  }
}

extension ParameterSource {
  /// One value for all neurons; nil for a list of times, which is no value.
  init?(_ setting: ParameterSetting) {
    switch setting {
    case .number(let number): self = .number(.constant(number))
    case .choice(let word): self = .choice(word)
    case .times: return nil
    }
  }
}

extension WorkbenchState {
  /// Sends the edit, shows it, and says what it changed: `tau_m of exc 20 → 15 ms`.
  /// - Parameter start: what the value was before the first of several edits that are one for whoever takes them back:
  ///   a slider that is dragged. nil for an edit by itself, and for the first of them.
  mutating func carryOut(_ edit: Edit, goingOnFrom start: ParameterSetting? = nil) -> [Effect] {
    let isInView =
      edit.neurons.population == neuron.population && edit.neurons.selection.contains(neuron.index)
    let row = InspectorRow(
      field: edit.field, value: start ?? (isInView ? neuronSnapshot?.setting(row: edit.row) : nil))
    let words = Self.words(for: edit, before: row)
    // What single neurons have, and where a state stands, no document says.
    inform(document == nil || edit.isOfDocument ? words : words + " · in this run")
    let write = { (spec: inout NetworkSpec) in if edit.neurons.isWhole { edit.write(into: &spec) } }
    let effects = start == nil ? record(words, edit.command, write) : amend(words, edit.command, write)
    if isInView { anticipate(edit.value, row: edit.row) }
    return effects
  }

  private static func words(for edit: Edit, before row: InspectorRow) -> String {
    let new = InspectorRow.text(edit.value, row.dimension)
    var old = row.value.map { InspectorRow.text($0, row.dimension) } ?? ""
    // The unit once, behind the new value, is enough.
    if case .number(let number)? = row.value { old = NumberText.significant(number, digits: 5) }
    return "\(row.name) of \(edit.neurons.text) \(old.isEmpty ? "" : old + " ")→ \(new)"
  }

  /// Carries out what `make` says for the row under the inspector's cursor, or tells why it cannot be.
  mutating func editRow(_ make: (InspectorRow) throws(EditRefusal) -> ParameterSetting) -> [Effect] {
    guard let row = inspectorRow, let neurons = inspectorTarget else { return [] }
    do throws(EditRefusal) {
      let value = try make(row)
      return carryOut(Edit(neurons: neurons, row: inspector.row, field: row.field, value: value))
    } catch {
      complain(error.description)
      return []
    }
  }
}
