/// The last change of a weight, a variable or a parameter, and the next one.
import Basics
import NetworkModel
import Simulation

extension DebugSession {
  /// - Parameter what: as a condition writes it: `weight(exc[3] -> exc[17])`, `exc[17].tau_m`.
  mutating func search(changeOf what: String, _ direction: Direction) -> [EngineEvent] {
    let wanted: Condition
    do throws(ConditionProblem) {
      wanted = try condition(what + " changes")
    } catch {
      // What stands behind the end is not the user's.
      return error.column > what.count ? [Self.oneThing] : [.badCondition(error)]
    }
    guard case .change = wanted else { return [Self.oneThing] }
    changing = what
    guard changesByCommandsAlone(wanted) else { return search(wanted, direction) }
    switch direction {
    case .forwards:
      guard let last = timeline.log.last?.tick, last > tick else {
        return [.notFound("nothing that is known of the run changes it after this")]
      }
      return search(wanted, direction)
    case .backwards:
      guard let until = lastCommand(upTo: Tick(tick.value - 1)) else { return [.notFound(notBehind(wanted))] }
      return beginScouting(wanted, until: until)
    }
  }

  /// Whether only who changes the run changes this, so that the steps between two commands need not be looked at.
  private func changesByCommandsAlone(_ condition: Condition?) -> Bool {
    guard case .change(let term) = condition else { return false }
    switch term {
    case .parameter: return true
    case .weight(let name, _, _):
      let learns = networks.specs.contains { spec in
        spec.projections.contains { $0.name == name && $0.plasticity != nil }
      }
      return !learns
    case .number, .variable, .count, .rate, .synchrony, .related: return false
    }
  }

  private func lastCommand(upTo tick: Tick) -> Tick? {
    let earliest = timeline.earliest
    return timeline.log.last { $0.tick <= tick && $0.tick > earliest }?.tick
  }

  /// From which tick on, going back, a search is to go on; nil where nothing is left.
  func worthLooking(at tick: Tick, _ watching: Watching) -> Tick? {
    guard watching.numbers == [nil], changesByCommandsAlone(watching.conditions.first) else { return tick }
    return lastCommand(upTo: tick)
  }

  /// What has changed, from what to what, and by whom.
  mutating func tell(_ change: (before: Double, now: Double), at place: Tick? = nil) {
    guard let changing else { return }
    let place = place ?? tick
    let isEdit = timeline.log.contains { $0.tick == place }
    let cause = isEdit ? ", edited" : changing.hasPrefix("weight(") ? ", learned" : ""
    reports.append(.changeFound("\(words(of: change)) at \(ChangeWords.time(place, dt: dt))\(cause)"))
  }

  private static var oneThing: EngineEvent {
    .refused("one thing is wanted here, as weight(exc[3] -> exc[17]) or exc[17].tau_m")
  }

  /// `exc[17].tau_m 20 → 15 ms`
  private func words(of change: (before: Double, now: Double)) -> String {
    let what = changing ?? ""
    var parser = ConditionParser(what + " changes", network: summary, models: simulation.populations.map(\.descriptor))
    guard let (field, dimension) = try? parser.changing() else { return what }
    if case .choice(let words)? = field?.kind {
      let names = [change.before, change.now].map { words.indices.contains(Int($0)) ? words[Int($0)] : "?" }
      return "\(what) \(names[0]) → \(names[1])"
    }
    let unit = dimension.baseUnit
    let numbers = "\(ChangeWords.number(change.before)) → \(ChangeWords.number(change.now))"
    return "\(what) \(numbers)" + (unit.isEmpty ? "" : " \(unit)")
  }
}

extension ConditionParser {
  /// What a text that begins with a variable, a parameter or a weight speaks of: the parameter's field, and the unit.
  fileprivate mutating func changing() throws(ConditionProblem) -> (ParameterField?, Dimension) {
    let (term, dimension) = try operand().term(expecting: nil)
    guard case .parameter(let neurons, let name) = term,
      let population = network.populations.firstIndex(where: { $0.name == neurons.population })
    else { return (nil, dimension) }
    return (models[population].parameter(name), dimension)
  }
}
