/// One line of the inspector: a parameter of the selected neuron's model or a variable of its state, and its value.
package import Basics
package import Debugger
import NetworkModel

package struct InspectorRow: Sendable, Equatable {
  package enum Field: Sendable, Equatable {
    case parameter(ParameterField)
    case state(StateVariable)
  }

  package let field: Field
  /// nil until a snapshot has brought it.
  package let value: ParameterSetting?

  package init(field: Field, value: ParameterSetting?) {
    self.field = field
    self.value = value
  }

  package var name: String {
    switch field {
    case .parameter(let parameter): parameter.name
    case .state(let variable): variable.name
    }
  }

  package var dimension: Dimension {
    switch field {
    case .parameter(let parameter): parameter.dimension
    case .state(let variable): variable.dimension
    }
  }

  package var doc: String {
    switch field {
    case .parameter(let parameter): parameter.doc
    case .state(let variable): variable.doc
    }
  }

  /// The words to choose from; nil where the row is a number.
  package var choices: [String]? {
    if case .parameter(let parameter) = field, case .choice(let words) = parameter.kind { words } else { nil }
  }

  /// The value as text with its unit; a dash until it is known.
  package var valueText: String { isEndless ? "∞" : value.map { Self.text($0, dimension) } ?? "–" }

  static func text(_ value: ParameterSetting, _ dimension: Dimension) -> String {
    switch value {
    case .number(let number): NumberText.quantity(number, dimension, digits: 5)
    case .choice(let word): word
    case .times(let times): times.count == 1 ? "1 time" : "\(NumberText.grouped(times.count)) times"
    }
  }

  /// Every row of a model: its parameters, then its state variables.
  package static func rows(of model: ModelDescriptor, showing values: NeuronSnapshot?) -> [InspectorRow] {
    let fields = model.parameters.map(Field.parameter) + model.state.map(Field.state)
    return fields.enumerated().map { InspectorRow(field: $1, value: values?.setting(row: $0)) }
  }
}

extension WorkbenchState {
  package var inspectorRows: [InspectorRow] {
    selectedModel.map { InspectorRow.rows(of: $0, showing: neuronSnapshot) } ?? []
  }

  /// The row under the inspector's cursor; nil where the model has none.
  package var inspectorRow: InspectorRow? {
    let rows = inspectorRows
    return rows.indices.contains(inspector.row) ? rows[inspector.row] : nil
  }

  /// The neurons that a change in the inspector goes to; nil while no network is open.
  package var inspectorTarget: NamedNeurons? {
    guard let network, let population = selectedPopulation else { return nil }
    switch inspector.scope {
    case .population: return NamedNeurons(all: neuron.population, in: network)
    case .neuron:
      let selection = Selection(population.name, neuron: neuron.index)
      return NamedNeurons(population: neuron.population, selection: selection, isWhole: false)
    }
  }
}
