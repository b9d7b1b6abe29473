/// A search backwards: the stretches between keyframes are run again, the latest first, and the last hit in one is it.
import Basics

struct Scout {
  /// Where the session stands meanwhile.
  let home: Keyframe
  /// What is looked for beside the home; breakpoints have numbers.
  var watching: Watching
  /// Hits count after `from` and up to `until`.
  var from: Tick
  var until: Tick
  /// The latest is at the end: the tick, and the positions of the conditions; of a change that is searched for, from what
  /// to what.
  var hits: [(tick: Tick, places: [Int], change: (before: Double, now: Double)?)] = []

  mutating func note(_ places: [Int], at tick: Tick) {
    if !places.isEmpty, tick > from { hits.append((tick, places, watching.watch.change(at: 0))) }
  }
}
