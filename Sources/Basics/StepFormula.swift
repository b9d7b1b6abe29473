/// A formula over named numbers, as a model states a phase of its step: worked out, and shown with the numbers in it.

/// Numbers, names, `+ - * / ^`, brackets and functions of one argument: `v_rest + (v - v_rest) * exp(-dt/tau_m)`.
package struct StepFormula: Sendable, Equatable {
  enum Token: Sendable, Equatable {
    case number(Double)
    case name(String)
    case sign(Character)
  }

  /// As it was written.
  package let text: String
  let tokens: [Token]

  /// - Precondition: it is well formed, as a test of the catalogue makes sure.
  package init(_ text: String) {
    self.text = text
    tokens = Self.tokens(of: Array(text))
  }

  /// The names of numbers in it, functions left out.
  package var names: [String] {
    tokens.indices.compactMap { index in
      guard case .name(let name) = tokens[index], !isCall(index) else { return nil }
      return name
    }
  }

  /// What it amounts to; nil where a name is not known or the text is no formula.
  package func value(_ numbers: @escaping (String) -> Double?) -> Double? {
    var reader = Reader(tokens: tokens[...], numbers: numbers)
    let value = reader.sum()
    return reader.tokens.isEmpty ? value : nil
  }

  /// Whether the name at this place is that of a function.
  func isCall(_ index: Int) -> Bool { index + 1 < tokens.count && tokens[index + 1] == .sign("(") }

  private static func tokens(of characters: [Character]) -> [Token] {
    var tokens: [Token] = []
    var position = 0
    func end(where isOther: (Character) -> Bool) -> Int {
      characters[position...].firstIndex(where: isOther) ?? characters.count
    }
    while position < characters.count {
      let first = characters[position]
      var next = position + 1
      if first.isNumber {
        next = end { !$0.isNumber && $0 != "." }
        tokens.append(.number(Double(String(characters[position..<next])) ?? .nan))
      } else if first.isLetter {
        next = end { !$0.isLetter && !$0.isNumber && $0 != "_" }
        tokens.append(.name(String(characters[position..<next])))
      } else if first != " " {
        tokens.append(.sign(first))
      }
      position = next
    }
    return tokens
  }

  /// From the left to the right, as one reads it.
  private struct Reader {
    var tokens: ArraySlice<Token>
    let numbers: (String) -> Double?

    private mutating func take(_ sign: Character) -> Bool {
      guard tokens.first == .sign(sign) else { return false }
      tokens.removeFirst()
      return true
    }

    mutating func sum() -> Double? {
      guard var value = product() else { return nil }
      while true {
        if take("+") {
          guard let next = product() else { return nil }
          value += next
        } else if take("-") {
          guard let next = product() else { return nil }
          value -= next
        } else {
          return value
        }
      }
    }

    private mutating func product() -> Double? {
      guard var value = signed() else { return nil }
      while true {
        if take("*") {
          guard let next = signed() else { return nil }
          value *= next
        } else if take("/") {
          guard let next = signed() else { return nil }
          value /= next
        } else {
          return value
        }
      }
    }

    private mutating func signed() -> Double? { take("-") ? signed().map { -$0 } : power() }

    private mutating func power() -> Double? {
      guard let base = term() else { return nil }
      guard take("^") else { return base }
      guard case .number(let exponent)? = tokens.popFirst() else { return nil }
      return (0..<Int(exponent)).reduce(1) { product, _ in product * base }
    }

    private mutating func term() -> Double? {
      if take("(") { return closed() }
      switch tokens.popFirst() {
      case .number(let number): return number
      case .name(let name):
        guard take("(") else { return numbers(name) }
        guard let function = StepFunction(rawValue: name), let argument = closed() else { return nil }
        return function.value(argument)
      default: return nil
      }
    }

    /// Up to the bracket that closes.
    private mutating func closed() -> Double? {
      let value = sum()
      return take(")") ? value : nil
    }
  }
}

/// The functions that formulas know.
package enum StepFunction: String, CaseIterable {
  case exp
  /// (1 − e^(−x))/x: the mean over a step of what decays.
  case phi
  /// The same by the Padé approximants of the kernels, of degrees 2 and 2, and 2 and 3.
  case phi22
  case phi23
  /// (1 − (1 + x) e^(−x))/x²: the same of what rises first.
  case psi

  /// As it is shown.
  package var symbol: String {
    switch self {
    case .exp: "exp"
    case .phi, .phi22, .phi23: "φ"
    case .psi: "ψ"
    }
  }

  package var note: String? {
    switch self {
    case .exp: nil
    case .phi: "φ(x) = (1 − e^−x)/x"
    case .phi22: "φ(x) = 1/(1 + x/2 + x²/12) ≈ (1 − e^−x)/x"
    case .phi23: "φ(x) = (60 + 6x + x²)/(60 + 36x + 9x² + x³) ≈ (1 − e^−x)/x"
    case .psi: "ψ(x) = (1 − (1 + x) e^−x)/x²"
    }
  }

  func value(_ x: Double) -> Double {
    switch self {
    case .exp: Elementary.exp(x)
    case .phi: x == 0 ? 1 : -Elementary.expMinusOne(-x) / x
    case .phi22: 1 / ((x / 12 + 0.5) * x + 1)
    case .phi23: ((x + 6) * x + 60) / (((x + 9) * x + 36) * x + 60)
    case .psi: Self.firstMoment(x)
    }
  }

  /// By its series near 0, where the closed form would cancel.
  private static func firstMoment(_ x: Double) -> Double {
    if abs(x) > 1 { return (1 - (1 + x) * Elementary.exp(-x)) / (x * x) }
    var (term, sum) = (1.0, 0.0)
    for k in 0..<24 {
      sum += term / Double(k + 2)
      term *= -x / Double(k + 1)
    }
    return sum
  }
}
