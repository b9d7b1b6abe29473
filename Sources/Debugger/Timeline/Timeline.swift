/// The past of a run, as far as it can be gone back to: what was done to it, and moments from which it can be run again.
package import Basics

/// With the description of the network, the log is all that is needed to have the same run again; keyframes save running
/// it from the beginning.
///
/// # How to use it
/// A `DebugSession` keeps its timeline by itself while it runs. What follows is for whoever builds on it.
/// - **Where one is**: `session.tick`; how far one has been is `session.timeline.end`. Between them lies the recorded
///   future, which runs again as it was, commands and all, until something is changed.
/// - **Going**: `session.apply(.go(…))` with a `Destination`: a tick, steps back, a fraction, the next or last spike,
///   weight change, edit, a bookmark. The session then is `.seeking`, or `.scouting` when it looks backwards, until
///   `advance` has brought it there, slice by slice; any other command ends that. `.stopped` tells that it is there,
///   `.notFound` that there is no such place. While it scouts nothing may be shown (`isScouting`), for the simulation
///   is not where the session is.
/// - **At a tick** means: all commands logged at that tick are carried out, the step from it is not. A command given now
///   acts in the next step and is logged at the present tick.
/// - **Changing the past** (any command that alters a run, at a tick before `end`) begins a `Branch`, told by
///   `.branched`; the old future keeps its name, and `.switchBranch` goes there. `branches` is the tree.
/// - **A run beside this one**, for questions such as "what if": `timeline.keyframe(atOrBefore:)` and
///   `Branch.log` hold all that it takes; `session.restore(_:)` goes there.
/// - **Memory**: keyframes are kept under `budget`, dense near the present and near the end of the run, thinner with the
///   distance; those with which a run or a rebuilt network begins are never dropped.
/// - **Truth**: when a replay passes a keyframe, every byte is compared, and a difference is told by `.diverged`.
/// - **Snapshots** carry a `TimelineSnapshot` with all that a picture of this needs.
package struct Timeline: Sendable {
  /// A command that altered the run, and the tick before whose step it was applied.
  package struct Entry: Sendable, Equatable {
    package let tick: Tick
    package let command: EngineCommand
  }

  /// The most commands that a branch keeps.
  package let capacity: Int
  package internal(set) var branches: [Branch]
  /// The position, among them, of the branch that is run.
  package internal(set) var current = 0
  package internal(set) var bookmarks: [Bookmark] = []
  /// What keyframes may take [bytes].
  package internal(set) var budget = Timeline.usualBudget
  /// What they take.
  package internal(set) var memory = 0
  /// Changes with everything that a picture of the tree shows, but for how far the run is.
  package internal(set) var revision = 0

  /// Entries of the branch that have been carried out; the others are ahead, in the recorded future.
  var position = 0
  /// False where nobody wants to go back: then there are no keyframes.
  var keepsKeyframes = true
  /// Steps between two keyframes of a run that goes on.
  var interval = 1 << 10
  /// The tick at which the next keyframe is due, and the next at which anything is: a step compares with one number.
  private(set) var nextKeyframe = Int.max
  private(set) var nextStop = Int.max
  private var nextNumber = 1

  /// 64 MB: some hundred keyframes of 4,000 neurons.
  package static let usualBudget = 64_000_000
  /// The oldest leaf goes when there are more.
  static let mostBranches = 64

  package init(capacity: Int = 65_536) {
    self.capacity = capacity
    branches = [Branch(number: 0, name: "main", parent: nil, fork: .zero, log: [], end: .zero)]
  }

  /// The commands of the present branch, oldest first.
  package var log: [Entry] { branches[current].log }
  package var isComplete: Bool { branches[current].isComplete }
  /// How far the present branch has been run, as far as it is known here.
  package var end: Tick { branches[current].end }

  /// Adds a command, if it is of the kind that alters a run; in the past it begins a branch.
  /// - Returns: the new branch, if there is one.
  /// - Complexity: O(1), amortised; O(log) for a new branch.
  @discardableResult mutating func append(_ command: EngineCommand, at tick: Tick) -> Branch? {
    guard command.altersRun else { return nil }
    let branch = tick < end ? fork(at: tick) : nil
    revision += 1
    // A slider that is dragged while paused sets the same thing again and again: only the last counts.
    if let last = log.last, last.tick == tick, command.supersedes(last.command) { branches[current].log.removeLast() }
    branches[current].log.append(Entry(tick: tick, command: command))
    branches[current].end = max(end, tick)
    if log.count > capacity { forgetOldest() }
    position = log.count
    return branch
  }

  /// The older half of a full log goes, and with it what could only be run again by it.
  private mutating func forgetOldest() {
    let count = max(1, capacity / 2)
    let last = log[count - 1].tick
    for entry in log[..<count] { entry.command.addOmissions(to: &branches[current].forgotten) }
    branches[current].log.removeFirst(count)
    branches[current].isComplete = false
    var line: Int? = current
    while let index = line {
      for keyframe in branches[index].keyframes where keyframe.tick <= last { memory -= keyframe.memory }
      branches[index].keyframes.removeAll { $0.tick <= last }
      line = branches[index].parent.flatMap(position(ofBranch:))
    }
  }

  /// The run has come to a tick.
  mutating func reach(_ tick: Tick) { branches[current].end = max(end, tick) }

  /// Begins anew, for a run from its own beginning; the budget stays.
  mutating func removeAll() {
    let (budget, keeps, revision) = (self.budget, keepsKeyframes, revision)
    self = Timeline(capacity: capacity)
    (self.budget, keepsKeyframes, self.revision) = (budget, keeps, revision + 1)
  }

  /// Works out when a step has to look here again.
  /// - Parameter target: where a jump goes to. On the way to it keyframes become denser, so that a step back from there,
  ///   and one more, are short.
  mutating func plan(from tick: Tick, toward target: Tick? = nil) {
    guard keepsKeyframes else { return }
    let last = keyframe(atOrBefore: tick)?.tick.value ?? tick.value
    nextKeyframe = max(tick.value + 1, last + interval)
    if let target, target > tick {
      let half = max(interval / Int(Self.finestShare), (target.value - tick.value) / 2)
      nextKeyframe = min(nextKeyframe, tick.value + max(1, half))
    }
    let entry = position < log.count ? log[position].tick.value : .max
    let known = keyframe(after: tick)?.tick.value ?? .max
    nextStop = min(nextKeyframe, entry, known)
  }

  mutating func nextBranchNumber() -> Int {
    defer { nextNumber += 1 }
    return nextNumber
  }
}

extension EngineCommand {
  /// Whether what comes after differs from what would have come without it.
  package var altersRun: Bool {
    switch self {
    case .setParameter, .setState, .poke, .rebuild, .remember, .revert, .leaveOut: true
    case .run, .pause, .step, .runTo, .restart, .setPace, .observe, .arrange, .hash, .load, .tellWeights, .go,
      .bookmark, .forgetBookmark, .switchBranch, .nameBranch, .setBudget, .setBreakpoint, .removeBreakpoint, .whatIf,
      .compare, .dissect, .why, .query:
      false
    }
  }

  /// Whether an earlier command at the same tick makes no difference when this one follows it.
  package func supersedes(_ earlier: EngineCommand) -> Bool {
    switch (self, earlier) {
    case (.setParameter(let new, let name, _), .setParameter(let old, let oldName, _)): new == old && name == oldName
    case (.setState(let new, let name, _), .setState(let old, let oldName, _)): new == old && name == oldName
    case (.poke(let new), .poke(let old)): new == old
    default: false
    }
  }
}
