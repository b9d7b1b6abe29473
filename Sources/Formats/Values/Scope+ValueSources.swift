/// Values that may be one for all, drawn from a distribution, or one for each.
import Basics
import NetworkModel

extension Scope {
  /// Reads `20 ms`, `uniform(1 ms, 5 ms)`, `[1 ms, 2 ms]` or `{file: x.npy, unit: ms}`.
  /// - Parameter count: how many values a list or file must have; nil where that cannot be known, so that neither may be.
  func valueSource(_ syntax: Syntax, _ dimension: Dimension, _ what: String, count: Int?) -> ValueSource? {
    switch syntax.kind {
    case .scalar(let text, _):
      if text.contains("(") { return distribution(text, dimension, what, at: syntax.location) }
      return quantity(text, dimension, what, at: syntax.location).map { .constant($0) }
    case .sequence(let values):
      let numbers = values.compactMap { quantity($0, dimension, what) }
      guard numbers.count == values.count else { return nil }
      return listed(numbers, count: count, what, at: syntax.location)
    case .mapping:
      guard let (numbers, place) = fileValues(syntax, dimension, what) else { return nil }
      return listed(numbers, count: count, what, at: place)
    }
  }

  private func listed(_ values: [Double], count: Int?, _ what: String, at place: SourceLocation) -> ValueSource? {
    guard let count else {
      error(at: place, .countUnknown(what: what))
      return nil
    }
    if values.count != count {
      error(at: place, .wrongCount(values.count, expected: count, what: what))
      return nil
    }
    return .values(values)
  }

  private func fileValues(_ syntax: Syntax, _ dimension: Dimension, _ what: String) -> ([Double], SourceLocation)? {
    guard let fields = Fields(syntax, of: what, known: ["file", "unit"], self),
      let file = fields.required("file", example: "{file: values.npy}")
    else { return nil }
    guard let scale = unitScale(fields, dimension, what), let array = numpyArray(file, what) else { return nil }
    return (array.values.map { $0 * scale }, file.location)
  }

  /// What the numbers of a file are to be multiplied with, by the key `unit` beside its name.
  func unitScale(_ fields: Fields, _ dimension: Dimension, _ what: String, key: String = "unit") -> Double? {
    guard let syntax = fields[key] else {
      if dimension == .none || dimension == .steps || fields.has(key) { return 1 }
      error(at: fields.location, .missingKey(key, in: what, example: "\(key): \(dimension.baseUnit)"))
      return nil
    }
    guard let symbol = text(syntax, key) else { return nil }
    return quantity("1 " + symbol, dimension, what, at: syntax.location)
  }

  // MARK: Distributions

  private func distribution(_ text: String, _ dimension: Dimension, _ what: String, at place: SourceLocation) -> ValueSource? {
    guard let call = CallText(text) else {
      error(at: place, .badDistribution(text, dimension))
      return nil
    }
    switch call.name {
    case "uniform": return uniform(call, dimension, what, at: place)
    case "normal": return normal(call, dimension, what, at: place)
    case "lognormal": return lognormal(call, what, at: place)
    default:
      error(at: place, .unknownWord(call.name, what: "a distribution", known: ["uniform", "normal", "lognormal"]))
      return nil
    }
  }

  private func uniform(_ call: CallText, _ dimension: Dimension, _ what: String, at place: SourceLocation) -> ValueSource? {
    guard let bounds = arguments(call, dimension, ["low", "high"], what, at: place) else { return nil }
    guard bounds[0] <= bounds[1] else {
      error(at: place, .boundsExchanged(bounds[0], bounds[1], dimension, what: what))
      return nil
    }
    return .uniform(low: bounds[0], high: bounds[1])
  }

  private func normal(_ call: CallText, _ dimension: Dimension, _ what: String, at place: SourceLocation) -> ValueSource? {
    guard let values = arguments(call, dimension, ["mean", "deviation"], optional: ["min", "max"], what, at: place) else {
      return nil
    }
    var limits: [String: Double] = [:]
    for (key, value) in call.named {
      guard let limit = quantity(value, dimension, "\(key) of \(what)", at: place) else { return nil }
      limits[key] = limit
    }
    if values[1] < 0 {
      error(at: place, .negativeDeviation(what: what))
      return nil
    }
    let (low, high) = (limits["min"] ?? -.infinity, limits["max"] ?? .infinity)
    guard low <= high else {
      error(at: place, .boundsExchanged(low, high, dimension, what: what))
      return nil
    }
    // Beyond four deviations, or between bounds a thousandth of one apart, hardly a draw would be kept.
    let reach = 4 * values[1]
    if values[0] + reach < low || values[0] - reach > high || (values[1] > 0 && high - low < values[1] / 1000) {
      error(at: place, .unreachableBounds(what: what))
      return nil
    }
    return .normal(mean: values[0], deviation: values[1], min: limits["min"], max: limits["max"])
  }

  private func lognormal(_ call: CallText, _ what: String, at place: SourceLocation) -> ValueSource? {
    guard let values = arguments(call, .none, ["mu", "sigma"], what, at: place) else { return nil }
    // Beyond these the numbers leave the range of single precision.
    guard abs(values[0]) <= 40, (0...8).contains(values[1]) else {
      error(at: place, .lognormalRange(what: what))
      return nil
    }
    return .lognormal(mu: values[0], sigma: values[1])
  }

  /// The arguments without a name, in base units.
  private func arguments(
    _ call: CallText, _ dimension: Dimension, _ names: [String], optional: [String] = [], _ what: String,
    at place: SourceLocation
  ) -> [Double]? {
    let unknown = call.named.first { !optional.contains($0.key) }
    let keys = call.named.map(\.key)
    guard unknown == nil, Set(keys).count == keys.count, call.arguments.count == names.count else {
      error(at: place, .badArguments(call.name, names, optional: optional))
      return nil
    }
    let values = zip(call.arguments, names).compactMap { quantity($0, dimension, "\($1) of \(what)", at: place) }
    return values.count == names.count ? values : nil
  }
}
