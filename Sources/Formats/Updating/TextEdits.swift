/// Changes of a text at places that do not overlap; everything else stays byte for byte.

struct TextEdits {
  private(set) var edits: [(range: Range<Int>, text: String)] = []

  var isEmpty: Bool { edits.isEmpty }

  mutating func replace(_ range: Range<Int>, with text: String) { edits.append((range, text)) }
  mutating func insert(_ text: String, at place: Int) { edits.append((place..<place, text)) }
  mutating func remove(_ range: Range<Int>) { edits.append((range, "")) }

  /// - Throws: where two of them touch the same text.
  func applied(to source: SourceSpans) throws(CannotEdit) -> String {
    // What is inserted at one place stays in order.
    let ordered = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.element.range.upperBound, $0.offset)
        < ($1.element.range.lowerBound, $1.element.range.upperBound, $1.offset)
    }.map(\.element)
    var result = ""
    var place = 0
    for edit in ordered {
      guard edit.range.lowerBound >= place else { throw CannotEdit() }
      result += source.text(place..<edit.range.lowerBound) + edit.text
      place = edit.range.upperBound
    }
    return result + source.text(place..<source.scalars.count)
  }
}
