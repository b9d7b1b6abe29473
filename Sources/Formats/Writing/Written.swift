/// What is to be written, as a tree: the opposite of `Syntax`.

/// Scalars are already text, without quotes: these are added where YAML would otherwise take them for something else.
indirect enum Written: Equatable {
  struct Entry: Equatable {
    let key: String
    let value: Written

    init(_ key: String, _ value: Written) {
      self.key = key
      self.value = value
    }
  }

  case word(String)
  /// `~`, for what says nothing where something has its place.
  case nothing
  case list([Written])
  case map([Entry])

  /// The entries of a map; none for anything else.
  var entries: [Entry] { if case .map(let entries) = self { entries } else { [] } }

  subscript(key: String) -> Written? { entries.first { $0.key == key }?.value }

  /// On one line, in braces and brackets.
  var flow: String {
    switch self {
    case .word(let text): ScalarText.quoted(text, isInFlow: true)
    case .nothing: "~"
    case .list(let items): "[" + items.map(\.flow).joined(separator: ", ") + "]"
    case .map(let entries): "{" + entries.map(\.flow).joined(separator: ", ") + "}"
    }
  }
}

extension Written.Entry {
  var flow: String { ScalarText.quoted(key, isInFlow: true) + ": " + value.flow }
}

/// Words of YAML, with quotes where they need them.
enum ScalarText {
  /// - Parameter isInFlow: whether it stands in braces or brackets, where commas and brackets mean something.
  static func quoted(_ text: String, isInFlow: Bool) -> String {
    isPlain(text, isInFlow: isInFlow) ? text : doubleQuoted(text)
  }

  static func doubleQuoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case "\u{85}", "\u{2028}", "\u{2029}":
        result += scalar == "\u{85}" ? "\\N" : scalar == "\u{2028}" ? "\\L" : "\\P"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func isPlain(_ text: String, isInFlow: Bool) -> Bool {
    guard let first = text.first, !["~", "null"].contains(text), text.last != " ", text.last != ":" else {
      return false
    }
    guard first.isLetter || first.isNumber || "_./(".contains(first) || (first == "-" && text.count > 1) else {
      return false
    }
    if text.hasPrefix("- ") || text.hasPrefix("---") || text.hasPrefix("...") { return false }
    if text.contains(": ") || text.contains(" #") { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      if isInFlow, "[]{},".unicodeScalars.contains(scalar) { return false }
      return scalar.value >= 0x20 && !["\u{85}", "\u{2028}", "\u{2029}", "\"", "'"].contains(scalar)
    }
  }
}
