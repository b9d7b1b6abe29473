/// A random train into every neuron of a selection: as many arrivals in a step as a Poisson number says.
package import Basics

/// The stimulus `poisson`: the neurons' trains are independent, and nothing is stored but the rate.
package struct PoissonArrivals: Sendable {
  private let random: CounterRNG
  private let tray: ArrivalTray
  private let receptor: Int
  private let neurons: [Int]
  private let weight: Double
  private let number: PoissonNumber

  /// - Parameters:
  ///   - mean: arrivals at a neuron in a step.
  ///   - weight: of one arrival.
  package init(
    neurons: [Int], tray: ArrivalTray, receptor: Int, mean: Double, weight: Double, random: CounterRNG
  ) {
    self.random = random
    self.tray = tray
    self.receptor = tray.receptor(receptor)
    self.neurons = neurons
    self.weight = weight
    number = PoissonNumber(mean: mean)
  }

  /// Adds what arrives in step `tick`, and returns how much. - Complexity: O(neurons · (1 + mean)).
  package func deliver(tick: Int) -> Int {
    switch tray {
    case .single(let tray): deliver(tick: tick, into: tray.ring)
    case .double(let tray): deliver(tick: tick, into: tray.ring)
    }
  }

  private func deliver<L: Lane>(tick: Int, into ring: ArrivalRing<L>) -> Int {
    let arriving = unsafe ring.cells(ring.slot(tick: tick), receptor: receptor)
    var events = 0
    for (position, neuron) in neurons.enumerated() {
      let arrivals = number.draw(random, UInt64(tick), UInt64(position))
      unsafe arriving[neuron] += L.Scalar(Double(arrivals) * weight)
      events += arrivals
    }
    return events
  }
}
