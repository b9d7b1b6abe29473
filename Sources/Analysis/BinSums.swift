/// Spike counts of neurons in bins of time, as sums that tell how they vary.

/// Bins come with their spikes, and go with them in the order in which they came. Whole numbers, so that nothing is left
/// of what has gone.
package struct BinSums: Sendable {
  private struct Neuron {
    /// Its spikes in all bins.
    var sum: Int32 = 0
    /// While a bin comes: its spikes in that; 0 at any other time.
    var inBin: Int32 = 0
  }

  private var neurons: [Neuron]
  /// By neuron: the sum of the squares of its counts; empty where nobody asks for those.
  private var squares: [Int]
  /// Over the neurons: of all squares, and of the squares of their sums.
  private var allSquares = 0
  private var squaredSums = 0
  /// A ring of the bins that are in the sums and have a spike, each with the sum of the neurons' squares; how many of
  /// them have come, and gone.
  private var squaresOfBins: [Int]
  private var (come, gone) = (0, 0)
  /// Over the bins: the sum of all their spikes, and that of the squares of those.
  private var togetherSum = 0
  private var togetherSquares = 0

  /// - Parameters:
  ///   - bins: how many may be there at once.
  ///   - tellsFano: whether `meanFano` is asked for; it takes a number more for each neuron.
  package init(neurons count: Int, bins: Int, tellsFano: Bool = false) {
    neurons = Array(repeating: Neuron(), count: count)
    squaresOfBins = Array(repeating: 0, count: bins)
    squares = tellsFano ? Array(repeating: 0, count: count) : []
  }

  /// A bin comes, with who fired in it, spike by spike. - Complexity: O(spikes), some nanoseconds each.
  package mutating func add(_ spikes: ArraySlice<UInt32>) {
    if spikes.isEmpty { return }
    if !squares.isEmpty { countSquares(spikes, sign: 1) }
    var (ofBin, ofSums) = (0, 0)
    var neurons = neurons.mutableSpan
    // One more spike makes a square n² into (n + 1)², which is 2n + 1 more.
    for spike in spikes {
      var neuron = neurons[Int(spike)]
      ofBin += Int(2 * neuron.inBin + 1)
      ofSums += Int(2 * neuron.sum + 1)
      neuron.inBin += 1
      neuron.sum += 1
      neurons[Int(spike)] = neuron
    }
    for spike in spikes { neurons[Int(spike)].inBin = 0 }
    squaresOfBins[come % squaresOfBins.count] = ofBin
    come += 1
    count(ofBin, ofSums, spikes.count)
  }

  /// The bin goes that came first of those that are there.
  package mutating func remove(_ spikes: ArraySlice<UInt32>) {
    if spikes.isEmpty { return }
    let ofBin = squaresOfBins[gone % squaresOfBins.count]
    gone += 1
    if !squares.isEmpty { countSquares(spikes, sign: -1) }
    var ofSums = 0
    var neurons = neurons.mutableSpan
    for spike in spikes {
      neurons[Int(spike)].sum -= 1
      ofSums += Int(2 * neurons[Int(spike)].sum + 1)
    }
    count(-ofBin, -ofSums, spikes.count, sign: -1)
  }

  private mutating func count(_ ofBin: Int, _ ofSums: Int, _ spikes: Int, sign: Int = 1) {
    allSquares += ofBin
    squaredSums += ofSums
    togetherSum += sign * spikes
    togetherSquares += sign * spikes * spikes
  }

  private mutating func countSquares(_ spikes: ArraySlice<UInt32>, sign: Int) {
    for spike in spikes {
      squares[Int(spike)] += sign * Int(2 * neurons[Int(spike)].inBin + 1)
      neurons[Int(spike)].inBin += 1
    }
    for spike in spikes { neurons[Int(spike)].inBin = 0 }
  }

  /// Mean, over the neurons that fired, of variance over mean; nil where none did. The variance is that of a sample
  /// (divisor n − 1): with ten counts the other would make Poisson neurons look regular.
  /// - Parameter number: of the bins that are in the sums, those without a spike as well.
  func meanFano(of number: Int) -> Double? {
    guard number > 1 else { return nil }
    let correction = Double(number) / Double(number - 1)
    var total = 0.0
    var fired = 0
    for (neuron, square) in zip(neurons, squares) where neuron.sum > 0 {
      let mean = Double(neuron.sum) / Double(number)
      total += correction * (Double(square) / Double(number) - mean * mean) / mean
      fired += 1
    }
    return fired > 0 ? total / Double(fired) : nil
  }

  /// The standard deviation of the mean over the neurons, over the root of the mean of their variances (divisor n), with
  /// what both are divided by left out; nil where nothing changes. Golomb's χ (Golomb & Rinzel 1994).
  /// - Complexity: O(1).
  package func synchrony(of number: Int) -> Double? {
    let own = number * allSquares - squaredSums
    guard own > 0 else { return nil }
    let spread = number * togetherSquares - togetherSum * togetherSum
    return (Double(spread) / (Double(neurons.count) * Double(own))).squareRoot()
  }
}
