/// Quantities as people write them, checked for dimension: `20 ms`, `-49 mV`, `64 steps`.
import Basics

enum QuantityText {
  /// The value in base units, or what is wrong with the text.
  /// - Parameter what: what is being read, for the message: `tau_m`.
  static func read(_ text: String, _ dimension: Dimension, what: String) -> Result<Double, Complaint> {
    let trimmed = trimmed(text)
    if NumberText.isNotFinite(trimmed) { return .failure(.notFinite(text, what: what)) }
    guard let (number, rest) = NumberText.prefix(of: trimmed) else {
      return .failure(.notANumber(text, what: what, dimension))
    }
    let symbol = String(rest.drop { $0 == " " })
    switch scale(of: symbol, dimension, what: what, text: trimmed) {
    case .failure(let complaint): return .failure(complaint)
    case .success(let scale):
      // Dividing by a power of ten rounds once where multiplying by its inverse rounds twice.
      let value = scale < 1 ? number / (1 / scale).rounded() : number * scale
      return value.isFinite ? .success(value) : .failure(.notFinite(text, what: what))
    }
  }

  private static func scale(
    of symbol: String, _ dimension: Dimension, what: String, text: String
  ) -> Result<Double, Complaint> {
    if symbol.isEmpty {
      let needsUnit = dimension != .none && dimension != .steps
      return needsUnit ? .failure(.missingUnit(text, what: what, dimension)) : .success(1)
    }
    guard let unit = Unit.named(symbol) else {
      return .failure(.unknownUnit(symbol, text: text, what: what, dimension))
    }
    return unit.dimension == dimension
      ? .success(unit.scale) : .failure(.wrongDimension(unit, text: text, what: what, dimension))
  }

  private static func trimmed(_ text: String) -> String {
    var result = text[...]
    while let last = result.last, last == " " || last == "\t" { result.removeLast() }
    return String(result.drop { $0 == " " || $0 == "\t" })
  }
}
