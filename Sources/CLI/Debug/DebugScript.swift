/// The commands of `ganglion debug`, one a line; `#` begins a comment, behind a command with a space on both sides.
import Foundation

struct DebugScript {
  struct Line {
    /// From 1.
    let number: Int
    /// Where the command begins, from 1.
    let column: Int
    let verb: String
    let argument: String
    /// Where that begins, from 1.
    let argumentColumn: Int

    var text: String { argument.isEmpty ? verb : "\(verb) \(argument)" }
  }

  let name: String
  private(set) var lines: [Line] = []

  /// - Throws: for the first line whose command there is not.
  init(parsing text: String, name: String) throws(DebugRefusal) {
    self.name = name
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard let line = Self.line(String(line), number: index + 1) else { continue }
      if let problem = DebugVerbs.problem(ofVerb: line.verb) {
        throw DebugRefusal(file: name, line: line, column: line.column, problem: problem)
      }
      lines.append(line)
    }
  }

  /// Nil for one without a command.
  private static func line(_ text: String, number: Int) -> Line? {
    let characters = Array(text.prefix(upTo: text.firstRange(of: " # ")?.lowerBound ?? text.endIndex))
    guard let start = characters.firstIndex(where: { !$0.isWhitespace }), characters[start] != "#" else { return nil }
    let end = characters[start...].firstIndex(where: \.isWhitespace) ?? characters.count
    let rest = characters[end...].firstIndex { !$0.isWhitespace } ?? characters.count
    return Line(
      number: number, column: start + 1, verb: String(characters[start..<end]),
      argument: String(characters[rest...]).trimmingCharacters(in: .whitespaces), argumentColumn: rest + 1)
  }
}
