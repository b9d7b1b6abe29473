/// What is known of a row's values before anybody sets one: sign, size, and where a slider ends.
import Basics

extension InspectorRow {
  /// Whether it is a time constant or the like, which is never 0 and has a default to compare with.
  var isPositive: Bool {
    guard case .parameter(let field) = field, case .number(let standard, let allowed, let excludesLower) = field.kind
    else { return false }
    return standard > 0 && allowed.lowerBound >= 0 && (excludesLower || allowed.lowerBound > 0)
  }

  /// A size that is common for the dimension, in base units.
  var usual: Double {
    switch dimension {
    case .none, .current: 1
    case .time, .steps, .voltage, .rate, .resistance: 10
    case .capacitance: 0.1
    case .conductance: 0.01
    }
  }

  /// Whether the value is a bound that only says that there is none: a source that never stops.
  var isEndless: Bool {
    guard case .parameter(let field) = field, case .number(let standard, let allowed, _) = field.kind
    else { return false }
    return standard == allowed.upperBound && value == .number(standard)
  }

  /// Where the row's value lies, for a slider; nil where it is no number or there is nothing to compare it with.
  package var slider: SliderPosition? {
    guard case .parameter(let field) = field, case .number(let standard, let allowed, _) = field.kind,
      case .number(let number)? = value, number.isFinite, !isEndless
    else { return nil }
    // Narrow bounds, as those of a probability, are the slider's own ends.
    if allowed.upperBound - allowed.lowerBound <= 10 * max(1, abs(standard)) {
      return .linear(number, standard: standard, from: allowed.lowerBound, to: allowed.upperBound)
    }
    if isPositive { return .decades(number, standard: standard) }
    if allowed.lowerBound == 0 { return .fromZero(number, standard: standard, usual: scale) }
    return .around(number, standard: standard, usual: usual)
  }
}

/// A place on a slider and that of the default, both 0…1; beyond them for a value that the slider does not reach.
package struct SliderPosition: Sendable, Equatable {
  package let value: Double
  package let standard: Double

  /// As far between two ends as the value is.
  static func linear(_ value: Double, standard: Double, from low: Double, to high: Double) -> Self {
    func place(_ number: Double) -> Double { (number - low) / (high - low) }
    return SliderPosition(value: place(value), standard: place(standard))
  }

  /// From a tenth of the default to ten times it, by ratios. - Precondition: standard > 0.
  static func decades(_ value: Double, standard: Double) -> Self {
    let decades = value > 0 ? Elementary.log(value / standard) / Elementary.log(10) : -.infinity
    return SliderPosition(value: 0.5 + decades / 2, standard: 0.5)
  }

  /// Without an end on either side: half of a side is what is usual, and documents that count voltages from 0 are on it.
  static func around(_ value: Double, standard: Double, usual: Double) -> Self {
    let distance = value - standard
    return SliderPosition(value: 0.5 + 0.5 * distance / (abs(distance) + usual), standard: 0.5)
  }

  /// From 0 without an end: the middle is what is usual, and the right end is never reached.
  static func fromZero(_ value: Double, standard: Double, usual: Double) -> Self {
    func place(_ number: Double) -> Double { number / (number + usual) }
    return SliderPosition(value: place(value), standard: place(standard))
  }
}
