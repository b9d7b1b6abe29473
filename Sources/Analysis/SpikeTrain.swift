/// The interspike intervals of one neuron as sums, so that nothing of a run has to be kept.

struct SpikeTrain: Sendable, Equatable {
  private(set) var spikes = 0
  private var lastStep = 0
  /// Of the intervals, in steps: whole numbers, so that the sums are exact.
  private var sum = 0
  private var sumOfSquares = 0

  /// A spike, not earlier than the last one. Returns the interval since that [steps]; nil for the first.
  @discardableResult
  mutating func add(_ step: Int) -> Int? {
    defer {
      spikes += 1
      lastStep = step
    }
    if spikes == 0 { return nil }
    let interval = step - lastStep
    sum += interval
    sumOfSquares += interval * interval
    return interval
  }

  /// The coefficient of variation of the intervals (standard deviation, divisor n, over mean); nil where there are
  /// fewer than `IntervalStatistics.leastIntervals`.
  var cv: Double? {
    let intervals = spikes - 1
    guard intervals >= IntervalStatistics.leastIntervals else { return nil }
    let mean = Double(sum) / Double(intervals)
    let variance = Double(sumOfSquares) / Double(intervals) - mean * mean
    return max(0, variance).squareRoot() / mean
  }
}

extension Sequence<SpikeTrain> {
  /// The coefficients of variation of those that have one.
  var cvs: [Double] { compactMap(\.cv) }
}

extension [Double] {
  /// Nil where there is nothing to take it of.
  var mean: Double? { isEmpty ? nil : reduce(0, +) / Double(count) }
}
