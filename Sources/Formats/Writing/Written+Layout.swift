/// How a tree is laid out on lines: as a person would, in braces, broken between entries where a line is full.

extension Written {
  /// No line becomes longer than this where it can be broken.
  static let lineWidth = 118

  /// In braces and brackets, beginning at a column, counted from 0; broken lines go on below the first entry.
  func laidOut(from column: Int) -> String {
    let whole = flow
    if column + whole.count <= Self.lineWidth { return whole }
    switch self {
    case .word, .nothing: return whole
    case .list(let items):
      return Self.broken(items.count, open: "[", close: "]", from: column) { items[$0].laidOut(from: $1) }
    case .map(let entries):
      return Self.broken(entries.count, open: "{", close: "}", from: column) { entries[$0].laidOut(from: $1) }
    }
  }

  private static func broken(
    _ count: Int, open: String, close: String, from column: Int, _ item: (_ index: Int, _ column: Int) -> String
  ) -> String {
    let margin = String(repeating: " ", count: column + 1)
    var text = open
    var place = column + 1
    for index in 0..<count {
      let ending = index == count - 1 ? 1 : 2
      var written = item(index, place)
      if index > 0, place + lastLine(written) + ending > lineWidth || written.contains("\n") {
        text.removeLast()
        text += "\n" + margin
        place = column + 1
        written = item(index, place)
      }
      text += written
      place = written.contains("\n") ? lastLine(written) : place + written.count
      if index < count - 1 {
        text += ", "
        place += 2
      }
    }
    return text + close
  }

  /// Columns of the last line of a text.
  private static func lastLine(_ text: String) -> Int { text.split(separator: "\n").last?.count ?? 0 }
}

extension Written.Entry {
  func laidOut(from column: Int) -> String {
    let name = ScalarText.quoted(key, isInFlow: true) + ": "
    return name + value.laidOut(from: column + name.count)
  }
}
