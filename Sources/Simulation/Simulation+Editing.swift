/// The only ways to change a simulation while it runs.
package import Basics
import Kernels
package import NetworkModel

/// Why an edit was refused; nothing was changed.
package enum EditError: Error, Sendable, Equatable, CustomStringConvertible {
  case unknownPopulation(String)
  case outOfRange(Selection, size: Int)
  case unknownParameter(String, model: String)
  case unknownVariable(String, model: String)
  case notAllowed(String, model: String, field: ParameterField)
  case cannotFire(String, model: String)
  case isLeftOut(Selection)

  package var description: String {
    switch self {
    case .unknownPopulation(let name): "there is no population \(name)"
    case .outOfRange(let selection, let size):
      "\(selection.text) is outside \(selection.population), which has neurons 0 to \(size - 1)"
    case .unknownParameter(let name, let model): "\(model) has no parameter \(name)"
    case .unknownVariable(let name, let model): "\(model) has no state variable \(name) that can be set"
    case .notAllowed(let name, let model, let field): "\(name) of \(model) must be \(field.allowedText)"
    case .cannotFire(let name, let model): "\(name) cannot be made to spike: \(model) never fires"
    case .isLeftOut(let neuron): "\(neuron.text) cannot be made to spike: the network is run without it"
    }
  }
}

extension Simulation {
  /// Sets a parameter of the selected neurons from the next step on. - Complexity: O(neurons of the population).
  package mutating func setParameter(
    _ selection: Selection, name: String, _ setting: ParameterSetting
  ) throws(EditError) {
    let index = try population(of: selection)
    let descriptor = populations[index].descriptor
    guard let field = descriptor.parameters.firstIndex(where: { $0.name == name }) else {
      throw .unknownParameter(name, model: descriptor.id)
    }
    guard let value = descriptor.parameters[field].number(for: setting) else {
      throw .notAllowed(name, model: descriptor.id, field: descriptor.parameters[field])
    }
    network.populations[index].parameters.set(field, in: selection.ranges, to: value)
    let table = network.populations[index].parameters
    switch network.populations[index].body {
    case .neurons(let neurons): neurons.apply(table, touching: selection.ranges)
    case .source(let source): source.apply(table)
    case .input: break
    }
  }

  /// Sets a state variable of the selected neurons now.
  package mutating func setState(_ selection: Selection, variable: String, _ value: Double) throws(EditError) {
    let index = try population(of: selection)
    let descriptor = populations[index].descriptor
    guard let position = descriptor.state.firstIndex(where: { $0.name == variable && $0.isInitial }),
      case .neurons(let neurons) = network.populations[index].body, value.isFinite
    else { throw .unknownVariable(variable, model: descriptor.id) }
    for range in selection.ranges {
      for neuron in range { neurons.setValue(position, of: neuron, tick: tick.value, to: value) }
    }
  }

  /// Has a neuron spike in the next step, as if it had crossed its threshold.
  package mutating func poke(population: Int, index: Int) throws(EditError) {
    let info = populations[population]
    guard info.descriptor.fires, data?.isAnalog(population: population) != true else {
      throw .cannotFire(info.name, model: info.descriptor.id)
    }
    let neuron = NeuronIndex(population: population, index: index)
    if silent.contains(neuron) { throw .isLeftOut(Selection(info.name, neuron: index)) }
    pokes.append(neuron)
    if case .neurons(let neurons) = network.populations[population].body { neurons.poke(index) }
  }

  private func population(of selection: Selection) throws(EditError) -> Int {
    guard let index = populationIndex(selection.population) else { throw .unknownPopulation(selection.population) }
    let size = populations[index].size
    guard let last = selection.ranges.last, last.upperBound < size, selection.ranges[0].lowerBound >= 0 else {
      throw .outOfRange(selection, size: size)
    }
    return index
  }

  mutating func forgetPokes() {
    pokes.removeAll(keepingCapacity: true)
    for population in network.populations {
      if case .neurons(let neurons) = population.body { neurons.forgetPokes() }
    }
  }
}

extension ParameterField {
  /// The number that stands for a setting in a `ParameterTable`; nil when the field does not allow it.
  func number(for setting: ParameterSetting) -> Double? {
    switch (kind, setting) {
    case (.number, .number(let value)): allows(value) ? value : nil
    case (.choice(let words), .choice(let word)): words.firstIndex(of: word).map(Double.init)
    default: nil
    }
  }

  /// What may be given to the field, in words.
  fileprivate var allowedText: String {
    switch kind {
    case .choice(let words): "one of " + words.joined(separator: ", ")
    case .times: "a list of times"
    case .number(_, let allowed, let excludesLowerBound):
      if allowed.lowerBound == -Double.greatestFiniteMagnitude {
        "a finite number"
      } else {
        excludesLowerBound
          ? "above \(allowed.lowerBound) \(dimension.baseUnit)"
          : "from \(allowed.lowerBound) to \(allowed.upperBound) \(dimension.baseUnit)"
      }
    }
  }
}
