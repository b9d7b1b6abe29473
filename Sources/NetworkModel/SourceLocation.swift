/// Where in a user's file something was said.
package struct SourceLocation: Sendable, Hashable {
  package var file: String
  /// 1-based.
  package var line: Int
  /// 1-based, in characters.
  package var column: Int

  package init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}

/// One thing that is wrong with a document: where, what, and what would be right.
package struct Issue: Sendable, Hashable, Error, CustomStringConvertible {
  package enum Severity: String, Sendable { case error, warning }

  package let severity: Severity
  package let location: SourceLocation
  package let message: String
  /// What would be right, e.g. `did you mean "tau_m"?`; empty when nothing better can be said.
  package let hint: String

  package init(_ severity: Severity = .error, at location: SourceLocation, _ message: String, hint: String = "") {
    self.severity = severity
    self.location = location
    self.message = message
    self.hint = hint
  }

  /// `FILE:LINE:COLUMN: error: what · what would be right`
  package var description: String {
    let place = "\(location.file):\(location.line):\(location.column): \(severity.rawValue): \(message)"
    return hint.isEmpty ? place : place + " · " + hint
  }
}
