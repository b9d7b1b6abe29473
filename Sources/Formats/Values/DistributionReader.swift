/// Distributions: `uniform(a, b)`, `normal(m, s, min: …, max: …)`, `lognormal(mu, sigma)`.
import Basics
import NetworkModel

struct DistributionReader {
  private static let names = ["uniform", "normal", "lognormal"]

  let scope: Scope
  let dimension: Dimension
  /// What is drawn, for the messages.
  let what: String
  let place: SourceLocation

  /// Nil after a complaint.
  func read(_ text: String) -> ValueSource? {
    guard let call = CallText(text) else { return refuse(.badDistribution(text, dimension)) }
    switch call.name {
    case "uniform": return uniform(call)
    case "normal": return normal(call)
    case "lognormal": return lognormal(call)
    default: return refuse(.unknownWord(call.name, what: "a distribution", known: Self.names))
    }
  }

  private func uniform(_ call: CallText) -> ValueSource? {
    guard let bounds = arguments(call, dimension, ["low", "high"]) else { return nil }
    guard bounds[0] <= bounds[1] else { return refuse(.boundsExchanged(bounds[0], bounds[1], dimension, what: what)) }
    return .uniform(low: bounds[0], high: bounds[1])
  }

  private func normal(_ call: CallText) -> ValueSource? {
    guard let values = arguments(call, dimension, ["mean", "deviation"], optional: ["min", "max"]) else { return nil }
    let (mean, deviation) = (values[0], values[1])
    var limits: [String: Double] = [:]
    for (key, value) in call.named {
      guard let limit = scope.quantity(value, dimension, "\(key) of \(what)", at: place) else { return nil }
      limits[key] = limit
    }
    if deviation < 0 { return refuse(.negativeDeviation(what: what)) }
    let (low, high) = (limits["min"] ?? -.infinity, limits["max"] ?? .infinity)
    guard low <= high else { return refuse(.boundsExchanged(low, high, dimension, what: what)) }
    // Beyond four deviations, or between bounds a thousandth of one apart, hardly a draw would be kept.
    let reach = 4 * deviation
    if mean + reach < low || mean - reach > high || (deviation > 0 && high - low < deviation / 1000) {
      return refuse(.unreachableBounds(what: what))
    }
    return .normal(mean: mean, deviation: deviation, min: limits["min"], max: limits["max"])
  }

  private func lognormal(_ call: CallText) -> ValueSource? {
    guard let values = arguments(call, .none, ["mu", "sigma"]) else { return nil }
    // Beyond these the numbers leave the range of single precision.
    guard abs(values[0]) <= 40, (0...8).contains(values[1]) else { return refuse(.lognormalRange(what: what)) }
    return .lognormal(mu: values[0], sigma: values[1])
  }

  /// The arguments without a name, in base units.
  private func arguments(
    _ call: CallText, _ dimension: Dimension, _ names: [String], optional: [String] = []
  ) -> [Double]? {
    let keys = call.named.map(\.key)
    guard keys.allSatisfy(optional.contains), Set(keys).count == keys.count, call.arguments.count == names.count else {
      scope.error(at: place, .badArguments(call.name, names, optional: optional))
      return nil
    }
    let values = zip(call.arguments, names).compactMap {
      scope.quantity($0, dimension, "\($1) of \(what)", at: place)
    }
    return values.count == names.count ? values : nil
  }

  private func refuse(_ complaint: Complaint) -> ValueSource? {
    scope.error(at: place, complaint)
    return nil
  }
}
