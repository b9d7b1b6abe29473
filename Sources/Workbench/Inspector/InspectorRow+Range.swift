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
    guard let sliderScale, case .number(let number)? = value, number.isFinite, !isEndless else { return nil }
    return SliderPosition(value: sliderScale.place(of: number), standard: sliderScale.standardPlace)
  }

  /// What a slider for the row's values goes by; nil for what is no number.
  var sliderScale: SliderScale? {
    guard case .parameter(let field) = field, case .number(let standard, let allowed, _) = field.kind else {
      return nil
    }
    // Narrow bounds, as those of a probability, are the slider's own ends.
    if allowed.upperBound - allowed.lowerBound <= 10 * max(1, abs(standard)) {
      return .linear(standard: standard, from: allowed.lowerBound, to: allowed.upperBound)
    }
    if isPositive { return .decades(standard: standard) }
    if allowed.lowerBound == 0 { return .fromZero(standard: standard, usual: scale) }
    return .around(standard: standard, usual: usual)
  }
}
