/// Why a command could not be carried out, with its place in the file: for people, and as an object for programs.

struct DebugRefusal: Error {
  let file: String
  let line: DebugScript.Line
  /// Of what is wrong, in its line, from 1.
  let column: Int
  /// `what is wrong · what would be right`
  let problem: String

  var failure: Failure { Failure(.usage, "\(place): error: \(problem)") }

  private var place: String { "\(file):\(line.number):\(column)" }

  /// The answer to the command, with fields of the same names as those of one that was carried out.
  var json: String {
    get throws {
      let parts = problem.split(separator: " · ", maxSplits: 1).map(String.init)
      let problem = Answer.Problem(what: parts.first ?? "", where: place, right: parts.count > 1 ? parts[1] : nil)
      return try DebugAnswer.json(
        Answer(line: line.number, column: column, command: line.text, problem: problem))
    }
  }

  private struct Answer: Encodable {
    struct Problem: Encodable {
      let what: String
      let `where`: String
      let right: String?
    }

    let line: Int
    let column: Int
    let command: String
    let problem: Problem
  }
}
