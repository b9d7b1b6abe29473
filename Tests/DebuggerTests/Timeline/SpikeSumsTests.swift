/// Sums of spikes over windows, beside counts of the spikes themselves.
import Testing

@testable import Debugger

struct SpikeSumsTests {
  private static let windows = [1, 7, 50, 400]
  private static let levels = [[1.0], [2.5], [3, 10], [20, 60.5, 61]]

  /// Stretches without a spike, and bursts.
  private static func counts(_ seed: UInt64) -> [Int] {
    var numbers = SeededNumbers(seed: seed)
    return (0..<6000).map { step in
      let isBurst = step / 500 % 3 == 1
      return Int.random(in: 0..<100, using: &numbers) < (isBurst ? 60 : 4) ? Int.random(in: 1...4, using: &numbers) : 0
    }
  }

  @Test(arguments: [0, 123])
  func sumsAreThoseOfTheSpikesAndNoLevelIsPassedInSilence(first: Int) {
    let counts = Self.counts(UInt64(first) + 1)
    var sums = SpikeSums()
    for (steps, levels) in zip(Self.windows, Self.levels) {
      let window = sums.window(steps: steps)
      for level in levels { sums.watch(window, at: level) }
    }
    sums.begin(at: first)
    var told = Self.windows.map { _ in 0 }
    for step in counts.indices {
      let changed = Self.take(counts[step], end: first + step + 1, &sums)
      for (window, steps) in Self.windows.enumerated() {
        let now = counts[max(0, step + 1 - steps)...step].reduce(0, +)
        let before = counts[max(0, step - steps)..<step].reduce(0, +)
        #expect(sums.sum(window, at: first + step + 1) == now)
        #expect(sums.sum(window, at: first + step) == before)
        let hasPassed = Self.levels[window].contains { (Double(now) > $0) != (Double(before) > $0) }
        if hasPassed { #expect(changed.contains(window), "window of \(steps) steps at step \(step)") }
        if changed.contains(window) { told[window] += 1 }
      }
    }
    // It sleeps between: a window is looked at where its sum comes to a level, not in every step.
    for window in told.indices { #expect(told[window] > 0 && told[window] < counts.count / 2) }
  }

  private static func take(_ count: Int, end: Int, _ sums: inout SpikeSums) -> [Int] {
    var changed: [Int] = []
    if count > 0, sums.take(count, end: end) { changed += sums.wake(end: end) }
    if end >= sums.nextStep { changed += sums.wake(end: end) }
    return changed
  }
}
