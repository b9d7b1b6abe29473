/// Quantities as people write them: `20 ms`, `1 s`, `0.1 nS`, `-49 mV`.
import Basics

enum QuantityWriter {
  /// Units that are used where they save at least two characters, smaller ones three: `1 s` for 1000 ms and `0.1 nS` for
  /// 0.0001 µS, but never 16.2 pA for 0.0162 nA.
  private static let handy: [Dimension: [String]] = [
    .time: ["s"], .current: ["pA"], .capacitance: ["pF"], .conductance: ["nS"], .rate: ["kHz"], .resistance: ["GΩ"],
  ]

  /// The text that is read back as exactly this value.
  /// - Parameter preferred: the symbol of a unit that is taken wherever that is possible in few digits.
  static func text(_ value: Double, _ dimension: Dimension, preferred: String? = nil) -> String {
    if dimension == .none { return number(value) }
    if dimension == .steps { return number(value) + (value == 1 ? " step" : " steps") }
    let base = number(value) + " " + dimension.baseUnit
    if let preferred, let text = exact(value, dimension, preferred), text.count <= base.count + 3 { return text }
    let shorter = (handy[dimension] ?? []).first { symbol in
      guard let text = exact(value, dimension, symbol), let unit = Unit.named(symbol) else { return false }
      return text.count + (unit.scale < 1 ? 3 : 2) <= base.count
    }
    return shorter.flatMap { exact(value, dimension, $0) } ?? base
  }

  /// The least digits that are read back as the same number.
  static func number(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// In this unit, if a few digits say it exactly.
  private static func exact(_ value: Double, _ dimension: Dimension, _ symbol: String) -> String? {
    guard let unit = Unit.named(symbol), unit.dimension == dimension else { return nil }
    // 0.3 / 1000 has digits that nobody wrote; so the quotient is tried as it is and rounded to 12 digits.
    let quotient = unit.scale < 1 ? value * (1 / unit.scale).rounded() : value / unit.scale
    for candidate in [rounded(quotient), quotient] {
      let text = number(candidate) + " " + symbol
      if case .success(value) = QuantityText.read(text, dimension, what: "") { return text }
    }
    return nil
  }

  private static func rounded(_ value: Double) -> Double {
    guard value != 0, value.isFinite else { return value }
    var scale = 1.0
    while abs(value) * scale < 1e11, scale < 1e22 { scale *= 10 }
    return (value * scale).rounded() / scale
  }
}
