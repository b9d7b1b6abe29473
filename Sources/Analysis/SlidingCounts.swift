/// Spike counts of neurons in equal parts of the last stretch of time, as sums that tell their variance.

/// Bins stand still in time. Those that are over and lie within the window count; the one that is being filled does not.
package struct SlidingCounts: Sendable {
  package let stepsPerBin: Int
  private let bins: Int
  private let neurons: Int
  /// A ring of the bins that count, each with who fired in it, spike by spike: bin b is at b mod bins.
  private var ring: [[UInt32]]
  /// The same of the bin that is being filled.
  private var filling: [UInt32] = []
  /// By neuron, while a bin comes or goes: its spikes in that; 0 at any other time.
  private var inBin: [Int]
  /// By neuron, of all bins of the ring: the sum, and that of squares.
  private var sums: [Int]
  private var squares: [Int]
  /// Over the neurons: of all squares, and of the squares of their sums. Whole numbers, so that they are exact.
  private var allSquares = 0
  private var squaredSums = 0
  /// Over the bins of the ring: the sum of all their spikes, and that of the squares of those.
  private var togetherSum = 0
  private var togetherSquares = 0
  /// The first bin that was seen from its beginning, and the one that is being filled.
  private var first = 0
  private var current = 0

  /// - Parameters:
  ///   - wanted: into how many bins the window is cut; fewer where it has fewer steps. What is left over does not count.
  ///   - window: in steps.
  package init(neurons: Int, bins wanted: Int, window: Int) {
    let width = max(1, window / wanted)
    self.init(neurons: neurons, stepsPerBin: width, bins: min(wanted, window / width))
  }

  /// As synchrony is counted: about a hundred bins of whole steps, so many that they come as near to the window as they
  /// can.
  package init(synchronyOf neurons: Int, window: Int) {
    let width = Self.synchronyBin(window: window)
    self.init(neurons: neurons, stepsPerBin: width, bins: window / width)
  }

  private init(neurons: Int, stepsPerBin: Int, bins: Int) {
    (self.neurons, self.stepsPerBin, self.bins) = (neurons, stepsPerBin, max(1, bins))
    ring = Array(repeating: [], count: self.bins)
    inBin = Array(repeating: 0, count: neurons)
    sums = Array(repeating: 0, count: neurons)
    squares = sums
  }

  /// How many steps have to be known so that a window is full, wherever its bins stand.
  package static func synchronySteps(window: Int) -> Int { window + synchronyBin(window: window) }

  private static func synchronyBin(window: Int) -> Int { max(1, (window + 50) / 100) }

  /// Nothing is known of the time before this step. To be called before the first spike.
  package mutating func begin(at step: Int) {
    first = (step + stepsPerBin - 1) / stepsPerBin
    current = step / stepsPerBin
  }

  /// - Complexity: O(1), and that of `move`.
  package mutating func add(_ neuron: Int, step: Int) {
    if step >= nextBin { move(to: step) }
    if current >= first { filling.append(UInt32(truncatingIfNeeded: neuron)) }
  }

  /// Time goes on to the end of the step before `end`. - Complexity: O(bins that end + spikes in them).
  package mutating func move(to end: Int) {
    while current < end / stepsPerBin {
      let place = current % bins
      count(ring[place], sign: -1)
      ring[place].removeAll(keepingCapacity: true)
      swap(&ring[place], &filling)
      count(ring[place], sign: 1)
      current += 1
    }
  }

  /// A bin comes (sign 1) or goes (−1): one more spike makes a square n² into (n + 1)², which is 2n + 1 more.
  private mutating func count(_ spikes: [UInt32], sign: Int) {
    if spikes.isEmpty { return }
    var (ofBins, ofSums) = (0, 0)
    for spike in spikes {
      let neuron = Int(spike)
      let more = 2 * inBin[neuron] + 1
      inBin[neuron] += 1
      ofBins += more
      squares[neuron] += sign * more
      ofSums += 2 * sums[neuron] * sign + 1
      sums[neuron] += sign
    }
    for spike in spikes { inBin[Int(spike)] = 0 }
    allSquares += sign * ofBins
    squaredSums += ofSums
    togetherSum += sign * spikes.count
    togetherSquares += sign * spikes.count * spikes.count
  }

  /// The end of the bin that is being filled [steps].
  package var nextBin: Int { (current + 1) * stepsPerBin }

  /// How many bins count.
  private var number: Int { max(0, min(bins, current - first)) }

  /// Whether the bins that count fill the window.
  package var isFull: Bool { number == bins }

  /// Mean, over the neurons that fired, of variance over mean; nil where none did. The variance is that of a sample
  /// (divisor n − 1): with ten counts the other would make Poisson neurons look regular.
  var meanFano: Double? {
    guard number > 1 else { return nil }
    let correction = Double(number) / Double(number - 1)
    var total = 0.0
    var fired = 0
    for neuron in 0..<neurons where sums[neuron] > 0 {
      let mean = Double(sums[neuron]) / Double(number)
      total += correction * (Double(squares[neuron]) / Double(number) - mean * mean) / mean
      fired += 1
    }
    return fired > 0 ? total / Double(fired) : nil
  }

  /// The standard deviation of the mean over the neurons, over the root of the mean of their variances (divisor n), with
  /// what both are divided by left out; nil where nothing changes. - Complexity: O(1).
  package var synchrony: Double? {
    let own = number * allSquares - squaredSums
    guard own > 0 else { return nil }
    let spread = number * togetherSquares - togetherSum * togetherSum
    return (Double(spread) / (Double(neurons) * Double(own))).squareRoot()
  }
}
