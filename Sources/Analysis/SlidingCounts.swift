/// Spike counts of neurons in equal parts of the last stretch of time, as sums that tell their variance.

/// Bins stand still in time. Those that are over and lie within the window count; the one that is being filled does not.
struct SlidingCounts {
  let stepsPerBin: Int
  private let bins: Int
  private let neurons: Int
  /// A ring of bins and of the one that is being filled, [bins + 1 × neurons]: bin b is at b mod (bins + 1).
  private var counts: [UInt16]
  /// By neuron, of all bins of the ring: the sum, and that of squares.
  private var sums: [Int]
  private var squares: [Int]
  /// By place in the ring, over all neurons.
  private var together: [Int]
  /// The first bin that was seen from its beginning, and the one that is being filled.
  private var first = 0
  private var current = 0

  /// - Parameter window: in steps.
  init(neurons: Int, bins wanted: Int, window: Int) {
    stepsPerBin = max(1, window / wanted)
    bins = max(1, min(wanted, window / stepsPerBin))
    self.neurons = neurons
    counts = Array(repeating: 0, count: neurons * (bins + 1))
    sums = Array(repeating: 0, count: neurons)
    squares = sums
    together = Array(repeating: 0, count: bins + 1)
  }

  /// Nothing is known of the time before this step. To be called before the first spike.
  mutating func begin(at step: Int) {
    first = (step + stepsPerBin - 1) / stepsPerBin
    current = step / stepsPerBin
  }

  /// - Complexity: O(1), and that of `move`.
  mutating func add(_ neuron: Int, step: Int) {
    move(to: step)
    let place = current % (bins + 1)
    let count = counts[place * neurons + neuron]
    guard current >= first, count < .max else { return }
    counts[place * neurons + neuron] = count + 1
    together[place] += 1
    sums[neuron] += 1
    squares[neuron] += 2 * Int(count) + 1
  }

  /// Time goes on to the end of the step before `end`. - Complexity: O(neurons) for each bin that leaves the window.
  mutating func move(to end: Int) {
    while current < end / stepsPerBin {
      current += 1
      // What is as old as the window goes, and its place is filled again.
      let oldest = current % (bins + 1)
      if together[oldest] > 0 { forget(oldest) }
    }
  }

  private mutating func forget(_ place: Int) {
    for neuron in 0..<neurons {
      let count = Int(counts[place * neurons + neuron])
      sums[neuron] -= count
      squares[neuron] -= count * count
      counts[place * neurons + neuron] = 0
    }
    together[place] = 0
  }

  /// How many bins count.
  private var number: Int { max(0, min(bins, current - first)) }

  /// Mean, over the neurons that fired, of variance over mean; nil where none did. The variance is that of a sample
  /// (divisor n − 1): with ten counts the other would make Poisson neurons look regular.
  var meanFano: Double? {
    guard number > 1 else { return nil }
    let correction = Double(number) / Double(number - 1)
    var total = 0.0
    var fired = 0
    for neuron in 0..<neurons {
      let (sum, variance) = moments(of: neuron)
      guard sum > 0 else { continue }
      total += correction * variance / (Double(sum) / Double(number))
      fired += 1
    }
    return fired > 0 ? total / Double(fired) : nil
  }

  /// The standard deviation of the mean over the neurons, over the root of the mean of their variances.
  var synchrony: Double? {
    var own = 0.0
    for neuron in 0..<neurons { own += moments(of: neuron).variance }
    own /= Double(max(1, neurons))
    guard own > 0 else { return nil }
    let counted = (current - number..<current).map { Double(together[$0 % (bins + 1)]) }
    let mean = counted.reduce(0, +) / Double(number)
    let spread = counted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(number)
    return (spread / Double(neurons * neurons) / own).squareRoot()
  }

  /// Of the bins that count, which the one that is being filled does not; the variance with divisor n.
  private func moments(of neuron: Int) -> (sum: Int, variance: Double) {
    guard number > 0 else { return (0, 0) }
    let unfinished = Int(counts[current % (bins + 1) * neurons + neuron])
    let sum = sums[neuron] - unfinished
    let mean = Double(sum) / Double(number)
    return (sum, Double(squares[neuron] - unfinished * unfinished) / Double(number) - mean * mean)
  }
}
