/// The commands of `ganglion debug`, one a line; `#` begins a comment.
import Foundation
import Workbench

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
  init(parsing text: String, name: String) throws(Failure) {
    self.name = name
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard let line = Self.line(String(line), number: index + 1) else { continue }
      if let problem = DebugVerbs.problem(ofVerb: line.verb) {
        throw Self.failure(name, line.number, line.column, problem)
      }
      lines.append(line)
    }
  }

  init(file: String) throws(Failure) {
    try self.init(
      parsing: try ScriptFile.text(file, option: "--commands"), name: file == "-" ? "standard input" : file)
  }

  static func failure(_ file: String, _ line: Int, _ column: Int, _ problem: String) -> Failure {
    Failure(.usage, "\(file):\(line):\(column): error: \(problem)")
  }

  /// Nil for one without a command.
  private static func line(_ text: String, number: Int) -> Line? {
    let characters = Array(text)
    guard let start = characters.firstIndex(where: { !$0.isWhitespace }), characters[start] != "#" else { return nil }
    let end = characters[start...].firstIndex(where: \.isWhitespace) ?? characters.count
    let rest = characters[end...].firstIndex { !$0.isWhitespace } ?? characters.count
    return Line(
      number: number, column: start + 1, verb: String(characters[start..<end]),
      argument: String(characters[rest...]).trimmingCharacters(in: .whitespaces), argumentColumn: rest + 1)
  }
}
