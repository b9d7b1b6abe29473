/// Reads an expression of the distance as a person writes it.

/// Why a text is no expression: what was wanted, and at which character, counted from 0.
package struct DistanceExpressionError: Error, Sendable, Equatable {
  package let wanted: String
  package let position: Int
}

extension DistanceExpression {
  /// Numbers, `d`, `+ - * /`, `<`, brackets, `exp(x)` and `gauss(x, width)`.
  package init(parsing text: String) throws(DistanceExpressionError) {
    var parser = Parser(characters: Array(text))
    let expression = try parser.comparison()
    parser.skipSpaces()
    if parser.position < parser.characters.count { throw parser.error("an operator or the end") }
    self = expression
  }

  private struct Parser {
    /// More brackets in each other than anybody writes; each is a call of the parser's own.
    private static let deepest = 50

    let characters: [Character]
    var position = 0
    private var depth = 0

    init(characters: [Character]) { self.characters = characters }

    func error(_ wanted: String) -> DistanceExpressionError {
      DistanceExpressionError(wanted: wanted, position: position)
    }

    mutating func skipSpaces() {
      while position < characters.count, characters[position] == " " { position += 1 }
    }

    private mutating func take(_ character: Character) -> Bool {
      skipSpaces()
      guard position < characters.count, characters[position] == character else { return false }
      position += 1
      return true
    }

    private mutating func expect(_ character: Character) throws(DistanceExpressionError) {
      if !take(character) { throw error("\"\(character)\"") }
    }

    mutating func comparison() throws(DistanceExpressionError) -> DistanceExpression {
      depth += 1
      defer { depth -= 1 }
      if depth > Self.deepest { throw error("fewer brackets") }
      let left = try sum()
      return take("<") ? .isBelow(left, try sum()) : left
    }

    private mutating func sum() throws(DistanceExpressionError) -> DistanceExpression {
      var result = try product()
      while true {
        if take("+") {
          result = .sum(result, try product())
        } else if take("-") {
          result = .difference(result, try product())
        } else {
          return result
        }
      }
    }

    private mutating func product() throws(DistanceExpressionError) -> DistanceExpression {
      var result = try factor()
      while true {
        if take("*") {
          result = .product(result, try factor())
        } else if take("/") {
          result = .quotient(result, try factor())
        } else {
          return result
        }
      }
    }

    private mutating func factor() throws(DistanceExpressionError) -> DistanceExpression {
      var isNegative = false
      while take("-") { isNegative.toggle() }
      let result = try term()
      return isNegative ? .product(.number(-1), result) : result
    }

    private mutating func term() throws(DistanceExpressionError) -> DistanceExpression {
      if take("(") {
        let inner = try comparison()
        try expect(")")
        return inner
      }
      skipSpaces()
      if let number = number() { return .number(number) }
      let start = position
      while position < characters.count, characters[position].isLetter { position += 1 }
      switch String(characters[start..<position]) {
      case "d": return .distance
      case "exp": return .exponential(try argument())
      case "gauss": return try gauss()
      default:
        position = start
        throw error("a number, d, exp(…) or gauss(…, width)")
      }
    }

    private mutating func argument() throws(DistanceExpressionError) -> DistanceExpression {
      try expect("(")
      let inner = try comparison()
      try expect(")")
      return inner
    }

    private mutating func gauss() throws(DistanceExpressionError) -> DistanceExpression {
      try expect("(")
      let inner = try comparison()
      try expect(",")
      skipSpaces()
      guard let width = number(), width > 0 else { throw error("a width above 0") }
      try expect(")")
      return .gauss(inner, width: width)
    }

    private mutating func number() -> Double? {
      let start = position
      while position < characters.count, isNumberPart(position, from: start) { position += 1 }
      if let number = Double(String(characters[start..<position])), number.isFinite { return number }
      position = start
      return nil
    }

    private func isNumberPart(_ place: Int, from start: Int) -> Bool {
      let character = characters[place]
      if character.isASCII, character.isNumber || character == "." { return true }
      if place == start { return false }
      if character == "e" || character == "E" { return true }
      return (character == "-" || character == "+") && "eE".contains(characters[place - 1])
    }
  }
}
