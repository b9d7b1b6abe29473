/// Finds where a key is given for the second time; the parser tells only where it was given first.

struct SecondKey {
  private let lines: [Substring]
  private let key: String

  init(_ key: String, in text: String) {
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    self.key = key
  }

  /// The place of the next `key:` in the same block of lines or in the same line of braces; nil where it is neither.
  func place(afterLine line: Int, column: Int) -> (line: Int, column: Int)? {
    guard lines.indices.contains(line - 1) else { return nil }
    if let second = inLine(lines[line - 1], after: column) { return (line, second) }
    for number in lines.indices.dropFirst(line) {
      let content = lines[number].drop { $0 == " " }
      if content.isEmpty || content.first == "#" { continue }
      let indentation = lines[number].count - content.count
      if indentation < column - 1 { return nil }
      if indentation == column - 1, begins(content) { return (number + 1, column) }
    }
    return nil
  }

  /// Within `{…}` on one line, at the depth of the first.
  private func inLine(_ line: Substring, after column: Int) -> Int? {
    var depth = 0
    var isStart = false
    var position = column
    for index in line.indices.dropFirst(column) {
      position += 1
      if isStart, depth == 0, begins(line[index...]) { return position }
      switch line[index] {
      case "{", "[": depth += 1
      case "}", "]": depth -= 1
      default: break
      }
      if depth < 0 { return nil }
      isStart = line[index] == "," || (isStart && line[index] == " ")
    }
    return nil
  }

  private func begins(_ content: Substring) -> Bool {
    for form in [key, "\"\(key)\"", "'\(key)'"] where content.hasPrefix(form) {
      return content.dropFirst(form.count).drop { $0 == " " }.first == ":"
    }
    return false
  }
}
