/// Conditions that are looked at after every step.
import Basics
import Simulation

/// Most of them need not be worked out in most steps: what waits for a spike only when there is one, what counts spikes
/// only when a count comes to a level, and what compares values only when one of them does, which is seen all at once.
struct Watch {
  /// The number of the network that it is fitted to.
  let network: Int
  /// By position in what was given; nil for those that do not fit, which then never happen.
  private var fitted: [FittedCondition?] = []
  private let isEvent: [Bool]
  /// Whether a state held after the step before.
  private var held: [Bool]
  private var values = WatchedValues()
  private var spikes = WatchedSpikes()
  private var levels: [LevelLists.Fitted] = []
  /// Conditions that are worked out after every step, and by group and window those to be worked out where it has fired
  /// or changed.
  private var always: [Int] = []
  private var byGroup: [Int: [Int]] = [:]
  private var byWindow: [Int: [Int]] = [:]
  /// By group: whether anybody waits for its spikes.
  private var isAwaited: [Bool] = []
  /// By position: the readers of its values; nil where it asks about more than state variables.
  private var readers: [Range<Int>?] = []
  /// By position: what has to hold before its levels are worth a look, and whether it did.
  private var windowParts: [FittedCondition?]
  private var looksAtLevels: [Bool]
  /// Whether the numbers of the step before are asked about, so that none may be left out.
  private var readsAlways = false

  init(_ conditions: [Condition], _ simulation: borrowing Simulation, network: Int) {
    self.network = network
    isEvent = conditions.map(\.isEvent)
    held = conditions.map { _ in false }
    windowParts = conditions.map { _ in nil }
    looksAtLevels = conditions.map { _ in true }
    var lists = LevelLists()
    for (position, condition) in conditions.enumerated() {
      let (first, others) = (values.readerCount, values.otherCount)
      defer { readers.append(values.otherCount == others ? first..<values.readerCount : nil) }
      if lists.take(condition, position, simulation) {
        fitted.append(nil)
      } else {
        fitted.append(condition.fitted(simulation, &values, &spikes))
        sort(position, &lists, simulation)
      }
    }
    levels = lists.fitted()
    isAwaited = spikes.counts.indices.map { byGroup[$0] != nil }
    spikes.index(simulation)
  }

  private mutating func sort(_ position: Int, _ lists: inout LevelLists, _ simulation: borrowing Simulation) {
    guard let condition = fitted[position] else { return }
    if isEvent[position], let groups = condition.gates {
      for group in groups { byGroup[group, default: []].append(position) }
      readsAlways = readsAlways || condition.comparesSteps
    } else if let dependence = condition.dependence,
      lists.hint(at: dependence.levels, of: values, position, simulation)
    {
      condition.watch(&spikes)
      windowParts[position] = condition.windowPart
      for window in dependence.windows { byWindow[window, default: []].append(position) }
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
    for list in levels.indices { _ = levels[list].crossed(simulation) }
    for (place, condition) in fitted.enumerated() where !isEvent[place] {
      held[place] = condition?.holds(values, spikes) ?? false
    }
    for position in windowParts.indices { chooseLevels(position) }
  }

  /// To be called after the last step.
  func end(_ simulation: borrowing Simulation) { values.listen(false, simulation) }

  /// To be called after every step: where an event happens, or a state begins to hold.
  /// - Returns: the positions of those conditions, ascending; mostly empty, which costs nothing.
  mutating func look(_ simulation: borrowing Simulation) -> [Int] {
    spikes.take(simulation.lastSpikes)
    var found: [Int] = []
    var due = readsAlways ? always : []
    for list in levels.indices {
      let crossed = levels[list].crossed(simulation)
      for (kind, position) in crossed { if kind == .hint { due.append(position) } else { found.append(position) } }
    }
    for group in spikes.fired where isAwaited[group] { due += byGroup[group] ?? [] }
    for window in spikes.changed { due += byWindow[window] ?? [] }
    if due.isEmpty, found.isEmpty, !readsAlways { return [] }
    read(for: due, simulation)
    workOut(due, &found)
    return found.sorted()
  }

  private mutating func read(for due: [Int], _ simulation: borrowing Simulation) {
    let chosen = readsAlways ? [nil] : due.map { readers[$0] }
    if chosen.contains(nil) { return values.read(simulation) }
    for readers in chosen.compactMap(\.self) { values.read(readers, simulation) }
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
  func change(at position: Int) -> (before: Double, now: Double)? {
    guard case .change(let operand) = fitted[position] else { return nil }
    return operand.change(values)
  }

  /// A condition may be there several times: what happens in a step has happened once.
  private mutating func workOut(_ positions: [Int], _ found: inout [Int]) {
    for position in positions where !found.contains(position) {
      let holds = fitted[position]?.holds(values, spikes) ?? false
      if holds, isEvent[position] || !held[position] { found.append(position) }
      held[position] = holds
      chooseLevels(position)
    }
  }

  /// Levels are looked at only while the windows of a condition let it hold.
  private mutating func chooseLevels(_ position: Int) {
    guard let part = windowParts[position] else { return }
    let isWorthALook = part.holds(values, spikes)
    if isWorthALook == looksAtLevels[position] { return }
    looksAtLevels[position] = isWorthALook
    for list in levels.indices { levels[list].setHinting(position, isWorthALook) }
  }
}
