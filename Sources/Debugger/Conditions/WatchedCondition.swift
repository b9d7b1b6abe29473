/// A condition as it is looked at after every step, and what about it needs a look.
import Simulation

/// All parts of a condition have to hold: while one of them does not, nothing else about it needs a look. Which one that
/// is changes only when it comes to hold (as SAT solvers watch the literals of a clause; Moskewicz et al. 2001).
struct WatchedCondition {
  private struct Part {
    let condition: FittedCondition
    let isEvent: Bool
    /// Where its levels are: a list, and a number in it.
    var levels: [(list: Int, number: Int)] = []
  }

  /// An event happens, a state begins to hold.
  let isEvent: Bool
  /// The readers of its values; nil where it asks about more than state variables.
  let readers: Range<Int>?
  private var parts: [Part]
  /// The part that has to come to hold first; nil while all do, and each may cease to.
  private var awaited: Int?
  /// Whether it held after the step before.
  private var held = false

  init(_ condition: FittedCondition, isEvent: Bool, readers: Range<Int>?) {
    self.isEvent = isEvent
    self.readers = readers
    parts = condition.parts.map { Part(condition: $0, isEvent: $0.isEvent) }
  }

  /// What its parts hang on; nil where one may come to hold without a sign.
  var dependences: [FittedCondition.Dependence]? {
    let all = parts.compactMap(\.condition.dependence)
    return all.count < parts.count ? nil : all
  }

  /// Groups without a spike of which it does not happen; nil where it may.
  var gates: [Int]? { parts.lazy.compactMap(\.condition.gates).first }

  /// Whether it asks what values were after the step before, or listens to weights.
  var comparesSteps: Bool { parts.contains(where: \.condition.comparesSteps) }

  /// Has the windows that it asks about tell when they change.
  func watch(_ spikes: inout WatchedSpikes) { for part in parts { part.condition.watch(&spikes) } }

  /// A level of a part is this one of that list.
  mutating func add(level: (list: Int, number: Int), to part: Int) { parts[part].levels.append(level) }

  /// Whether anything hangs on what a part says.
  func looks(at part: Int) -> Bool { awaited == nil || awaited == part }

  /// Whether it holds after the step before the first that is looked at.
  mutating func begin(_ values: WatchedValues, _ spikes: WatchedSpikes, _ levels: inout [LevelLists.Fitted]) {
    held = holds(values, spikes, &levels) && !isEvent
  }

  /// Works it out after a step. Returns whether it happens, or begins to hold.
  mutating func happens(
    _ values: WatchedValues, _ spikes: WatchedSpikes, _ levels: inout [LevelLists.Fitted]
  ) -> Bool {
    let holds = holds(values, spikes, &levels)
    defer { held = holds && !isEvent }
    return holds && !held
  }

  private mutating func holds(
    _ values: WatchedValues, _ spikes: WatchedSpikes, _ levels: inout [LevelLists.Fitted]
  ) -> Bool {
    if let awaited, !parts[awaited].condition.holds(values, spikes) { return false }
    let next = parts.firstIndex { !$0.isEvent && !$0.condition.holds(values, spikes) }
    // An event is over with its step, so that it is what has to come again.
    let event = parts.firstIndex(where: \.isEvent)
    defer { wait(for: next ?? event, &levels) }
    return next == nil && parts.allSatisfy { !$0.isEvent || $0.condition.holds(values, spikes) }
  }

  private mutating func wait(for part: Int?, _ levels: inout [LevelLists.Fitted]) {
    if part == awaited { return }
    let former = awaited
    awaited = part
    for place in parts.indices where looks(at: place) != (former == nil || former == place) {
      for level in parts[place].levels { levels[level.list].setAwake(level.number, looks(at: place)) }
    }
  }

  /// Of a condition that waits for a change: what it was, and what it is.
  func change(_ values: WatchedValues) -> (before: Double, now: Double)? {
    guard case .change(let operand)? = parts.first?.condition else { return nil }
    return operand.change(values)
  }
}
