/// A number with its unit, as people type it: `15 ms`, `-0.3nA`, `2e-3 nF`, `0.5`.

/// What a text says: a value in base units, and the dimension of its unit; nil where no unit was written.
package struct Quantity: Sendable, Equatable {
  package let value: Double
  package let dimension: Dimension?

  package init(value: Double, dimension: Dimension?) {
    self.value = value
    self.dimension = dimension
  }

  /// Reads a number and, behind it, a unit of `Unit.all`, with or without a space. A typographic minus (−) is one too.
  package init(parsing text: String) throws(QuantityError) {
    let (number, unitText) = Self.split(text)
    guard let number, let value = Double(number) else { throw .notANumber(text) }
    guard value.isFinite else { throw .notFinite(text) }
    if unitText.isEmpty {
      self.init(value: value, dimension: nil)
      return
    }
    guard let unit = Unit.named(unitText) else {
      throw .unknownUnit(unitText, nearest: Spelling.nearest(to: unitText, among: Unit.all.map(\.symbol)))
    }
    guard (value * unit.scale).isFinite else { throw .notFinite(text) }
    self.init(value: value * unit.scale, dimension: unit.dimension)
  }

  /// The number that `text` gives to something of dimension `expected`; without a unit it is in base units.
  package static func value(of text: String, expecting expected: Dimension) throws(QuantityError) -> Double {
    let quantity: Quantity
    do throws(QuantityError) {
      quantity = try Quantity(parsing: text)
    } catch {
      guard case .unknownUnit(let unit, _) = error else { throw error }
      // The nearest unit of the right kind is a better guess than the nearest of all.
      let symbols = Unit.all.filter { $0.dimension == expected }.map(\.symbol)
      throw .unknownUnit(unit, nearest: Spelling.nearest(to: unit, among: symbols) ?? symbols.first)
    }
    if let found = quantity.dimension, found != expected {
      throw .wrongDimension(found: found, expected: expected)
    }
    return quantity.value
  }

  /// The longest number at the front of `text`, if there is one, and what stands behind it.
  private static func split(_ text: String) -> (number: String?, rest: String) {
    let characters = Array(text.drop { $0.isWhitespace })
    var index = 0
    var number = ""
    if index < characters.count, let sign = sign(characters[index]) {
      number.append(sign)
      index += 1
    }
    let digitsStart = number.count
    takeDigits(characters, &index, into: &number)
    if index < characters.count, characters[index] == "." {
      number.append(".")
      index += 1
      takeDigits(characters, &index, into: &number)
    }
    guard number.dropFirst(digitsStart).contains(where: { $0 != "." }) else { return (nil, text) }
    takeExponent(characters, &index, into: &number)
    var rest = characters[index...].drop { $0.isWhitespace }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return (number, String(rest))
  }

  private static func takeDigits(_ characters: [Character], _ index: inout Int, into number: inout String) {
    while index < characters.count, isDigit(characters[index]) {
      number.append(characters[index])
      index += 1
    }
  }

  /// `e-3` belongs to the number only where digits follow: in `5 e` the e is a (wrong) unit.
  private static func takeExponent(_ characters: [Character], _ index: inout Int, into number: inout String) {
    guard index < characters.count, characters[index] == "e" || characters[index] == "E" else { return }
    var scan = index + 1
    var exponent = "e"
    if scan < characters.count, let sign = sign(characters[scan]) {
      exponent.append(sign)
      scan += 1
    }
    guard scan < characters.count, isDigit(characters[scan]) else { return }
    takeDigits(characters, &scan, into: &exponent)
    number += exponent
    index = scan
  }

  private static func sign(_ character: Character) -> Character? {
    switch character {
    case "+": "+"
    case "-", "−": "-"
    default: nil
    }
  }

  private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
}

/// Why a text is not the quantity that is wanted.
package enum QuantityError: Error, Sendable, Equatable, CustomStringConvertible {
  case notANumber(String)
  /// Too large for a number, as 1e999.
  case notFinite(String)
  case unknownUnit(String, nearest: String?)
  case wrongDimension(found: Dimension, expected: Dimension)

  package var description: String {
    switch self {
    case .notANumber(let text): "\"\(text)\" does not begin with a number"
    case .notFinite(let text): "\"\(text)\" is too large for a number"
    case .unknownUnit(let unit, let nearest):
      "there is no unit \"\(unit)\"" + (nearest.map { " · did you mean \($0)?" } ?? "")
    case .wrongDimension(let found, .none): "a plain number is wanted here, and this is \(Self.noun(found))"
    case .wrongDimension(let found, let expected):
      "\(Self.noun(expected)) is wanted, as in 1 \(expected.baseUnit), and this is \(Self.noun(found))"
    }
  }

  private static func noun(_ dimension: Dimension) -> String {
    switch dimension {
    case .none: "a plain number"
    case .steps: "a number of steps"
    default: "a " + dimension.rawValue
    }
  }
}
