/// Collects what is wrong with a document, so that its author sees all of it at once.
import NetworkModel

/// Belongs to one reading of one document and never leaves it.
final class Diagnostics {
  /// More than this nobody reads, and a file of rubbish must not fill memory.
  private static let limit = 100

  private(set) var issues: [Issue] = []
  private var seen: Set<Issue> = []

  var hasErrors: Bool { issues.contains { $0.severity == .error } }

  func error(at place: SourceLocation, _ complaint: Complaint) { add(Issue(.error, at: place, complaint)) }
  func warning(at place: SourceLocation, _ complaint: Complaint) { add(Issue(.warning, at: place, complaint)) }

  /// The same complaint about the same place is kept once: `like` and `to: [a, b]` read a value several times.
  func add(_ issue: Issue) {
    guard issues.count < Self.limit, seen.insert(issue).inserted else { return }
    issues.append(issue)
  }

  /// In the order of the text.
  func sorted(_ severity: Issue.Severity) -> [Issue] {
    issues.enumerated().filter { $0.element.severity == severity }
      .sorted { ($0.element.location.line, $0.element.location.column, $0.offset)
        < ($1.element.location.line, $1.element.location.column, $1.offset) }
      .map(\.element)
  }
}
