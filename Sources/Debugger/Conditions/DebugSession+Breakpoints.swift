/// Breakpoints: set, checked against the network, taken away.
import Basics
import Simulation

extension DebugSession {
  mutating func set(_ breakpoint: Breakpoint) -> [EngineEvent] {
    var breakpoint = breakpoint
    do throws(ConditionProblem) {
      _ = try condition(breakpoint.text)
    } catch {
      return [.badCondition(error)]
    }
    breakpoint.problem = nil
    if let place = breakpoints.firstIndex(where: { $0.number == breakpoint.number }) {
      breakpoints[place] = breakpoint
    } else {
      guard breakpoints.count < Self.mostBreakpoints else {
        return [.refused("\(Self.mostBreakpoints) breakpoints are kept already")]
      }
      breakpoint.number = (breakpoints.map(\.number).max() ?? 0) + 1
      breakpoints.append(breakpoint)
    }
    return changedBreakpoints()
  }

  private static var mostBreakpoints: Int { 1000 }

  mutating func removeBreakpoint(_ number: Int) -> [EngineEvent] {
    guard let place = breakpoints.firstIndex(where: { $0.number == number }) else {
      return [.refused("there is no breakpoint \(number)")]
    }
    breakpoints.remove(at: place)
    return changedBreakpoints()
  }

  /// A run that is under way looks out for them at once.
  private mutating func changedBreakpoints() -> [EngineEvent] {
    if mode != .paused { beginWatching() }
    return [.breakpoints(breakpoints)]
  }

  /// What a text says in the present network.
  package func condition(_ text: String) throws(ConditionProblem) -> Condition {
    try parsed(text) { (parser) throws(ConditionProblem) in try parser.parse() }
  }

  /// Of two neurons, which synapses join them only the built network knows; what it lacks, the text does not mean.
  func parsed<Meaning>(
    _ text: String, _ parse: (inout ConditionParser) throws(ConditionProblem) -> Meaning
  ) throws(ConditionProblem) -> Meaning {
    let models = simulation.populations.map(\.descriptor)
    var parser = ConditionParser(text, network: summary, models: models)
    let meaning = try parse(&parser)
    var absent: [Term] = []
    for synapse in parser.synapses { absent += try check(synapse) }
    if absent.isEmpty { return meaning }
    parser = ConditionParser(text, network: summary, models: models, absent: absent)
    return try parse(&parser)
  }

  /// - Returns: the weights that it may mean and that there are not. There has to be just one.
  private func check(_ synapse: NamedSynapse) throws(ConditionProblem) -> [Term] {
    let absent = synapse.terms.filter { !has($0) }
    let names = synapse.terms.filter { !absent.contains($0) }.compactMap { term in
      if case .weight(let name, _, _) = term { name } else { nil }
    }
    if names.isEmpty {
      throw ConditionProblem(.noSynapse(synapse.text, hint: sources(of: synapse.target)), column: synapse.column)
    }
    if names.count > 1 { throw ConditionProblem(.ambiguousSynapse(synapse.text, names), column: synapse.column) }
    return absent
  }

  private func has(_ term: Term) -> Bool {
    guard case .weight(let name, let post, let pre) = term,
      let projection = simulation.projections.firstIndex(where: { $0.name == name })
    else { return false }
    return simulation.synapse(of: projection, post: post, pre: pre) != nil
  }

  /// Who has a synapse onto a neuron, for who has named one that has not: `onto exc[17] lead inh[3], inh[5] and 7 more`.
  func sources(of target: NeuronAddress) -> String {
    var names: [String] = []
    for synapse in simulation.incoming(population: target.population, index: target.index) {
      let name = simulation.name(of: NeuronAddress(population: synapse.population, index: synapse.index))
      if !names.contains(name) { names.append(name) }
    }
    let target = simulation.name(of: target)
    if names.isEmpty { return "nothing leads onto \(target)" }
    let more = names.count > Self.mostSources ? " and \(names.count - Self.mostSources) more" : ""
    return "onto \(target) lead \(names.prefix(Self.mostSources).joined(separator: ", "))\(more)"
  }

  private static var mostSources: Int { 4 }

  /// Another network may lack what a breakpoint speaks of: it then stays, with the reason why it cannot be met.
  mutating func checkBreakpoints() {
    for place in breakpoints.indices {
      do throws(ConditionProblem) {
        _ = try condition(breakpoints[place].text)
        breakpoints[place].problem = nil
      } catch {
        breakpoints[place].problem = error.description
      }
    }
  }
}
