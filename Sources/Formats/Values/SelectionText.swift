/// A selection as it is written: `exc`, `exc[17]`, `exc[0..99]`, `exc[0,3,8..9]`, `img[2,3]`.

struct SelectionText {
  let population: String
  /// The ranges between the brackets, inclusive, or nil where there are none.
  let items: [(lower: Int, upper: Int)]?

  /// Nil where the text has not this form.
  init?(_ text: String) {
    let open = text.firstIndex(of: "[")
    population = Self.trimmed(text[..<(open ?? text.endIndex)])
    guard Self.isName(population) else { return nil }
    guard let open else {
      items = nil
      return
    }
    let brackets = text[open...].filter { $0 != " " }
    guard brackets.hasSuffix("]") else { return nil }
    let inside = brackets.dropFirst().dropLast()
    var items: [(Int, Int)] = []
    for part in inside.split(separator: ",", omittingEmptySubsequences: false) {
      guard let item = Self.item(part) else { return nil }
      items.append(item)
    }
    self.items = items
  }

  private static func trimmed(_ text: Substring) -> String {
    var result = text.drop { $0 == " " }
    while result.last == " " { result.removeLast() }
    return String(result)
  }

  private static func item(_ text: Substring) -> (Int, Int)? {
    guard let dots = text.firstRange(of: "..") else { return index(text).map { ($0, $0) } }
    guard let lower = index(text[..<dots.lowerBound]), let upper = index(text[dots.upperBound...]) else { return nil }
    return (lower, upper)
  }

  /// Digits only: no sign, no fraction.
  private static func index(_ text: Substring) -> Int? {
    text.allSatisfy { ("0"..."9").contains($0) } ? Int(text) : nil
  }

  /// Letters of any script, digits, `_` and `-`, and no digit or `-` in front: what selections and commands can tell apart.
  static func isName(_ text: String) -> Bool {
    guard let first = text.first, first.isLetter || first == "_" else { return false }
    return text.count <= 64 && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
  }
}
