/// Gathers spikes of one stretch of time and tells their statistics.
package import Basics

/// Spikes are given in order of time; every neuron may spike once a step.
package struct TrainCollector {
  private let dt: Milliseconds
  private var trains: [SpikeTrain]
  /// Of all neurons [ms].
  private var intervals: [Double] = []
  private var counts: BinnedCounts
  private var activity: BinnedCounts

  /// - Parameter steps: the time that is looked at.
  package init(neurons: Int, steps: Range<Int>, dt: Milliseconds) {
    self.dt = dt
    trains = Array(repeating: SpikeTrain(), count: neurons)
    counts = BinnedCounts(neurons: neurons, bins: 10, steps: steps)
    activity = BinnedCounts(neurons: neurons, bins: 100, steps: steps)
  }

  /// A spike of a neuron (0…) in a step, not earlier than the last one given. - Complexity: O(1), amortised.
  package mutating func add(_ neuron: Int, step: Int) {
    counts.add(neuron, step: step)
    activity.add(neuron, step: step)
    if let interval = trains[neuron].add(step) { intervals.append(Double(interval) * dt.value) }
  }

  /// - Parameter bins: of the histogram of intervals, which goes from 0 to four times their mean, in whole steps.
  /// - Complexity: O(neurons + spikes).
  package consuming func statistics(bins: Int) -> TrainStatistics {
    let mean = intervals.mean ?? 0
    // Whole steps to a bin: otherwise some bins hold one more possible interval than others, and the picture has teeth.
    let stepsPerBin = max(1, (4 * mean / dt.value / Double(max(1, bins))).rounded(.up))
    let histogram = Histogram(intervals, bins: bins, range: 0...Double(bins) * stepsPerBin * dt.value)
    let variations = trains.cvs
    return TrainStatistics(
      neurons: trains.count, spikes: trains.reduce(0) { $0 + $1.spikes }, intervals: histogram, cv: variations.mean,
      cvNeurons: variations.count,
      fano: counts.meanFano, synchrony: activity.synchrony,
      synchronyBin: Milliseconds(Double(activity.stepsPerBin) * dt.value))
  }
}
