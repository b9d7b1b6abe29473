/// How a history follows a session to another place of its run.
import Basics
import Simulation

extension History {
  /// What is counted from the beginning of a run, so that it is known wherever one goes.
  struct Totals: Sendable {
    /// Spikes since tick 0, by population.
    var spikeCounts: [Int]
    /// By neuron: steps since its last spike; the largest number for none, or for longer ago.
    var ages: [UInt32]

    var memory: Int { spikeCounts.count * MemoryLayout<Int>.stride + ages.count * MemoryLayout<UInt32>.stride }
  }

  /// - Complexity: O(neurons).
  func totals(at tick: Tick) -> Totals {
    Totals(
      spikeCounts: spikeCounts,
      ages: lastSpikeStep.map { $0 < 0 ? .max : UInt32(clamping: tick.value - $0) })
  }

  /// Goes to where these were counted. What is known of the steps before it is kept if it reaches up to there; pictures
  /// are made anew.
  /// - Complexity: O(neurons + spikes that go).
  mutating func go(to tick: Tick, _ totals: Totals) {
    begin(at: tick)
    spikeCounts = totals.spikeCounts
    lastSpikeStep = totals.ages.map { $0 == .max ? -1 : tick.value - Int($0) }
  }

  /// Whether all spikes of these steps are kept.
  func holds(_ steps: Range<Int>) -> Bool {
    spikes.firstStep <= steps.lowerBound && steps.upperBound <= spikes.endStep
  }
}
