/// Numbers as people write them: `20`, `-4.9e1`, `.5`, `1/16`.

enum NumberText {
  /// The number at the beginning of a text and what follows it, or nil where it begins with none.
  ///
  /// A fraction is a number too (`1/16`), but `10 1/s` is ten and a unit. The result may be infinite (`1e999`).
  static func prefix(of text: String) -> (value: Double, rest: Substring)? {
    guard let (first, end) = decimal(in: text, from: text.startIndex) else { return nil }
    guard end < text.endIndex, text[end] == "/",
      let (second, fractionEnd) = decimal(in: text, from: text.index(after: end))
    else { return (first, text[end...]) }
    return (first / second, text[fractionEnd...])
  }

  /// A text that is a number and nothing else; nil for anything else, `nan` and `0x10` among it.
  static func whole(_ text: String) -> Double? {
    guard let (value, rest) = prefix(of: text), rest.isEmpty else { return nil }
    return value
  }

  /// Whether a text is one of the ways to write what is no number or no end: `nan`, `.inf`, `-Infinity`.
  static func isNotFinite(_ text: String) -> Bool {
    let word = text.lowercased().drop { "+-.".contains($0) }.prefix { $0.isLetter }
    return ["nan", "inf", "infinity"].contains(word)
  }

  private static func decimal(in text: String, from start: String.Index) -> (Double, String.Index)? {
    var end = start
    if end < text.endIndex, text[end] == "-" || text[end] == "+" { end = text.index(after: end) }
    let whole = digits(in: text, from: end)
    var digitCount = text.distance(from: end, to: whole)
    end = whole
    if end < text.endIndex, text[end] == "." {
      let fraction = digits(in: text, from: text.index(after: end))
      digitCount += text.distance(from: end, to: fraction) - 1
      end = fraction
    }
    guard digitCount > 0 else { return nil }
    end = exponent(in: text, from: end)
    return Double(text[start..<end]).map { ($0, end) }
  }

  /// The end of an exponent that begins at `start`; `start` itself where there is none, so that `3 e` keeps its unit.
  private static func exponent(in text: String, from start: String.Index) -> String.Index {
    guard start < text.endIndex, text[start] == "e" || text[start] == "E" else { return start }
    var end = text.index(after: start)
    if end < text.endIndex, text[end] == "-" || text[end] == "+" { end = text.index(after: end) }
    let last = digits(in: text, from: end)
    return last == end ? start : last
  }

  private static func digits(in text: String, from start: String.Index) -> String.Index {
    text[start...].firstIndex { !("0"..."9").contains($0) } ?? text.endIndex
  }
}
