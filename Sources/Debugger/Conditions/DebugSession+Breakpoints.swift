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
    var parser = ConditionParser(text, network: summary, models: simulation.populations.map(\.descriptor))
    let condition = try parser.parse()
    try check(parser.synapses)
    return condition
  }

  /// Whether there are these, only the built network knows.
  func check(_ synapses: [(term: Term, text: String, column: Int)]) throws(ConditionProblem) {
    for (term, words, column) in synapses {
      guard case .weight(let name, let post, let pre) = term,
        let projection = simulation.projections.firstIndex(where: { $0.name == name }),
        simulation.synapse(of: projection, post: post, pre: pre) != nil
      else { throw ConditionProblem(.noSynapse(words), column: column) }
    }
  }

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
