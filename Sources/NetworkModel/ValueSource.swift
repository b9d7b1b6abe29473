/// Where the numbers of a parameter, an initial state, a weight or a delay come from.

/// One value for all, a distribution to draw from, or a value for each; all in base units.
package enum ValueSource: Sendable, Equatable {
  case constant(Double)
  case uniform(low: Double, high: Double)
  /// Redrawn while outside the bounds.
  case normal(mean: Double, deviation: Double, min: Double?, max: Double?)
  /// exp of a normal number with mean `mu` and deviation `sigma` (both without dimension), times one base unit.
  case lognormal(mu: Double, sigma: Double)
  /// One value for each neuron or synapse, in order.
  case values([Double])

  /// The least and greatest value that can come out. - Complexity: O(1), O(n) for `values`.
  package var bounds: ClosedRange<Double> {
    let limit = Double.greatestFiniteMagnitude
    switch self {
    case .constant(let value): return value...value
    case .uniform(let low, let high): return low...high
    case .normal(_, _, let min, let max): return (min ?? -limit)...(max ?? limit)
    case .lognormal: return 0...limit
    case .values(let values): return (values.min() ?? 0)...(values.max() ?? 0)
    }
  }

  /// The one value, where there is only one.
  package var single: Double? {
    switch self {
    case .constant(let value): value
    case .uniform(let low, let high) where low == high: low
    default: nil
    }
  }
}
