/// Spike counts of neurons in equal parts of the last stretch of time, as sums that tell their variance.

/// Bins stand still in time. Those that are over and lie within the window count; the one that is being filled does not.
package struct SlidingCounts: Sendable {
  package let stepsPerBin: Int
  private let bins: Int
  private let neurons: Int
  /// A ring of the bins that count, each with who fired in it and how often: bin b is at b mod bins.
  private var ring: [[Count]]
  /// Of the bin that is being filled: by neuron, and who has fired.
  private var filling: [UInt16]
  private var fired: [UInt32] = []
  /// By neuron, of all bins of the ring: the sum, and that of squares.
  private var sums: [Int]
  private var squares: [Int]
  /// Over the neurons: of all squares, and of the squares of their sums. Whole numbers, so that they are exact.
  private var allSquares = 0
  private var squaredSums = 0
  /// By place in the ring, over all neurons; their sum, and that of their squares.
  private var together: [Int]
  private var togetherSum = 0
  private var togetherSquares = 0
  /// The first bin that was seen from its beginning, and the one that is being filled.
  private var first = 0
  private var current = 0

  private struct Count {
    let neuron: UInt32
    let number: UInt16
  }

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
    filling = Array(repeating: 0, count: neurons)
    sums = Array(repeating: 0, count: neurons)
    squares = sums
    together = Array(repeating: 0, count: self.bins)
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
    move(to: step)
    guard current >= first, filling[neuron] < .max else { return }
    if filling[neuron] == 0 { fired.append(UInt32(neuron)) }
    filling[neuron] += 1
  }

  /// Time goes on to the end of the step before `end`. - Complexity: O(bins that end + who fired in them).
  package mutating func move(to end: Int) {
    while current < end / stepsPerBin {
      let place = current % bins
      forget(place)
      if !fired.isEmpty { close(place) }
      current += 1
    }
  }

  /// What is as old as the window goes, and its place is filled again.
  private mutating func forget(_ place: Int) {
    for count in ring[place] { add(count, sign: -1) }
    ring[place].removeAll(keepingCapacity: true)
    togetherSum -= together[place]
    togetherSquares -= together[place] * together[place]
    together[place] = 0
  }

  /// The bin that was being filled counts from now on.
  private mutating func close(_ place: Int) {
    for neuron in fired {
      let count = Count(neuron: neuron, number: filling[Int(neuron)])
      filling[Int(neuron)] = 0
      ring[place].append(count)
      add(count, sign: 1)
      together[place] += Int(count.number)
    }
    fired.removeAll(keepingCapacity: true)
    togetherSum += together[place]
    togetherSquares += together[place] * together[place]
  }

  private mutating func add(_ count: Count, sign: Int) {
    let (neuron, number) = (Int(count.neuron), Int(count.number))
    squaredSums += sign * 2 * sums[neuron] * number + number * number
    sums[neuron] += sign * number
    squares[neuron] += sign * number * number
    allSquares += sign * number * number
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
