/// `notes:` — what is said about a network.
import Basics
import NetworkModel

extension Scope {
  /// - Parameter projections: by name.
  func notes(
    _ syntax: Syntax, populations: [String: DeclaredPopulation], projections: [ProjectionSpec]
  ) -> [NoteSpec] {
    guard case .sequence(let entries) = syntax.kind else {
      error(at: syntax.location, .expected("a list", for: "notes", found: syntax))
      return []
    }
    return entries.compactMap { entry in
      guard let fields = Fields(entry, of: "a note", known: ["on", "text"], self) else { return nil }
      let subject = fields.has("on") ? fields["on"].flatMap { self.subject($0, populations, projections) } : .network
      let content = fields.required("text", example: "text: \"…\"").flatMap { text($0, "text") }
      guard let subject, let content else { return nil }
      return NoteSpec(on: subject, content, location: entry.location)
    }
  }

  private func subject(
    _ syntax: Syntax, _ populations: [String: DeclaredPopulation], _ projections: [ProjectionSpec]
  ) -> NoteSpec.Subject? {
    // A projection may be called like a population, which is then what is meant.
    if let name = syntax.text, populations[name] == nil, projections.contains(where: { $0.name == name }) {
      return .projection(name)
    }
    return selection(syntax, among: populations, "on")?.selection.map { .neurons($0) }
  }
}
