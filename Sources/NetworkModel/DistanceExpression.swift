/// A probability as an expression of the distance d: `exp(-d/3)`, `0.2 * gauss(d, 5)`, `0.5 * (d < 10)`.
import Basics

/// Values and, for whole ranges of distances, bounds: with them far targets are passed over in strides.
package indirect enum DistanceExpression: Sendable, Equatable {
  case number(Double)
  case distance
  case sum(DistanceExpression, DistanceExpression)
  case difference(DistanceExpression, DistanceExpression)
  case product(DistanceExpression, DistanceExpression)
  case quotient(DistanceExpression, DistanceExpression)
  case exponential(DistanceExpression)
  /// exp(−x²/(2 s²)).
  case gauss(DistanceExpression, width: Double)
  /// 1 where the first is below the second, otherwise 0.
  case isBelow(DistanceExpression, DistanceExpression)

  package func value(at distance: Double) -> Double {
    switch self {
    case .number(let number): return number
    case .distance: return distance
    case .sum(let a, let b): return a.value(at: distance) + b.value(at: distance)
    case .difference(let a, let b): return a.value(at: distance) - b.value(at: distance)
    case .product(let a, let b): return a.value(at: distance) * b.value(at: distance)
    case .quotient(let a, let b): return a.value(at: distance) / b.value(at: distance)
    case .exponential(let a): return Elementary.exp(a.value(at: distance))
    case .gauss(let a, let width):
      let x = a.value(at: distance) / width
      return Elementary.exp(-0.5 * x * x)
    case .isBelow(let a, let b): return a.value(at: distance) < b.value(at: distance) ? 1 : 0
    }
  }

  /// A range that holds all values over a range of distances; not always the least one, and all numbers where a
  /// division by 0 may happen.
  package func bounds(over distances: ClosedRange<Double>) -> ClosedRange<Double> {
    switch self {
    case .number(let number): return number...number
    case .distance: return distances
    case .sum(let a, let b):
      let (a, b) = (a.bounds(over: distances), b.bounds(over: distances))
      return Self.range(a.lowerBound + b.lowerBound, a.upperBound + b.upperBound)
    case .difference(let a, let b):
      let (a, b) = (a.bounds(over: distances), b.bounds(over: distances))
      return Self.range(a.lowerBound - b.upperBound, a.upperBound - b.lowerBound)
    case .product(let a, let b): return Self.product(a.bounds(over: distances), b.bounds(over: distances))
    case .quotient(let a, let b):
      let divisor = b.bounds(over: distances)
      if divisor.lowerBound <= 0 && divisor.upperBound >= 0 { return Self.all }
      return Self.product(a.bounds(over: distances), Self.range(1 / divisor.upperBound, 1 / divisor.lowerBound))
    case .exponential(let a):
      let a = a.bounds(over: distances)
      return Self.range(Elementary.exp(a.lowerBound), Elementary.exp(a.upperBound))
    case .gauss(let a, let width):
      let a = a.bounds(over: distances)
      let far = max(abs(a.lowerBound), abs(a.upperBound)) / width
      let near = a.contains(0) ? 0 : min(abs(a.lowerBound), abs(a.upperBound)) / width
      return Self.range(Elementary.exp(-0.5 * far * far), Elementary.exp(-0.5 * near * near))
    case .isBelow(let a, let b):
      let (a, b) = (a.bounds(over: distances), b.bounds(over: distances))
      return Self.range(a.upperBound < b.lowerBound ? 1 : 0, a.lowerBound < b.upperBound ? 1 : 0)
    }
  }

  private static let all = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude

  private static func range(_ low: Double, _ high: Double) -> ClosedRange<Double> {
    low <= high ? low...high : all
  }

  private static func product(_ a: ClosedRange<Double>, _ b: ClosedRange<Double>) -> ClosedRange<Double> {
    let corners = [
      a.lowerBound * b.lowerBound, a.lowerBound * b.upperBound, a.upperBound * b.lowerBound,
      a.upperBound * b.upperBound,
    ]
    if corners.contains(where: \.isNaN) { return all }
    return range(corners.min() ?? 0, corners.max() ?? 0)
  }
}
