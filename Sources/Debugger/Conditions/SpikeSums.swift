/// How many spikes there were in the last so many steps, for windows of any number over the same neurons.

/// A step without a spike costs nothing: what is written down are the steps that had some, and a sum is worked out when it
/// is asked for. Between, a window sleeps until its sum can have come to a level: not before so many new spikes have come,
/// nor before so many old ones have left.
struct SpikeSums {
  /// One window.
  private struct Window {
    let steps: Int
    var levels = ComparedLevels()
    /// It is looked at again when the total has come to this, or at the end of this step.
    var wakeTotal = Int.max
    var wakeStep = Int.max
  }

  private var windows: [Window] = []
  /// The steps that had spikes, by when they ended, and how many there had been by then.
  private var log: [(end: Int, total: Int)] = []
  /// The first of the log that any window still asks about, and how many spikes there had been before it.
  private var first = 0
  private var base = 0
  private var total = 0
  private var longest = 0
  private var nextTotal = Int.max
  /// At the end of this step a window has to wake.
  private(set) var nextStep = Int.max

  /// The place of the window of so many steps.
  mutating func window(steps: Int) -> Int {
    if let known = windows.firstIndex(where: { $0.steps == steps }) { return known }
    windows.append(Window(steps: steps))
    longest = max(longest, steps)
    return windows.count - 1
  }

  mutating func watch(_ window: Int, at level: Double) { windows[window].levels.add(whole: level) }
  mutating func watchAll(_ window: Int) { windows[window].levels.takesAll = true }

  /// Nothing is known of the time before this step.
  mutating func begin(at step: Int) {
    log.removeAll(keepingCapacity: true)
    (first, base, total) = (0, 0, 0)
    for window in windows.indices { windows[window].wakeStep = step + 1 }
    nextStep = windows.isEmpty ? .max : step + 1
  }

  /// What a window says at the end of a step: the last one that was taken, or the one before.
  /// - Complexity: O(log spikes).
  func sum(_ window: Int, at end: Int) -> Int {
    spikes(before: end) - spikes(before: end - windows[window].steps)
  }

  /// How many spikes there had been by the end of a step.
  private func spikes(before end: Int) -> Int {
    if let last = log.last, last.end <= end { return last.total }
    let next = firstOfLog { $0.end > end }
    return next > first ? log[next - 1].total : base
  }

  /// The first entry of the log from which on this holds.
  private func firstOfLog(where holds: ((end: Int, total: Int)) -> Bool) -> Int {
    var (low, high) = (first, log.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(log[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Takes the spikes of a step that had some. Returns whether a window has to wake by them. - Complexity: O(1).
  mutating func take(_ count: Int, end: Int) -> Bool {
    forget(before: end - longest - 1)
    total += count
    log.append((end, total))
    return total >= nextTotal
  }

  /// What nobody asks about any more goes away, when it is half of what there is.
  private mutating func forget(before end: Int) {
    while first < log.count, log[first].end < end {
      base = log[first].total
      first += 1
    }
    guard first > 32, first > log.count / 2 else { return }
    log.removeSubrange(..<first)
    first = 0
  }

  /// To be called where `take` says so, and at the end of `nextStep`.
  /// - Returns: the windows whose sums have come to another side of a level.
  /// - Complexity: O(windows).
  mutating func wake(end: Int) -> [Int] {
    var changed: [Int] = []
    (nextTotal, nextStep) = (.max, .max)
    for place in windows.indices {
      if total >= windows[place].wakeTotal || end >= windows[place].wakeStep {
        let now = sum(place, at: end)
        if windows[place].levels.come(to: Double(now)) { changed.append(place) }
        sleep(place, now, end)
      }
      nextTotal = min(nextTotal, windows[place].wakeTotal)
      nextStep = min(nextStep, windows[place].wakeStep)
    }
    return changed
  }

  /// Until when nothing can happen.
  private mutating func sleep(_ place: Int, _ now: Int, _ end: Int) {
    let (below, above) = windows[place].levels.neighbors(of: Double(now))
    windows[place].wakeTotal = above < 1e15 ? total + Int(above) - now : .max
    windows[place].wakeStep = below >= 0 ? endOfLoss(now - Int(below), windows[place].steps, end) : .max
  }

  /// The end of the step in which so many of the spikes in the window have left it. - Complexity: O(log spikes).
  private func endOfLoss(_ loss: Int, _ steps: Int, _ end: Int) -> Int {
    let wanted = spikes(before: end - steps) + loss
    return log[firstOfLog { $0.total >= wanted }].end + steps
  }
}
