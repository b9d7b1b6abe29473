/// A step up or down from a value: fine enough to steer, large enough to see, and always onto round numbers.
import Basics

extension InspectorRow {
  /// The value `steps` sensible steps further; a choice goes to the next word, round and round.
  ///
  /// A step is the number out of 1, 2, 5 · 10ⁿ that is just below 3 % of the value, and the result a multiple of it.
  /// Where a whole step leaves the allowed range the value goes to the bound.
  func stepped(by steps: Int) throws(EditRefusal) -> ParameterSetting {
    guard let value else { throw .unknownValue(name) }
    switch value {
    case .choice(let word): return .choice(try next(after: word, by: steps))
    case .times: throw .listOfTimes(name)
    case .number where isEndless && steps < 0: return try checked(usual * 100)
    case .number(let number):
      guard number.isFinite else { throw .notFinite(name) }
      return try checked(clamped(moved(number, by: steps), from: number))
    }
  }

  private func next(after word: String, by steps: Int) throws(EditRefusal) -> String {
    guard let choices, let index = choices.firstIndex(of: word) else { throw .unknownValue(name) }
    return choices[(index + steps.signum()).wrapped(to: choices.count)]
  }

  private func moved(_ number: Double, by steps: Int) -> Double {
    let size = stepSize(at: number)
    let position = number / size
    // On the way up from between two multiples the first step leads to the upper one, on the way down to the lower.
    let nearest = position.rounded()
    let start = abs(position - nearest) < 1e-6 ? nearest : position.rounded(steps > 0 ? .down : .up)
    let exponent = Ladder.exponent(of: size)
    let mantissa = (size / Elementary.power10(Double(exponent))).rounded()
    return Ladder.decimal((start + Double(steps)) * mantissa, exponent: exponent)
  }

  private func stepSize(at number: Double) -> Double {
    let magnitude = abs(number)
    // Near 0 the step stops shrinking, so that 0 can be reached and crossed; what is never 0 may become very small.
    let least = scale * (isPositive ? 0.001 : 0.01)
    let size = Ladder.atMost(max(0.03 * min(magnitude, 1e200), least))
    return dimension == .steps ? max(1, size.rounded()) : size
  }

  /// What values of this field are like: its default, or what is usual where that is 0 or no measure.
  var scale: Double {
    guard case .parameter(let field) = field, case .number(let standard, _, _) = field.kind, standard != 0 else {
      return usual
    }
    if isPositive { return standard }
    // Times that may be 0, such as the refractory one, lie on the grid of dt: finer steps would change nothing.
    if dimension == .time { return usual }
    // Conductances of channels and of synapses lie decades apart.
    return dimension == .conductance ? abs(standard) : min(usual, abs(standard))
  }

  /// A bound stops the value; from the bound itself the result stays outside and is refused with the reason.
  private func clamped(_ value: Double, from number: Double) -> Double {
    guard case .parameter(let field) = field, case .number(_, let allowed, let excludesLower) = field.kind
    else { return value }
    if value > allowed.upperBound, number < allowed.upperBound { return allowed.upperBound }
    if value < allowed.lowerBound, number > allowed.lowerBound, !excludesLower { return allowed.lowerBound }
    return value
  }
}
