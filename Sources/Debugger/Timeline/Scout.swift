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
  /// The latest first is at the end: the tick, and the positions of the conditions.
  var hits: [(tick: Tick, places: [Int])] = []
}
