/// A distribution as it is written: a name and its arguments, `normal(0.5 nA, 0.1 nA, min: 0 nA)`.

struct CallText {
  let name: String
  let arguments: [String]
  let named: [(key: String, value: String)]

  /// Nil where the text has not this form.
  init?(_ text: String) {
    let text = Self.trimmed(text[...])
    guard let open = text.firstIndex(of: "("), text.hasSuffix(")") else { return nil }
    let inside = text[text.index(after: open)...].dropLast()
    guard !inside.contains("("), !inside.contains(")") else { return nil }
    name = String(Self.trimmed(text[..<open]))
    var arguments: [String] = []
    var named: [(key: String, value: String)] = []
    for part in inside.split(separator: ",", omittingEmptySubsequences: false) {
      if let colon = part.firstIndex(of: ":") {
        named.append((String(Self.trimmed(part[..<colon])), String(Self.trimmed(part[part.index(after: colon)...]))))
      } else {
        arguments.append(String(Self.trimmed(part)))
      }
    }
    self.arguments = arguments == [""] ? [] : arguments
    self.named = named
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var result = text.drop { $0 == " " }
    while result.last == " " { result.removeLast() }
    return result
  }
}
