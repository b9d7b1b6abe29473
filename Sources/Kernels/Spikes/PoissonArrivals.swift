/// A random train into every neuron of a selection: as many arrivals in a step as a Poisson number says.
package import Basics

/// The stimulus `poisson`: the neurons' trains are independent, and nothing is stored but the rate.
package struct PoissonArrivals: Sendable {
  private let random: CounterRNG
  private let tray: ArrivalTray
  private let receptor: Int
  private let ranges: [ClosedRange<Int>]
  private let weight: Double
  private let numbers: PoissonNumbers

  /// - Parameters:
  ///   - ranges: the neurons.
  ///   - mean: arrivals at a neuron in a step.
  ///   - weight: of one arrival.
  package init(
    neurons ranges: [ClosedRange<Int>], tray: ArrivalTray, receptor: Int, mean: Double, weight: Double,
    random: CounterRNG
  ) {
    self.random = random
    self.tray = tray
    self.receptor = tray.receptor(receptor)
    self.ranges = ranges
    self.weight = weight
    numbers = PoissonNumbers(mean: mean)
  }

  /// Adds what arrives in step `tick` at those of the neurons that are in `part`, and returns how much. What arrives at
  /// a neuron does not depend on the part. - Complexity: O(neurons · (1 + mean)), some 2 ns for a mean of 2.
  package func deliver(tick: Int, onto part: Range<Int>) -> Int {
    switch tray {
    case .single(let tray): deliver(tick: tick, into: tray.ring, part)
    case .double(let tray): deliver(tick: tick, into: tray.ring, part)
    }
  }

  /// What one neuron gets in a step: through which receptor, and the sum of the weights; nil for one that gets nothing.
  /// - Complexity: that of the numbers of 32 neurons.
  package func arrival(tick: Int, at neuron: Int) -> (receptor: Int, weight: Double)? {
    var blocksBefore = 0
    for range in ranges {
      if range.contains(neuron) {
        let place = neuron - range.lowerBound
        let count = numbers.draw(random, UInt64(tick), block: UInt64(blocksBefore + place / 32))[place % 32]
        return count == 0 ? nil : (receptor, Double(count) * weight)
      }
      blocksBefore += (range.count + 31) / 32
    }
    return nil
  }

  private func deliver<L: Lane>(tick: Int, into ring: ArrivalRing<L>, _ part: Range<Int>) -> Int {
    let arriving = unsafe ring.cells(ring.slot(tick: tick), receptor: receptor)
    var total = 0
    // Blocks count from each range's beginning, so that the k-th neuron of a selection is the same wherever it is.
    var blocksBefore = 0
    for range in ranges {
      let first = max(0, part.lowerBound - range.lowerBound)
      let end = min(range.count, part.upperBound - range.lowerBound)
      for block in stride(from: first & -32, to: end, by: 32) {
        let counts = numbers.draw(random, UInt64(tick), block: UInt64(blocksBefore + block / 32))
        let lanes = max(0, first - block)..<min(32, end - block)
        total &+= unsafe add(counts, lanes, to: arriving + range.lowerBound + block)
      }
      blocksBefore += (range.count + 31) / 32
    }
    return total
  }

  /// Adds the numbers in these lanes, times the weight. Returns their sum.
  private func add<Scalar: LaneScalar>(
    _ counts: SIMD32<UInt32>, _ lanes: Range<Int>, to cells: UnsafeMutablePointer<Scalar>
  ) -> Int {
    let weight = Scalar(weight)
    return unsafe withUnsafePointer(to: counts) { counts in
      let counts = unsafe UnsafeRawPointer(counts).assumingMemoryBound(to: UInt32.self)
      var sum = UInt32(0)
      for lane in lanes {
        let count = unsafe counts[lane]
        unsafe cells[lane] += Scalar(count) * weight
        sum &+= count
      }
      return Int(sum)
    }
  }
}
