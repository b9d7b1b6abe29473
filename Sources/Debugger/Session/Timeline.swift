/// What was done to a run, and when: with the spec, all that is needed to have the same run again.
package import Basics

package struct Timeline: Sendable, Equatable {
  /// A command that altered the run, and the tick before whose step it was applied.
  package struct Entry: Sendable, Equatable {
    package let tick: Tick
    package let command: EngineCommand
  }

  /// The most that is kept.
  package let capacity: Int
  /// Oldest first.
  package private(set) var log: [Entry] = []
  /// False once the log was full and older entries had to go: then the run cannot be repeated from it.
  package private(set) var isComplete = true

  package init(capacity: Int = 65_536) { self.capacity = capacity }

  /// Adds a command, if it is of the kind that alters a run. - Complexity: O(1), amortised.
  mutating func append(_ command: EngineCommand, at tick: Tick) {
    guard command.altersRun else { return }
    // A slider that is dragged while paused sets the same thing again and again: only the last counts.
    if let last = log.last, last.tick == tick, command.supersedes(last.command) { log.removeLast() }
    log.append(Entry(tick: tick, command: command))
    if log.count > capacity {
      log.removeFirst(max(1, capacity / 2))
      isComplete = false
    }
  }

  /// Begins anew, for a run from tick 0 with the document's own values.
  mutating func removeAll() {
    log.removeAll(keepingCapacity: true)
    isComplete = true
  }
}

extension EngineCommand {
  /// Whether what comes after differs from what would have come without it.
  fileprivate var altersRun: Bool {
    switch self {
    case .setParameter, .setState, .poke, .rebuild, .remember, .revert: true
    case .run, .pause, .step, .runTo, .restart, .setPace, .observe, .hash, .load, .tellWeights: false
    }
  }

  /// Whether an earlier command at the same tick makes no difference when this one follows it.
  fileprivate func supersedes(_ earlier: EngineCommand) -> Bool {
    switch (self, earlier) {
    case (.setParameter(let new, let name, _), .setParameter(let old, let oldName, _)): new == old && name == oldName
    case (.setState(let new, let name, _), .setState(let old, let oldName, _)): new == old && name == oldName
    case (.poke(let new), .poke(let old)): new == old
    default: false
    }
  }
}
