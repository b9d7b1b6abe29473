/// Collects what is wrong with a document, so that its author sees all of it at once.
import NetworkModel

/// Belongs to one reading of one document and never leaves it.
final class Diagnostics {
  /// More errors, or more warnings, than this nobody reads, and a file of rubbish must not fill memory.
  private static let limit = 100

  private(set) var issues: [Issue] = []
  private var seen: Set<Issue> = []

  var hasErrors: Bool { issues.contains { $0.severity == .error } }

  /// Words are looked for only while there is room for them: the nearest spelling of ten thousand words takes seconds.
  ///
  /// The same complaint about the same place is kept once: `like` and `to: [a, b]` read a value several times.
  func add(_ severity: Issue.Severity, at place: SourceLocation, _ complaint: () -> Complaint) {
    let count = issues.count { $0.severity == severity }
    guard count < Self.limit else { return }
    let issue = Issue(severity, at: place, complaint())
    if seen.insert(issue).inserted { issues.append(issue) }
  }

  /// In the order of the text.
  func sorted(_ severity: Issue.Severity) -> [Issue] {
    issues.enumerated().filter { $0.element.severity == severity }
      .sorted {
        ($0.element.location.line, $0.element.location.column, $0.offset)
          < ($1.element.location.line, $1.element.location.column, $1.offset)
      }
      .map(\.element)
  }
}
