/// Where a triggered trace begins: the newest step in which its variable passed a level and that a whole sweep followed.

/// Looks at every step once, so that waiting for a trigger costs nothing.
struct SweepFinder {
  let level: Float
  let edge: ObservationRequest.Trigger.Edge
  /// Steps that must have followed the trigger.
  let tail: Int
  /// The variable that is looked at.
  let variable: Int
  /// The step of the trigger; nil while there is none.
  private(set) var found: Int?
  /// The first step that was not looked at yet.
  private(set) var next = 0

  init(level: Float, edge: ObservationRequest.Trigger.Edge, tail: Int, variable: Int) {
    self.level = level
    self.edge = edge
    self.tail = tail
    self.variable = variable
  }

  /// - Parameter spikes: the steps in which the neuron spiked, ascending, from `next` on.
  /// - Complexity: O(new steps).
  mutating func search(_ track: Track, spikes: ArraySlice<Int>) {
    let end = track.endStep - tail
    let first = max(next, track.firstStep + 1)
    guard first < end else { return }
    var spikes = spikes.drop { $0 < first }
    var before = track[first - 1]
    for step in first..<end {
      let value = track[step]
      let isSpike = spikes.first == step
      if isSpike { spikes.removeFirst() }
      if isPassed(from: before, to: value, isSpike: isSpike) { found = step }
      before = value
    }
    next = end
  }

  /// A spike is drawn to the top, whatever the reset has left of it: it rises above every level and may fall in the same
  /// step.
  private func isPassed(from before: Float, to value: Float, isSpike: Bool) -> Bool {
    let rises = before < level && (value >= level || isSpike)
    let falls = value < level && (before >= level || isSpike)
    return switch edge {
    case .rising: rises
    case .falling: falls
    case .either: rises || falls
    }
  }

  /// Whether it looks for the same as another.
  func isLike(_ other: SweepFinder) -> Bool {
    level == other.level && edge == other.edge && tail == other.tail && variable == other.variable
  }
}
