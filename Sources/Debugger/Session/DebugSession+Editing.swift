/// Commands that alter a run: carried out, logged, and told in numbers.
import Basics
import NetworkModel
import Simulation

extension DebugSession {
  mutating func edit(_ command: EngineCommand) -> [EngineEvent] {
    let words: String
    let number = overwritten.next
    keepOverwritten(by: command)
    do throws(EditError) {
      switch command {
      case .setParameter(let selection, let name, let setting):
        words = try setParameter(selection, name: name, setting)
      case .setState(let selection, let variable, let value):
        words = try setState(selection, variable: variable, value)
      case .poke(let address): words = try poke(address)
      case .leaveOut(let parts):
        try carryOut(command)
        words = "from here on without \(parts.map(\.text).joined(separator: ", "))"
      default: return []
      }
    } catch {
      return [.refused(error.description)]
    }
    if let number, overwritten.next == nil { note(.remember(number)) }
    note(command)
    return [.changed(words)]
  }

  /// Logs a command that was carried out; in the past it begins a branch.
  mutating func note(_ command: EngineCommand) {
    if watching?.watch.network == networks.current { watching?.watch.overlook(simulation) }
    if let branch = timeline.append(command, at: tick) { reports.append(.branched(branch.number, branch.name)) }
    reports.append(.logged(command, branch: timeline.branches[timeline.current].number, at: tick))
    // A log that was full has forgotten how to come here.
    if timeline.keepsKeyframes, timeline.keyframe(atOrBefore: tick) == nil { keepKeyframe(pinned: true) }
    planAhead()
  }

  private mutating func setParameter(
    _ selection: Selection, name: String, _ setting: ParameterSetting
  ) throws(EditError) -> String {
    let old = present(selection, parameter: name)
    try simulation.setParameter(selection, name: name, setting)
    let population = simulation.populationIndex(selection.population)
    let field = population.flatMap { simulation.populations[$0].descriptor.parameter(name) }
    let unit = field?.dimension.baseUnit ?? ""
    return ChangeWords.text(subject(selection), name, from: old, to: setting, unit: unit)
  }

  private mutating func setState(
    _ selection: Selection, variable: String, _ value: Double
  ) throws(EditError) -> String {
    let old = present(selection, variable: variable)
    try simulation.setState(selection, variable: variable, value)
    history.refresh(simulation)
    let population = simulation.populationIndex(selection.population)
    let field = population.flatMap { simulation.populations[$0].descriptor.stateVariable(variable) }
    return ChangeWords.text(
      subject(selection), variable, from: old, to: .number(value), unit: field?.dimension.baseUnit ?? "")
  }

  private mutating func poke(_ address: NeuronAddress) throws(EditError) -> String {
    try carryOut(.poke(address))
    return "\(name(of: address)) spikes in the next step"
  }

  /// The name of a population where all of it is meant.
  private func subject(_ selection: Selection) -> String {
    guard let index = simulation.populationIndex(selection.population) else { return selection.text }
    return selection.count == simulation.populations[index].size ? selection.population : selection.text
  }

  /// What the selected neurons have now; nil where they differ, or where there is no such thing.
  private func present(_ selection: Selection, parameter name: String) -> ParameterSetting? {
    guard let population = population(holding: selection),
      let field = simulation.populations[population].descriptor.parameters.firstIndex(where: { $0.name == name })
    else { return nil }
    return common(selection) { simulation.parameter(population: population, field: field, index: $0) }
  }

  private func present(_ selection: Selection, variable name: String) -> ParameterSetting? {
    guard let population = population(holding: selection),
      let variable = simulation.populations[population].descriptor.state.firstIndex(where: { $0.name == name })
    else { return nil }
    return common(selection) { .number(simulation.state(population: population, variable: variable, index: $0)) }
  }

  /// The population of a selection that lies within it.
  func population(holding selection: Selection) -> Int? {
    guard let index = simulation.populationIndex(selection.population), let first = selection.ranges.first,
      let last = selection.ranges.last, first.lowerBound >= 0, last.upperBound < simulation.populations[index].size
    else { return nil }
    return index
  }

  private func common(_ selection: Selection, _ value: (Int) -> ParameterSetting) -> ParameterSetting? {
    let first = value(selection.ranges[0].lowerBound)
    for range in selection.ranges {
      for neuron in range where value(neuron) != first { return nil }
    }
    return first
  }
}
