/// A random train into every neuron of a selection: as many arrivals in a step as a Poisson number says.
package import Basics

/// The stimulus `poisson`: the neurons' trains are independent, and nothing is stored but the rate.
package final class PoissonArrivals: @unchecked Sendable {
  private let random: CounterRNG
  private let ring: TypedRing
  private let cells: [Int]
  private let weight: Double
  private let mean: Double

  /// - Parameters:
  ///   - mean: arrivals at a neuron in a step.
  ///   - weight: of one arrival.
  package init(
    neurons: [Int], tray: any ArrivalTray, receptor: Int, mean: Double, weight: Double, random: CounterRNG
  ) {
    self.random = random
    let ring = TypedRing(tray)
    self.ring = ring
    self.mean = mean
    self.weight = weight
    cells = neurons.map { ring.cell(neuron: $0, receptor: receptor) }
  }

  /// Adds what arrives in step `tick`. - Complexity: O(neurons · (1 + mean)).
  package func deliver(tick: Int) -> Int {
    switch ring {
    case .single(let ring): deliver(tick: tick, into: ring)
    case .double(let ring): deliver(tick: tick, into: ring)
    }
  }

  private func deliver<L: Lane>(tick: Int, into ring: ArrivalRing<L>) -> Int {
    let arriving = unsafe ring.cells(ring.slot(tick: tick))
    var events = 0
    for (position, cell) in cells.enumerated() {
      let number = PoissonNumber.draw(mean: mean, random, UInt64(tick), UInt64(position))
      unsafe arriving[cell] += L.Scalar(Double(number) * weight)
      events += number
    }
    return events
  }
}

/// Poisson-distributed numbers by inversion, exact for any mean.
package enum PoissonNumber {
  /// Above this the mean is split, for e^(−mean) must not vanish: a sum of Poisson numbers is one.
  private static let largestPart = 16.0

  /// - Parameters:
  ///   - high: the upper half of the counter.
  ///   - low: the lower half; below 2⁴⁸.
  package static func draw(mean: Double, _ random: CounterRNG, _ high: UInt64, _ low: UInt64) -> Int {
    let parts = max(1, (mean / largestPart).rounded(.up))
    let floor = Elementary.exp(-mean / parts)
    var total = 0
    for part in 0..<UInt64(parts) {
      total += invert(random.uniform(high, low | part << 48), mean: mean / parts, floor: floor)
    }
    return total
  }

  private static func invert(_ uniform: Double, mean: Double, floor: Double) -> Int {
    var number = 0
    var probability = floor
    var cumulative = floor
    // Below 1 − 2⁻⁵³ the sum gets past every uniform number; 200 is far beyond that for a mean of 16.
    while uniform >= cumulative && number < 200 {
      number += 1
      probability *= mean / Double(number)
      cumulative += probability
    }
    return number
  }
}
