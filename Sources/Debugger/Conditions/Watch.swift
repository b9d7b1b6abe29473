/// Conditions that are looked at after every step.
import Basics
import Simulation

/// Most of them need not be worked out in most steps: what waits for a spike only when there is one, what counts spikes
/// only when a count changes, and levels are compared all at once.
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
  /// Conditions that are worked out after every step, and those to be worked out where a group has fired, or a window
  /// has changed.
  private var always: [Int] = []
  private var byGroup: [Int: [Int]] = [:]
  private var byWindow: [Int: [Int]] = [:]
  /// Whether the numbers of the step before are asked about, so that none may be left out.
  private var readsAlways = false

  init(_ conditions: [Condition], _ simulation: borrowing Simulation, network: Int) {
    self.network = network
    isEvent = conditions.map(\.isEvent)
    held = conditions.map { _ in false }
    var simple = LevelLists()
    for (position, condition) in conditions.enumerated() {
      if simple.take(condition, position, simulation) {
        fitted.append(nil)
      } else {
        fitted.append(condition.fitted(simulation, &values, &spikes))
        sort(position)
      }
    }
    levels = simple.fitted(simulation)
    spikes.index(simulation)
  }

  private mutating func sort(_ position: Int) {
    guard let condition = fitted[position] else { return }
    if isEvent[position], let groups = condition.gates {
      for group in groups { byGroup[group, default: []].append(position) }
      readsAlways = readsAlways || condition.comparesSteps
    } else if let windows = condition.windows {
      condition.watch(&spikes)
      for window in windows { byWindow[window, default: []].append(position) }
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
    for list in levels.indices { _ = levels[list].levels.crossed(simulation) }
    for (place, condition) in fitted.enumerated() where !isEvent[place] {
      held[place] = condition?.holds(values, spikes) ?? false
    }
  }

  /// To be called after the last step.
  func end(_ simulation: borrowing Simulation) { values.listen(false, simulation) }

  /// To be called after every step: where an event happens, or a state begins to hold.
  /// - Returns: the positions of those conditions, ascending; mostly empty, which costs nothing.
  mutating func look(_ simulation: borrowing Simulation) -> [Int] {
    spikes.take(simulation.lastSpikes)
    var found: [Int] = []
    for list in levels.indices {
      for level in levels[list].levels.crossed(simulation) { found.append(levels[list].positions[level]) }
    }
    if readsAlways { values.read(simulation) }
    for position in always { work(out: position, &found) }
    workOutGated(simulation, &found)
    for window in spikes.changed {
      for position in byWindow[window] ?? [] where !found.contains(position) { work(out: position, &found) }
    }
    return found.sorted()
  }

  /// Goes on in another network, in which a command of the recorded future has put the run: what was known before it is
  /// compared with what is now. To be called after `begin`.
  /// - Returns: the positions of what happens by that.
  mutating func goOn(from former: Watch) -> [Int] {
    values.goOn(from: former.values)
    var found: [Int] = []
    for position in always { work(out: position, &found) }
    return found
  }

  /// A command was given by hand: what it has changed is not for the next step to find.
  mutating func overlook(_ simulation: borrowing Simulation) {
    values.read(simulation)
    values.read(simulation)
    for list in levels.indices where levels[list].isEvent { _ = levels[list].levels.crossed(simulation) }
  }

  /// Of a condition that waits for a change: what it was, and what it is.
  func change(at position: Int) -> (before: Double, now: Double)? {
    guard case .change(let operand) = fitted[position] else { return nil }
    return operand.change(values)
  }

  /// What waits for a spike of a group that has fired. Other groups fire in most steps, for they are only counted: for
  /// them no value is read.
  private mutating func workOutGated(_ simulation: borrowing Simulation, _ found: inout [Int]) {
    if byGroup.isEmpty { return }
    var isRead = readsAlways
    for group in spikes.fired {
      guard let positions = byGroup[group] else { continue }
      if !isRead { values.read(simulation) }
      isRead = true
      for position in positions where !found.contains(position) { work(out: position, &found) }
    }
  }

  private mutating func work(out position: Int, _ found: inout [Int]) {
    let holds = fitted[position]?.holds(values, spikes) ?? false
    if holds, isEvent[position] || !held[position] { found.append(position) }
    held[position] = holds
  }
}
