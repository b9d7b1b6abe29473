/// One course that a run has taken: a line from its parent's, and then its own.
package import Basics
import NetworkModel

/// Branches make a tree: what is changed in the past begins a new one, and the old future stays.
package struct Branch: Sendable {
  /// Names it for good; the first is 0.
  package let number: Int
  package internal(set) var name: String
  /// What it was made for, for people: `without spike inh[3] at 80.1 ms`; nil where something was changed by hand.
  package internal(set) var reason: String?
  /// The branch that it left, and where; nil for the first.
  package let parent: Int?
  package let fork: Tick
  /// Every command that altered it, its parent's before the fork included, oldest first.
  package internal(set) var log: [Timeline.Entry]
  /// False once the log was full and older entries had to go: then the run cannot be repeated from its beginning.
  package internal(set) var isComplete = true
  /// What entries that had to go leave out.
  var forgotten: [WithoutSpec.Part] = []
  /// How far it has been run.
  package internal(set) var end: Tick
  /// Its own, ascending; those before the fork are its parent's.
  var keyframes: [Keyframe] = []

  /// Puts a keyframe into its place, behind those of the same tick.
  mutating func insert(_ keyframe: Keyframe) {
    let place = keyframes.lastIndex { $0.tick <= keyframe.tick }.map { $0 + 1 } ?? 0
    keyframes.insert(keyframe, at: place)
  }

  /// The position of the first entry at a tick or later. - Complexity: O(log entries).
  func firstEntry(from tick: Tick) -> Int {
    var (low, high) = (0, log.count)
    while low < high {
      let middle = (low + high) / 2
      if log[middle].tick < tick { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// How many of its own keyframes are at this tick or before. - Complexity: O(log keyframes).
  func keyframes(upTo tick: Tick) -> Int {
    var (low, high) = (0, keyframes.count)
    while low < high {
      let middle = (low + high) / 2
      if keyframes[middle].tick <= tick { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
