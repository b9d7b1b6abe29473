/// Spike counts of neurons in equal parts of a stretch of time, as sums that tell their variance.

struct BinnedCounts {
  let stepsPerBin: Int
  private let bins: Int
  private let first: Int
  /// By neuron: the bin that is being counted, its count, and of all bins the sum and the sum of squares.
  private var bin: [Int]
  private var count: [Int]
  private var sum: [Int]
  private var square: [Int]
  /// By bin, over all neurons.
  private var together: [Int]

  /// Whole bins alone count; what is left of the time at its beginning is not looked at.
  init(neurons: Int, bins wanted: Int, steps: Range<Int>) {
    stepsPerBin = max(1, steps.count / wanted)
    bins = steps.count / stepsPerBin
    first = steps.upperBound - bins * stepsPerBin
    bin = Array(repeating: -1, count: neurons)
    count = Array(repeating: 0, count: neurons)
    sum = count
    square = count
    together = Array(repeating: 0, count: max(0, bins))
  }

  /// - Complexity: O(1).
  mutating func add(_ neuron: Int, step: Int) {
    guard step >= first else { return }
    let place = (step - first) / stepsPerBin
    guard place < bins else { return }
    together[place] += 1
    if bin[neuron] != place {
      square[neuron] += count[neuron] * count[neuron]
      count[neuron] = 0
      bin[neuron] = place
    }
    count[neuron] += 1
    sum[neuron] += 1
  }

  /// Mean, over the neurons that fired, of variance over mean; nil where none did. The variance is that of a sample
  /// (divisor n − 1): with ten counts the other would make Poisson neurons look regular.
  var meanFano: Double? {
    guard bins > 1 else { return nil }
    let correction = Double(bins) / Double(bins - 1)
    var total = 0.0
    var number = 0
    for neuron in sum.indices where sum[neuron] > 0 {
      total += correction * variance(of: neuron) / (Double(sum[neuron]) / Double(bins))
      number += 1
    }
    return number > 0 ? total / Double(number) : nil
  }

  /// The standard deviation of the mean over the neurons, over the root of the mean of their variances.
  var synchrony: Double? {
    let neurons = Double(sum.count)
    let own = sum.indices.reduce(0) { $0 + variance(of: $1) } / max(1, neurons)
    guard own > 0 else { return nil }
    let mean = Double(together.reduce(0, +)) / Double(bins)
    let spread = together.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / Double(bins)
    return (spread / (neurons * neurons) / own).squareRoot()
  }

  /// With divisor n.
  private func variance(of neuron: Int) -> Double {
    guard bins > 0 else { return 0 }
    let mean = Double(sum[neuron]) / Double(bins)
    return Double(square[neuron] + count[neuron] * count[neuron]) / Double(bins) - mean * mean
  }
}
