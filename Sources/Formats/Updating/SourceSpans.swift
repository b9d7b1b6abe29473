/// Where the values of a document end: the parser tells only where they begin.
import NetworkModel

/// A text that cannot be edited in place: something in it is written in a way that only its author understands.
struct CannotEdit: Error {}

struct SourceSpans {
  let scalars: [Unicode.Scalar]
  private let lineStarts: [Int]

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    var starts = [0]
    for (index, scalar) in scalars.enumerated() {
      let isBreak = scalar == "\n" || (scalar == "\r" && !(index + 1 < scalars.count && scalars[index + 1] == "\n"))
      if isBreak { starts.append(index + 1) }
    }
    lineStarts = starts
  }

  func offset(of place: SourceLocation) throws(CannotEdit) -> Int {
    guard lineStarts.indices.contains(place.line - 1) else { throw CannotEdit() }
    let offset = lineStarts[place.line - 1] + place.column - 1
    guard offset <= scalars.count else { throw CannotEdit() }
    return offset
  }

  /// Whether a collection is written in braces or brackets.
  func isFlow(_ syntax: Syntax) throws(CannotEdit) -> Bool {
    let start = try offset(of: syntax.location)
    return start < scalars.count && (scalars[start] == "{" || scalars[start] == "[")
  }

  func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  func startOfLine(_ offset: Int) -> Int { lineStarts.last { $0 <= offset } ?? 0 }

  /// Without the end of the line itself.
  func endOfLine(_ offset: Int) -> Int {
    scalars[offset...].firstIndex { $0 == "\n" || $0 == "\r" } ?? scalars.count
  }

  /// Behind the end of the line itself.
  func nextLine(_ offset: Int) -> Int { lineStarts.first { $0 > offset } ?? scalars.count }

  func column(_ offset: Int) -> Int { offset - startOfLine(offset) }

  /// Behind the last sign of a value.
  /// - Parameter indentation: of the key or dash that it belongs to: lines of the value are further in.
  func end(of syntax: Syntax, isInFlow: Bool, indentation: Int) throws(CannotEdit) -> Int {
    let start = try offset(of: syntax.location)
    guard start < scalars.count, !syntax.isNull else { throw CannotEdit() }
    switch scalars[start] {
    case "{", "[": return try endOfBrackets(start)
    case "\"", "'": return try endOfQuotes(start)
    case "&", "!", "*": throw CannotEdit()
    case "|", ">": if !isInFlow { return endOfBlock(start, indentation) }
    default: break
    }
    switch syntax.kind {
    case .mapping(let entries):
      guard let last = entries.last else { throw CannotEdit() }
      let key = try offset(of: last.keyLocation)
      if last.value.isNull { return try endOfKey(key) }
      return try end(of: last.value, isInFlow: false, indentation: column(key))
    case .sequence(let items):
      guard let last = items.last else { throw CannotEdit() }
      return try end(of: last, isInFlow: false, indentation: column(try dash(of: last)))
    case .scalar: return isInFlow ? endOfFlowWord(start) : endOfWord(start, indentation)
    }
  }

  /// Behind the colon of a key.
  func endOfKey(_ start: Int) throws(CannotEdit) -> Int {
    let isQuoted = start < scalars.count && (scalars[start] == "\"" || scalars[start] == "'")
    let end = isQuoted ? try endOfQuotes(start) : start
    guard let colon = scalars[end...].firstIndex(of: ":"), colon < endOfLine(start) else { throw CannotEdit() }
    return colon + 1
  }

  /// The dash of an item of a list that is written in lines.
  func dash(of item: Syntax) throws(CannotEdit) -> Int {
    let start = try offset(of: item.location)
    let line = startOfLine(start)
    guard let dash = scalars[line..<start].lastIndex(where: { $0 != " " }), scalars[dash] == "-",
      scalars[line..<dash].allSatisfy({ $0 == " " })
    else { throw CannotEdit() }
    return dash
  }

  // MARK: Ends

  private func endOfQuotes(_ start: Int) throws(CannotEdit) -> Int {
    let quote = scalars[start]
    var index = start + 1
    while index < scalars.count {
      if quote == "\"", scalars[index] == "\\" {
        index += 1
      } else if scalars[index] == quote {
        let isDoubled = quote == "'" && index + 1 < scalars.count && scalars[index + 1] == quote
        if !isDoubled { return index + 1 }
        index += 1
      }
      index += 1
    }
    throw CannotEdit()
  }

  private func endOfBrackets(_ start: Int) throws(CannotEdit) -> Int {
    var depth = 0
    var index = start
    while index < scalars.count {
      switch scalars[index] {
      case "{", "[": depth += 1
      case "}", "]":
        depth -= 1
        if depth == 0 { return index + 1 }
      case "\"", "'":
        // Within a word a quote is a letter.
        if " ,[{:\n".unicodeScalars.contains(scalars[index - 1]) { index = try endOfQuotes(index) - 1 }
      case "#" where " \n".unicodeScalars.contains(scalars[index - 1]): index = endOfLine(index) - 1
      default: break
      }
      index += 1
    }
    throw CannotEdit()
  }

  private func endOfFlowWord(_ start: Int) -> Int {
    var index = start
    while index < scalars.count, !",[]{}\n\r".unicodeScalars.contains(scalars[index]) {
      if scalars[index] == "#", scalars[index - 1] == " " { break }
      index += 1
    }
    return trimmed(index, from: start)
  }

  private func endOfWord(_ start: Int, _ indentation: Int) -> Int {
    var end = endOfWordInLine(start)
    var line = nextLine(start)
    while line < scalars.count {
      let content = scalars[line..<endOfLine(line)].firstIndex { $0 != " " }
      guard let content, content - line > indentation, scalars[content] != "#" else { break }
      end = endOfWordInLine(content)
      line = nextLine(line)
    }
    return end
  }

  private func endOfWordInLine(_ start: Int) -> Int {
    let end = endOfLine(start)
    let comment = (start..<end).first { $0 > start && scalars[$0] == "#" && scalars[$0 - 1] == " " }
    return trimmed(comment ?? end, from: start)
  }

  private func endOfBlock(_ start: Int, _ indentation: Int) -> Int {
    var end = endOfLine(start)
    var line = nextLine(start)
    while line < scalars.count {
      let content = scalars[line..<endOfLine(line)].firstIndex { $0 != " " }
      if let content {
        if content - line <= indentation { break }
        end = endOfLine(line)
      }
      line = nextLine(line)
    }
    return end
  }

  private func trimmed(_ end: Int, from start: Int) -> Int {
    var end = end
    while end > start, scalars[end - 1] == " " { end -= 1 }
    return end
  }
}
