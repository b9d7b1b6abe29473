/// Numbers drawn from a distribution, each a function of its place.
import Basics
import NetworkModel

struct Draw {
  private let source: ValueSource
  private let random: CounterRNG

  init(_ source: ValueSource, seed: UInt64, stream: String) {
    self.source = source
    random = CounterRNG(seed: seed, stream: stream)
  }

  /// The value at a place: a neuron, or a synapse by row and target.
  /// - Parameter position: the running number of the neuron or synapse, for sources that list a value for each.
  func value(_ high: Int, _ low: Int, position: Int) -> Double {
    switch source {
    case .constant(let value): return value
    case .values(let values): return values[position]
    case .uniform(let low0, let high0):
      return low0 + (high0 - low0) * random.uniform(UInt64(high), UInt64(low))
    case .normal(let mean, let deviation, let min, let max):
      return normal(high, low, mean, deviation, (min ?? -.infinity)...(max ?? .infinity))
    case .lognormal(let mu, let sigma):
      return Elementary.exp(normal(high, low, mu, sigma, -.infinity ... .infinity))
    }
  }

  /// Box and Muller's, drawn again until it falls within the bounds; after 10,000 vain attempts the nearer bound.
  private func normal(
    _ high: Int, _ low: Int, _ mean: Double, _ deviation: Double, _ bounds: ClosedRange<Double>
  ) -> Double {
    for attempt in 0..<10_000 {
      let (first, second) = random.uniforms(UInt64(high), UInt64(low) | UInt64(attempt) << 48)
      let radius = (-2 * Elementary.log(1 - first)).squareRoot()
      let value = mean + deviation * radius * Elementary.cosine(2 * .pi * second)
      if bounds.contains(value) { return value }
    }
    return Swift.min(Swift.max(mean, bounds.lowerBound), bounds.upperBound)
  }
}
