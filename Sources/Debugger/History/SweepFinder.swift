/// Where a triggered trace begins: the newest step in which its variable rose to a level and that a whole sweep followed.

/// Looks at every step once, so that waiting for a trigger costs nothing.
struct SweepFinder {
  let level: Float
  /// Steps that must have followed the trigger.
  let tail: Int
  /// The variable that is looked at.
  let variable: Int
  /// The step of the trigger; nil while there is none.
  private(set) var found: Int?
  /// The first step that was not looked at yet.
  private(set) var next = 0

  init(level: Float, tail: Int, variable: Int) {
    self.level = level
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
      // A spike is drawn to the top, whatever the reset has left of it.
      if before < level, value >= level || isSpike { found = step }
      before = value
    }
    next = end
  }
}
