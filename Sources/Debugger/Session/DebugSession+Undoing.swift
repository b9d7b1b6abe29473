/// What edits of parameters and state have overwritten, kept under numbers so that it can be put back.
import Basics
import NetworkModel
import Simulation

/// The old values of an edit.
struct Overwritten {
  struct Values {
    let selection: Selection
    let name: String
    let isState: Bool
    /// One for each selected neuron, in order; of choices and numbers.
    let settings: [ParameterSetting]
  }

  /// The number that the next edit gets.
  var next: Int?
  private(set) var edits: [Int: Values] = [:]

  mutating func keep(_ values: Values) {
    guard let number = next else { return }
    next = nil
    edits[number] = values
  }
}

extension DebugSession {
  mutating func remember(_ number: Int) -> [EngineEvent] {
    overwritten.next = number
    return []
  }

  /// To be called before an edit.
  mutating func keepOverwritten(by command: EngineCommand) {
    guard overwritten.next != nil else { return }
    switch command {
    case .setParameter(let selection, let name, _): keep(selection, name, isState: false)
    case .setState(let selection, let name, _): keep(selection, name, isState: true)
    default: break
    }
  }

  private mutating func keep(_ selection: Selection, _ name: String, isState: Bool) {
    guard let population = population(holding: selection) else { return }
    let descriptor = simulation.populations[population].descriptor
    let field =
      isState
      ? descriptor.state.firstIndex { $0.name == name } : descriptor.parameters.firstIndex { $0.name == name }
    guard let field else { return }
    let settings = selection.ranges.joined().map { index in
      isState
        ? ParameterSetting.number(simulation.state(population: population, variable: field, index: index))
        : simulation.parameter(population: population, field: field, index: index)
    }
    overwritten.keep(Overwritten.Values(selection: selection, name: name, isState: isState, settings: settings))
  }

  mutating func revert(_ number: Int) -> [EngineEvent] {
    guard overwritten.edits[number] != nil else { return [] }
    do throws(EditError) {
      try putBack(number)
    } catch {
      return [.refused(error.description)]
    }
    history.refresh(simulation)
    note(.revert(number))
    return []
  }

  /// Gives the values that were kept under a number back to their neurons.
  mutating func putBack(_ number: Int) throws(EditError) {
    guard let values = overwritten.edits[number] else { return }
    for (range, setting) in Self.runs(values) {
      let selection = Selection(population: values.selection.population, ranges: [range])
      if values.isState, case .number(let value) = setting {
        try simulation.setState(selection, variable: values.name, value)
      } else {
        try simulation.setParameter(selection, name: values.name, setting)
      }
    }
  }

  /// Neighbours that had the same value are put back together.
  private static func runs(_ values: Overwritten.Values) -> [(ClosedRange<Int>, ParameterSetting)] {
    var runs: [(ClosedRange<Int>, ParameterSetting)] = []
    for (neuron, setting) in zip(values.selection.ranges.joined(), values.settings) {
      if let last = runs.last, last.0.upperBound + 1 == neuron, last.1 == setting {
        runs[runs.count - 1].0 = last.0.lowerBound...neuron
      } else {
        runs.append((neuron...neuron, setting))
      }
    }
    return runs
  }
}
