/// The lines of a document: what stands on lines of its own, and what in braces.

struct DocumentText {
  private(set) var text = ""

  mutating func header(_ entries: [Written.Entry]) {
    for entry in entries { text += BlockText.entry(entry, indentation: 0) + "\n" }
  }

  mutating func populations(_ entries: [Written.Entry]) {
    if entries.isEmpty { return }
    text += "populations:\n"
    for entry in entries { text += BlockText.population(entry, indentation: 2) + "\n" }
  }

  mutating func items(_ key: String, _ items: [Written]) {
    if items.isEmpty { return }
    text += key + ":\n"
    for item in items { text += BlockText.item(item, indentation: 2) + "\n" }
  }

  mutating func map(_ key: String, _ entries: [Written.Entry]) {
    if entries.isEmpty { return }
    text += key + ":\n"
    for entry in entries { text += BlockText.entry(entry, indentation: 2) + "\n" }
  }

  mutating func line(_ key: String, _ value: Written) {
    text += BlockText.entry(Written.Entry(key, value), indentation: 0) + "\n"
  }
}

/// Entries on lines of their own, without the end of the last line.
enum BlockText {
  /// `key: value`, the value in braces where it has parts; text of several lines as it is.
  static func entry(_ entry: Written.Entry, indentation: Int) -> String {
    let margin = spaces(indentation)
    let name = margin + ScalarText.quoted(entry.key, isInFlow: false) + ":"
    guard case .word(let text) = entry.value else { return name + " " + entry.value.laidOut(from: name.count + 1) }
    if let literal = literal(text, indentation: indentation + 2) { return name + literal }
    return name + " " + ScalarText.quoted(text, isInFlow: false)
  }

  /// On one line where it fits, otherwise a line for each key.
  static func population(_ entry: Written.Entry, indentation: Int) -> String {
    let name = spaces(indentation) + entry.key + ":"
    let whole = name + " " + entry.value.flow
    if whole.count <= Written.lineWidth { return whole }
    let lines = entry.value.entries.map { self.entry($0, indentation: indentation + 2) }
    return ([name] + lines).joined(separator: "\n")
  }

  /// `- {…}`
  static func item(_ value: Written, indentation: Int) -> String {
    spaces(indentation) + "- " + value.laidOut(from: indentation + 2)
  }

  static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  /// ` |` and the lines of the text; nil where it has one line, or signs that only quotes can keep.
  private static func literal(_ text: String, indentation: Int) -> String? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let isPlain = text.unicodeScalars.allSatisfy {
      ($0.value >= 0x20 || $0 == "\n") && !["\u{85}", "\u{2028}", "\u{2029}"].contains($0)
    }
    guard lines.count > 1, isPlain, let first = lines.first, !first.isEmpty, first.first != " ",
      !text.hasSuffix("\n\n")
    else { return nil }
    let content = text.hasSuffix("\n") ? lines.dropLast() : lines[...]
    let body = content.map { $0.isEmpty ? "" : spaces(indentation) + $0 }.joined(separator: "\n")
    return (text.hasSuffix("\n") ? " |\n" : " |-\n") + body
  }
}
