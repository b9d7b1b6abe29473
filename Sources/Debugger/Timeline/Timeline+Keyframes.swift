/// Keyframes: which one to begin from, and which ones to keep.
package import Basics

extension Timeline {
  /// The earliest tick that can be gone back to.
  package var earliest: Tick {
    var first = branches[current].keyframes.first?.tick
    var index = current
    while let parent = branches[index].parent.flatMap(position(ofBranch:)) {
      first = branches[parent].keyframes.first?.tick ?? first
      index = parent
    }
    return first ?? end
  }

  /// How many there are, on all branches.
  package var keyframeCount: Int { branches.reduce(0) { $0 + $1.keyframes.count } }

  /// The last one on the present line at this tick or before. - Complexity: O(log keyframes) for each ancestor.
  func keyframe(atOrBefore tick: Tick) -> Keyframe? {
    var (index, limit) = (current, tick)
    while true {
      let count = branches[index].keyframes(upTo: limit)
      if count > 0 { return branches[index].keyframes[count - 1] }
      limit = min(limit, branches[index].fork)
      guard let parent = branches[index].parent.flatMap(position(ofBranch:)) else { return nil }
      index = parent
    }
  }

  /// The first one after this tick, where the present line has been.
  func keyframe(after tick: Tick) -> Keyframe? {
    guard tick < end else { return nil }
    var (index, limit) = (current, end)
    var next: Keyframe?
    while true {
      let count = branches[index].keyframes(upTo: tick)
      if count < branches[index].keyframes.count, branches[index].keyframes[count].tick <= limit {
        next = branches[index].keyframes[count]
      }
      limit = min(limit, branches[index].fork)
      guard tick < limit, let parent = branches[index].parent.flatMap(position(ofBranch:)) else { return next }
      index = parent
    }
  }

  /// That of the network which was rebuilt last at this tick.
  func pinned(at tick: Tick, included: Int) -> Keyframe? {
    guard let keyframe = keyframe(atOrBefore: tick), keyframe.tick == tick, keyframe.included == included else {
      return nil
    }
    return keyframe
  }

  /// How many commands of its tick have been carried out.
  func included(at tick: Tick) -> Int { position - branches[current].firstEntry(from: tick) }

  /// The commands after a keyframe are ahead again.
  mutating func stand(at keyframe: Keyframe) {
    position = branches[current].firstEntry(from: keyframe.tick) + keyframe.included
  }

  /// Keeps one on the present branch, and drops what is then too much.
  mutating func keep(_ keyframe: Keyframe) {
    if keyframe.isPinned { removePinned(at: keyframe.tick) }
    branches[current].insert(keyframe)
    memory += keyframe.memory
    thin(around: keyframe.tick)
  }

  /// Of several networks that were built at the same tick only the last is gone on with.
  private mutating func removePinned(at tick: Tick) {
    for keyframe in branches[current].keyframes where keyframe.tick == tick && keyframe.included > 0 {
      memory -= keyframe.memory
    }
    branches[current].keyframes.removeAll { $0.tick == tick && $0.included > 0 }
  }

  /// Drops keyframes until they fit the budget: always the one whose loss matters least, which is the one that leaves the
  /// smallest gap beside what is tolerated where it is.
  /// - Complexity: O(keyframes) for each that goes.
  mutating func thin(around present: Tick) {
    while memory > budget, let (branch, place) = leastMissed(present) {
      memory -= branches[branch].keyframes[place].memory
      branches[branch].keyframes.remove(at: place)
    }
  }

  private func leastMissed(_ present: Tick) -> (branch: Int, place: Int)? {
    var least: (branch: Int, place: Int)?
    var leastLoss = Double.infinity
    for (index, branch) in branches.enumerated() {
      // The newest is where the next step back begins.
      for place in 0..<max(0, branch.keyframes.count - 1) where !branch.keyframes[place].isPinned {
        let before = place > 0 ? branch.keyframes[place - 1].tick.value : branch.fork.value
        let gap = Double(branch.keyframes[place + 1].tick.value - before)
        let tick = branch.keyframes[place].tick
        let loss = gap / toleratedGap(at: tick, on: branch, from: index == current ? present : nil)
        if loss < leastLoss { (least, leastLoss) = ((index, place), loss) }
      }
    }
    return least
  }

  /// How large a gap may be, in proportion to others: equal over the last minute of a network like CUBA and around the
  /// present, growing with the distance from there, and equal again in the long past, or else the first jump of an hour
  /// would take longest. Where people step back and forth it is as short as their steps.
  private func toleratedGap(at tick: Tick, on branch: Branch, from present: Tick?) -> Double {
    let nearby = Double(Self.nearbyIntervals * interval)
    let farthest = max(nearby, Double(branch.end.value) * Self.farShare)
    var distance = Double(branch.end.value - tick.value)
    guard let present else { return 2 * min(max(nearby, distance), farthest) }
    let steps = Double(abs(present.value - tick.value))
    distance = min(distance, steps)
    let stepping = Self.steppingWeight * max(steps, Double(interval) / Self.finestShare)
    return min(max(nearby, distance), farthest, stepping)
  }

  /// Within so many usual intervals all is equally near: a minute of a network like CUBA.
  private static let nearbyIntervals = 240
  /// Beyond this share of a run all is equally far.
  private static let farShare = 0.3
  /// Within a sixteenth of what is nearby, keyframes that a step back left behind are missed more than others.
  private static let steppingWeight = 16.0
  /// Of an interval, what lies between the keyframes nearest to a place that was jumped to.
  static let finestShare = 64.0
}
