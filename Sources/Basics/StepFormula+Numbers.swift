/// How a formula is shown with its numbers put in.

extension StepFormula {
  /// As people write it: `v_rest + (v − v_rest)·exp(−dt/tau_m)`.
  package var shown: String { joined { .plain($0) } }

  /// The same with numbers for names; a function of numbers is its value, and `a − −b` is `a + b`.
  /// - Parameter format: writes a number.
  package func filled(_ numbers: @escaping (String) -> Double?, format: (Double) -> String) -> String {
    folded(numbers).joined { name in
      numbers(name).map { .number($0, format($0)) } ?? .plain(name)
    } number: {
      format($0)
    }
  }

  private enum Piece {
    case plain(String)
    case number(Double, String)
  }

  /// Calls of functions worked out.
  private func folded(_ numbers: @escaping (String) -> Double?) -> StepFormula {
    var kept: [Token] = []
    var index = 0
    while index < tokens.count {
      if case .name = tokens[index], isCall(index), let end = close(of: index + 1) {
        let call = StepFormula(tokens: Array(tokens[index...end]))
        if let value = call.value(numbers) {
          kept.append(.number(value))
          index = end + 1
          continue
        }
      }
      kept.append(tokens[index])
      index += 1
    }
    return StepFormula(tokens: kept)
  }

  private init(tokens: [Token]) {
    text = ""
    self.tokens = tokens
  }

  /// The bracket that closes the one at this place.
  private func close(of place: Int) -> Int? {
    var depth = 0
    for index in place..<tokens.count {
      if tokens[index] == .sign("(") { depth += 1 }
      if tokens[index] == .sign(")") { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  private func joined(
    _ piece: (String) -> Piece, number: (Double) -> String = { StepFormula.plain($0) }
  ) -> String {
    var text = ""
    for (index, token) in tokens.enumerated() {
      switch token {
      case .number(let value): Self.append(value, number(value), to: &text)
      case .name(let name):
        if isCall(index) {
          text += StepFunction(rawValue: name)?.symbol ?? name
        } else {
          switch piece(name) {
          case .plain(let word): text += word
          case .number(let value, let word): Self.append(value, word, to: &text)
          }
        }
      case .sign(let sign): text += shownSign(sign, at: index)
      }
    }
    return text
  }

  /// A number below 0 takes up the sign before it, or stands in brackets.
  private static func append(_ value: Double, _ word: String, to text: inout String) {
    guard value < 0, word.hasPrefix("-") || word.hasPrefix("−") else { return text += word }
    let digits = String(word.dropFirst())
    if text.hasSuffix(" − ") {
      text = text.dropLast(3) + " + " + digits
    } else if text.hasSuffix(" + ") {
      text = text.dropLast(3) + " − " + digits
    } else if text.isEmpty || text.hasSuffix("(") {
      text += "−" + digits
    } else {
      text += "(−\(digits))"
    }
  }

  /// Signs between two values have room around them; one before a value has not.
  private func shownSign(_ sign: Character, at index: Int) -> String {
    switch sign {
    case "*": return "·"
    case "+": return " + "
    case "-": return isUnary(index) ? "−" : " − "
    default: return String(sign)
    }
  }

  private func isUnary(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    if case .sign(let before) = tokens[index - 1] { return before != ")" }
    return false
  }

  private static func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e9 ? "\(Int(value))" : "\(value)"
  }
}
