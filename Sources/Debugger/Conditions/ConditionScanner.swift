/// A condition cut into words, each with its place.

struct ConditionScanner {
  enum Token: Equatable {
    /// A name with what belongs to it: `exc`, `exc[0..9].v`, `and`.
    case word(String)
    /// A number with its unit, if it has one: `-51 mV`.
    case quantity(String)
    /// `(`, `,`, `->`, `<=`, and whatever belongs to nothing.
    case sign(String)
    case end
  }

  private let characters: [Character]
  private var place = 0
  private(set) var token = Token.end
  /// Where the token begins, from 1.
  private(set) var column = 1

  init(_ text: String) {
    characters = Array(text)
    advance()
  }

  /// The token as it was written.
  var text: String {
    switch token {
    case .word(let text), .quantity(let text), .sign(let text): text
    case .end: ""
    }
  }

  mutating func advance() {
    while place < characters.count, characters[place].isWhitespace { place += 1 }
    column = place + 1
    guard place < characters.count else { return token = .end }
    if Self.beginsNumber(characters[place...]) {
      token = .quantity(takeQuantity())
    } else if Self.isName(characters[place]) {
      token = .word(takeName())
    } else {
      token = .sign(takeSign())
    }
  }

  /// The longest of these names that stands here, whatever signs are in it, and passes over it.
  mutating func take(oneOf names: [String]) -> String? {
    let rest = characters[(column - 1)...]
    let fitting = names.filter { name in
      rest.starts(with: name) && !(rest.dropFirst(name.count).first.map(Self.isName) ?? false)
    }
    guard let name = fitting.max(by: { $0.count < $1.count }) else { return nil }
    place = column - 1 + name.count
    advance()
    return name
  }

  /// What stands here up to a space or the end of what is in parentheses.
  var writtenName: String { String(characters[(column - 1)...].prefix { !$0.isWhitespace && $0 != ")" }) }

  private static let signs = ["->", "..", ">=", "<=", "!=", "==", ">", "<", "=", "(", ")", ","]

  private mutating func takeSign() -> String {
    let rest = String(characters[place..<min(place + 2, characters.count)])
    let sign = Self.signs.first { rest.hasPrefix($0) } ?? String(characters[place])
    place += sign.count
    return sign
  }

  /// With indices in brackets, in which there may be spaces, and a variable behind a dot.
  private mutating func takeName() -> String {
    var name = ""
    while place < characters.count, goesOn {
      if characters[place] == "[" { while place < characters.count, characters[place] != "]" { take(&name) } }
      if place < characters.count { take(&name) }
    }
    return name
  }

  /// Whether a name goes on here. A hyphen belongs to it where more of it follows: in `a->b` it does not.
  private var goesOn: Bool {
    let character = characters[place]
    if character == "-" { return place + 1 < characters.count && Self.isName(characters[place + 1]) }
    return Self.isName(character) || "[.".contains(character)
  }

  /// A number, and a unit where the next word is none of the language's own.
  private mutating func takeQuantity() -> String {
    var text = ""
    if "+-−".contains(characters[place]) { take(&text) }
    while place < characters.count, Self.isDigit(characters[place]) || characters[place] == ".", !isRangeSign {
      take(&text)
    }
    takeExponent(&text)
    var ahead = place
    while ahead < characters.count, characters[ahead].isWhitespace { ahead += 1 }
    let unit = String(characters[ahead...].prefix { $0.isLetter })
    if unit.isEmpty || Self.keywords.contains(unit) { return text }
    place = ahead + unit.count
    return text + " " + unit
  }

  /// `..`, which ends a number.
  private var isRangeSign: Bool { characters[place...].prefix(2) == [".", "."] }

  private mutating func takeExponent(_ text: inout String) {
    guard place < characters.count, "eE".contains(characters[place]) else { return }
    var ahead = place + 1
    if ahead < characters.count, "+-−".contains(characters[ahead]) { ahead += 1 }
    guard ahead < characters.count, Self.isDigit(characters[ahead]) else { return }
    while place < ahead || place < characters.count && Self.isDigit(characters[place]) { take(&text) }
  }

  private static let keywords: Set<String> = [
    "and", "or", "not", "crosses", "changes", "leaves", "enters", "upwards", "downwards", "where", "from", "to",
  ]

  private mutating func take(_ text: inout String) {
    text.append(characters[place])
    place += 1
  }

  private static func isName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  private static func beginsNumber(_ rest: ArraySlice<Character>) -> Bool {
    var rest = rest
    if let first = rest.first, "+-−".contains(first) { rest.removeFirst() }
    if rest.first == "." { rest.removeFirst() }
    return rest.first.map(isDigit) ?? false
  }

  private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
}
