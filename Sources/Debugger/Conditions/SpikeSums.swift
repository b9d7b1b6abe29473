/// How many spikes there were in the last so many steps, for windows of any number over the same neurons.

/// A sum is the difference of two running totals, so it is worked out when it is asked for. Between, a window sleeps until
/// its sum can have come to a level: not before so many new spikes have come, nor before so many old ones have left.
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
  /// The spikes before each of the last steps: those before step s are at s & mask.
  private var totals: [Int] = [0, 0]
  private var total = 0
  /// The step that is taken next.
  private var step = 0
  private var nextTotal = Int.max
  private var nextStep = Int.max

  private var mask: Int { totals.count - 1 }

  /// The place of the window of so many steps.
  mutating func window(steps: Int) -> Int {
    if let known = windows.firstIndex(where: { $0.steps == steps }) { return known }
    windows.append(Window(steps: steps))
    // One more for the sum of the step before.
    while totals.count < steps + 2 { totals += totals }
    return windows.count - 1
  }

  mutating func watch(_ window: Int, at level: Double) { windows[window].levels.add(whole: level) }
  mutating func watchAll(_ window: Int) { windows[window].levels.takesAll = true }

  /// Nothing is known of the time before this step.
  mutating func begin(at step: Int) {
    self.step = step
    total = 0
    for place in totals.indices { totals[place] = 0 }
    for window in windows.indices { windows[window].wakeStep = step + 1 }
    nextStep = windows.isEmpty ? .max : step + 1
  }

  /// After the last step that was taken.
  func sum(_ window: Int) -> Int { total - totals[(step - windows[window].steps) & mask] }

  /// After the one before.
  func formerSum(_ window: Int) -> Int { totals[(step - 1) & mask] - totals[(step - 1 - windows[window].steps) & mask] }

  /// Takes the spikes of a step. Returns whether a window has to wake; in most steps none has. - Complexity: O(1).
  mutating func take(_ count: Int) -> Bool {
    total += count
    step += 1
    totals[step & mask] = total
    return total >= nextTotal || step >= nextStep
  }

  /// To be called where `take` says so.
  /// - Returns: the windows whose sums have come to another side of a level.
  /// - Complexity: O(windows).
  mutating func wake() -> [Int] {
    var changed: [Int] = []
    (nextTotal, nextStep) = (.max, .max)
    for place in windows.indices {
      if total >= windows[place].wakeTotal || step >= windows[place].wakeStep {
        if windows[place].levels.come(to: Double(sum(place))) { changed.append(place) }
        sleep(place)
      }
      nextTotal = min(nextTotal, windows[place].wakeTotal)
      nextStep = min(nextStep, windows[place].wakeStep)
    }
    return changed
  }

  /// Until when nothing can happen.
  private mutating func sleep(_ place: Int) {
    let now = sum(place)
    let (below, above) = windows[place].levels.neighbors(of: Double(now))
    windows[place].wakeTotal = above < 1e15 ? total + Int(above) - now : .max
    windows[place].wakeStep = below >= 0 ? stepOfLoss(now - Int(below), windows[place].steps) : .max
  }

  /// The step at whose end so many of the spikes in the window have left it. - Complexity: O(log steps).
  private func stepOfLoss(_ loss: Int, _ steps: Int) -> Int {
    let wanted = totals[(step - steps) & mask] + loss
    var (first, last) = (step - steps + 1, step)
    while first < last {
      let middle = (first + last) / 2
      if totals[middle & mask] >= wanted { last = middle } else { first = middle + 1 }
    }
    return first + steps
  }
}
