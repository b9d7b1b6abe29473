/// Conditions that are looked at after every step.
import Basics
import Simulation

/// Most of them need not be worked out in most steps: what waits for a spike only when there is one, what counts spikes
/// only when a count comes to a level, and what compares values only when one of them does, which is seen all at once.
struct Watch {
  /// A part of a condition, for which something is a sign.
  private struct Sign {
    let position: Int
    let part: Int
  }

  /// The number of the network that it is fitted to.
  let network: Int
  /// By position in what was given; nil for those that are no more than a level, and those that do not fit, which then
  /// never happen.
  private var conditions: [WatchedCondition?] = []
  private var values = WatchedValues()
  private var spikes = WatchedSpikes()
  private var levels: [LevelLists.Fitted] = []
  /// Conditions that are worked out after every step, by group those to be worked out where it has fired, and by window
  /// those where it has changed.
  private var always: [Int] = []
  private var byGroup: [[Int]] = []
  private var byWindow: [[Sign]] = []
  /// Whether the numbers of the step before are asked about, so that none may be left out.
  private var readsAlways = false
  /// Of the present step, kept for their room: what was crossed, and what has to be worked out.
  private var crossings: [LevelLists.Crossing] = []
  private var due: [Int] = []

  init(_ given: [Condition], _ simulation: borrowing Simulation, network: Int) {
    self.network = network
    var lists = LevelLists()
    for (position, condition) in given.enumerated() {
      if lists.take(condition, position, simulation) {
        conditions.append(nil)
      } else {
        conditions.append(fit(condition, simulation))
        sort(position, &lists, simulation)
      }
    }
    levels = lists.fitted()
    for (list, level) in levels.enumerated() {
      for hint in level.hints { conditions[hint.position]?.add(level: (list, hint.number), to: hint.part) }
    }
    spikes.index(simulation)
  }

  private mutating func fit(_ condition: Condition, _ simulation: borrowing Simulation) -> WatchedCondition? {
    let (first, others) = (values.readerCount, values.otherCount)
    guard let fitted = condition.fitted(simulation, &values, &spikes) else { return nil }
    let readers = values.otherCount == others ? first..<values.readerCount : nil
    return WatchedCondition(fitted, isEvent: condition.isEvent, readers: readers)
  }

  /// When a condition has to be worked out.
  private mutating func sort(_ position: Int, _ lists: inout LevelLists, _ simulation: borrowing Simulation) {
    guard let condition = conditions[position] else { return }
    if let groups = condition.gates {
      for group in groups { byGroup.append(position, toList: group) }
      readsAlways = readsAlways || condition.comparesSteps
    } else if let dependences = condition.dependences,
      lists.hint(at: dependences.map(\.levels), of: values, position, simulation)
    {
      condition.watch(&spikes)
      for (part, dependence) in dependences.enumerated() {
        for window in dependence.windows { byWindow.append(Sign(position: position, part: part), toList: window) }
      }
    } else {
      always.append(position)
      readsAlways = true
    }
  }

  /// To be called before the first step.
  /// - Parameter history: the spikes before it, as far as they are known.
  mutating func begin(_ simulation: borrowing Simulation, _ history: SpikeHistory? = nil, steps: Int = 0) {
    values.listen(true, simulation)
    spikes.begin(at: simulation.tick.value)
    if let history {
      let first = max(history.firstStep, history.endStep - steps)
      spikes.begin(at: first)
      for step in first..<max(first, history.endStep) {
        spikes.take(Array(history.spikes[history.range(ofSteps: step..<step + 1)]))
      }
    }
    values.read(simulation)
    values.read(simulation)
    crossings.removeAll()
    for list in levels.indices { levels[list].look(simulation, &crossings) }
    for position in conditions.indices { conditions[position]?.begin(values, spikes, &levels) }
  }

  /// To be called after the last step.
  func end(_ simulation: borrowing Simulation) { values.listen(false, simulation) }

  /// To be called after every step: where an event happens, or a state begins to hold.
  /// - Returns: the positions of those conditions, ascending; mostly empty, which costs nothing.
  mutating func look(_ simulation: borrowing Simulation) -> [Int] {
    spikes.take(simulation.lastSpikes)
    if !due.isEmpty { due.removeAll(keepingCapacity: true) }
    if readsAlways { due += always }
    var found: [Int] = []
    cross(simulation, &found)
    for group in spikes.fired where group < byGroup.count { due += byGroup[group] }
    for window in spikes.changed where window < byWindow.count {
      for sign in byWindow[window] where conditions[sign.position]?.looks(at: sign.part) == true {
        due.append(sign.position)
      }
    }
    if !due.isEmpty || readsAlways {
      read(simulation)
      workOut(due, &found)
    }
    found.sort()
    return found
  }

  /// Looks at the levels: who waits for one of them alone has found it.
  private mutating func cross(_ simulation: borrowing Simulation, _ found: inout [Int]) {
    if !crossings.isEmpty { crossings.removeAll(keepingCapacity: true) }
    for list in levels.indices { levels[list].look(simulation, &crossings) }
    for crossing in crossings {
      if crossing.kind == .hint { due.append(crossing.position) } else { found.append(crossing.position) }
    }
  }

  /// Reads what conditions that have to be worked out ask about.
  private mutating func read(_ simulation: borrowing Simulation) {
    if readsAlways || due.contains(where: { conditions[$0]?.readers == nil }) { return values.read(simulation) }
    for position in due { if let readers = conditions[position]?.readers { values.read(readers, simulation) } }
  }

  /// Goes on in another network, in which a command of the recorded future has put the run: what was known before it is
  /// compared with what is now. To be called after `begin`.
  /// - Returns: the positions of what happens by that.
  mutating func goOn(from former: Watch) -> [Int] {
    values.goOn(from: former.values)
    var found: [Int] = []
    workOut(always, &found)
    return found
  }

  /// A command was given by hand: what it has changed is not for the next step to find.
  mutating func overlook(_ simulation: borrowing Simulation) {
    values.read(simulation)
    values.read(simulation)
    for list in levels.indices { levels[list].overlookEvents(simulation) }
  }

  /// Of a condition that waits for a change: what it was, and what it is.
  func change(at position: Int) -> (before: Double, now: Double)? { conditions[position]?.change(values) }

  /// A condition may be there several times: what happens in a step has happened once.
  private mutating func workOut(_ positions: [Int], _ found: inout [Int]) {
    for position in positions where !found.contains(position) {
      if conditions[position]?.happens(values, spikes, &levels) == true { found.append(position) }
    }
  }
}

extension Array {
  /// Of lists by number, as many as are needed.
  fileprivate mutating func append<Entry>(_ entry: Entry, toList number: Int) where Element == [Entry] {
    while count <= number { append([]) }
    self[number].append(entry)
  }
}
