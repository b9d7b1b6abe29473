/// What a picture of the timeline shows.
package import Basics

package struct TimelineSnapshot: Sendable, Equatable {
  package struct Branch: Sendable, Equatable {
    package var number: Int
    package var name: String
    /// What it was made for; nil where something was changed by hand.
    package var reason: String?
    /// The number of the branch that it left, and where; nil for the first.
    package var parent: Int?
    package var fork: Tick
    /// How far it has been run.
    package var end: Tick

    package init(
      number: Int, name: String, reason: String? = nil, parent: Int? = nil, fork: Tick, end: Tick
    ) {
      self.number = number
      self.name = name
      self.reason = reason
      self.parent = parent
      self.fork = fork
      self.end = end
    }
  }

  /// The earliest tick that can be gone back to, and how far the present branch has been run.
  package var earliest = Tick.zero
  package var end = Tick.zero
  /// Where a `go` is on its way to; nil where there is none.
  package var target: Tick?
  /// How far a comparison of branches has come, from 0 to 1; nil where there is none.
  package var comparing: Double?
  /// Where that way began; nil where there is none.
  package var start: Tick?
  /// The number of the present branch.
  package var branch = 0
  package var branches: [Branch] = []
  /// The ticks of the newest commands that altered the present branch, ascending.
  package var edits: [Tick] = []
  package var bookmarks: [Bookmark] = []
  package var breakpoints: [Breakpoint] = []
  /// What the past takes, and what it may take [bytes].
  package var memory = 0
  package var budget = 0

  package init() {}

  /// Whether a tick of a branch lies on the way to the end of the present one. - Complexity: O(branches).
  package func isOnLine(branch number: Int, _ tick: Tick) -> Bool {
    var next: Int? = branch
    var limit = Tick(.max)
    while let current = next, let found = branches.first(where: { $0.number == current }) {
      if current == number { return tick <= limit }
      limit = min(limit, found.fork)
      next = found.parent
    }
    return false
  }

  /// More marks than these no line of a screen has.
  static let mostEdits = 512
}

extension DebugSession {
  /// The branches of the run. The timeline hears only now and then how far the present one has come.
  package var branches: [Branch] {
    var branches = timeline.branches
    branches[timeline.current].end = max(timeline.end, tick)
    return branches
  }

  /// All that a picture of the timeline shows.
  package var timelineSnapshot: TimelineSnapshot {
    var snapshot = TimelineSnapshot()
    writeTimeline(&snapshot)
    return snapshot
  }

  /// - Complexity: O(branches + bookmarks + breakpoints), and of at most so many commands as are shown.
  func writeTimeline(_ snapshot: inout TimelineSnapshot) {
    snapshot.earliest = timeline.earliest
    snapshot.end = max(timeline.end, tick)
    snapshot.target = if case .seeking(let target) = mode { target } else { nil }
    snapshot.comparing = comparisonProgress
    snapshot.start = snapshot.target == nil ? nil : seekStart
    snapshot.branch = timeline.branches[timeline.current].number
    snapshot.branches.removeAll(keepingCapacity: true)
    for branch in branches {
      snapshot.branches.append(
        TimelineSnapshot.Branch(
          number: branch.number, name: branch.name, reason: branch.reason, parent: branch.parent, fork: branch.fork,
          end: branch.end))
    }
    snapshot.edits.removeAll(keepingCapacity: true)
    for entry in timeline.log.suffix(TimelineSnapshot.mostEdits) where snapshot.edits.last != entry.tick {
      snapshot.edits.append(entry.tick)
    }
    snapshot.bookmarks = timeline.bookmarks
    snapshot.breakpoints = breakpoints
    snapshot.memory = timeline.memory
    snapshot.budget = timeline.budget
  }
}
