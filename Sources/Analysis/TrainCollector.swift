/// Gathers spikes of one stretch of time and tells their statistics.
package import Basics

/// Spikes are given in order of time; every neuron may spike once a step.
package struct TrainCollector {
  private let steps: Range<Int>
  private let dt: Milliseconds
  private let neurons: Int
  private var lastStep: [Int]
  private var sums: [Double]
  private var squares: [Double]
  private var numbers: [Int]
  private var intervals: [Double] = []
  private var spikes = 0
  private var counts: BinnedCounts
  private var activity: BinnedCounts

  /// - Parameter steps: the time that is looked at.
  package init(neurons: Int, steps: Range<Int>, dt: Milliseconds) {
    self.neurons = neurons
    self.steps = steps
    self.dt = dt
    lastStep = Array(repeating: -1, count: neurons)
    sums = Array(repeating: 0, count: neurons)
    squares = sums
    numbers = Array(repeating: 0, count: neurons)
    counts = BinnedCounts(neurons: neurons, bins: 10, steps: steps)
    activity = BinnedCounts(neurons: neurons, bins: 100, steps: steps)
  }

  /// A spike of a neuron (0…) in a step, not earlier than the last one given. - Complexity: O(1), amortised.
  package mutating func add(_ neuron: Int, step: Int) {
    spikes += 1
    counts.add(neuron, step: step)
    activity.add(neuron, step: step)
    if lastStep[neuron] >= 0 {
      let interval = Double(step - lastStep[neuron]) * dt.value
      sums[neuron] += interval
      squares[neuron] += interval * interval
      numbers[neuron] += 1
      intervals.append(interval)
    }
    lastStep[neuron] = step
  }

  /// - Parameter bins: of the histogram of intervals, which goes from 0 to four times their mean, in whole steps.
  /// - Complexity: O(neurons + spikes).
  package consuming func statistics(bins: Int) -> TrainStatistics {
    let mean = intervals.isEmpty ? 0 : intervals.reduce(0, +) / Double(intervals.count)
    // Whole steps to a bin: otherwise some bins hold one more possible interval than others, and the picture has teeth.
    let stepsPerBin = max(1, (4 * mean / dt.value / Double(max(1, bins))).rounded(.up))
    let histogram = Histogram(intervals, bins: bins, range: 0...Double(bins) * stepsPerBin * dt.value)
    let variations = (0..<neurons).compactMap { variation(of: $0) }
    return TrainStatistics(
      neurons: neurons, spikes: spikes, intervals: histogram,
      cv: variations.isEmpty ? nil : variations.reduce(0, +) / Double(variations.count), cvNeurons: variations.count,
      fano: counts.meanFano, synchrony: activity.synchrony,
      synchronyBin: Milliseconds(Double(activity.stepsPerBin) * dt.value))
  }

  private func variation(of neuron: Int) -> Double? {
    guard numbers[neuron] >= IntervalStatistics.leastIntervals else { return nil }
    let mean = sums[neuron] / Double(numbers[neuron])
    let variance = squares[neuron] / Double(numbers[neuron]) - mean * mean
    // What rounding leaves of a perfectly regular train is no variation.
    return variance > 1e-9 * mean * mean ? variance.squareRoot() / mean : 0
  }
}
