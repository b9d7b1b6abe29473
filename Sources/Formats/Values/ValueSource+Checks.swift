/// Whether the values that can come out of a source are allowed.
import NetworkModel

extension ValueSource {
  /// A value that can come out and is not allowed, or nil. It may be infinite, where nothing bounds a distribution.
  func breaking(_ allowed: ClosedRange<Double>, excludesLowerBound: Bool = false) -> Double? {
    func isWrong(_ value: Double) -> Bool {
      !allowed.contains(value) || (excludesLowerBound && value == allowed.lowerBound)
    }
    let widest = Double.greatestFiniteMagnitude
    switch self {
    case .values(let values): return values.first(where: isWrong)
    case .constant(let value): return isWrong(value) ? value : nil
    case .normal(_, _, let min, let max):
      if min.map(isWrong) ?? (allowed.lowerBound > -widest) { return min ?? -.infinity }
      // An upper limit that only keeps numbers finite needs no `max`.
      if max.map(isWrong) ?? (allowed.upperBound < 1e6) { return max ?? .infinity }
      return nil
    case .uniform(let low, let high): return isWrong(low) ? low : isWrong(high) ? high : nil
    case .lognormal: return allowed.lowerBound > 0 ? 0 : allowed.upperBound <= 0 ? .infinity : nil
    }
  }
}
