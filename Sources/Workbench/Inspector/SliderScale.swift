/// From a value to its place on a slider, and back.
import Basics

/// A place on a slider and that of the default, both 0…1; beyond them for a value that the slider does not reach.
package struct SliderPosition: Sendable, Equatable {
  package let value: Double
  package let standard: Double
}

enum SliderScale: Equatable {
  /// As far between two ends as the value is.
  case linear(standard: Double, from: Double, to: Double)
  /// From a tenth of the default to ten times it, by ratios; the default is above 0.
  case decades(standard: Double)
  /// Without an end on either side: half of a side is what is usual, and documents that count voltages from 0 are on it.
  case around(standard: Double, usual: Double)
  /// From 0 without an end: the middle is what is usual, and the right end is never reached.
  case fromZero(standard: Double, usual: Double)

  var standard: Double {
    switch self {
    case .linear(let standard, _, _), .decades(let standard), .around(let standard, _), .fromZero(let standard, _):
      standard
    }
  }

  var standardPlace: Double { place(of: standard) }

  func place(of value: Double) -> Double {
    switch self {
    case .linear(_, let low, let high): (value - low) / (high - low)
    case .decades(let standard):
      value > 0 ? 0.5 + Elementary.log(value / standard) / Elementary.log(10) / 2 : -.infinity
    case .around(let standard, let usual):
      0.5 + 0.5 * (value - standard) / (abs(value - standard) + usual)
    case .fromZero(_, let usual): value / (value + usual)
    }
  }

  /// The value at a place, 0…1, in two digits; the default where that is nearer than half of `step`.
  /// - Parameter step: from one place that can be pointed at to the next.
  func value(at place: Double, step: Double) -> Double {
    if abs(place - standardPlace) <= step / 2 { return standard }
    // What has no end is not reached by pointing at the end.
    let inside = min(max(place, step / 2), 1 - step / 2)
    return switch self {
    case .linear(_, let low, let high): Self.rounded(low + min(max(place, 0), 1) * (high - low))
    case .decades(let standard):
      Self.rounded(standard * Elementary.exp(2 * (min(max(place, 0), 1) - 0.5) * Elementary.log(10)))
    case .around(let standard, let usual):
      Self.rounded(standard + usual * (2 * inside - 1) / (1 - abs(2 * inside - 1)))
    case .fromZero(_, let usual): place <= 0 ? 0 : Self.rounded(usual * inside / (1 - inside))
    }
  }

  private static func rounded(_ value: Double) -> Double {
    guard value != 0, value.isFinite else { return value }
    let exponent = Ladder.exponent(of: abs(value)) - 1
    return Ladder.decimal((value / Elementary.power10(Double(exponent))).rounded(), exponent: exponent)
  }
}
