/// Values that may be one for all, drawn from a distribution, or one for each.
import Basics
import NetworkModel

extension Scope {
  /// Reads `20 ms`, `uniform(1 ms, 5 ms)`, `[1 ms, 2 ms]` or `{file: x.npy, unit: ms}`.
  /// - Parameter count: how many values a list or file must have; nil where that cannot be known, so that neither may be.
  func valueSource(_ syntax: Syntax, _ dimension: Dimension, _ what: String, count: Int?) -> ValueSource? {
    switch syntax.kind {
    case .scalar(let text, _):
      if text.contains("(") {
        return DistributionReader(scope: self, dimension: dimension, what: what, place: syntax.location).read(text)
      }
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
}
