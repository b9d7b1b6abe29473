/// `notes:` and `workbench:` — what is said about a network and how the screen begins.
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

  func workbench(_ syntax: Syntax, populations: [String: DeclaredPopulation]) -> WorkbenchHints {
    let known = ["speed", "window", "select", "panes"]
    guard let fields = Fields(syntax, of: "workbench", known: known, planned: PlannedWords.workbenchKeys, self) else {
      return WorkbenchHints()
    }
    return WorkbenchHints(
      speed: fields["speed"].flatMap { speed($0) }, window: fields["window"].flatMap { positiveTime($0, "window") },
      select: fields["select"].flatMap { selection($0, among: populations, "select")?.selection },
      panes: fields["panes"].flatMap { panes($0) })
  }

  /// The panes that are open, each once.
  private func panes(_ syntax: Syntax) -> [String]? {
    guard case .sequence(let entries) = syntax.kind else {
      error(at: syntax.location, .expected("a list", for: "panes", found: syntax))
      return nil
    }
    var names: [String] = []
    for entry in entries {
      guard let name = text(entry, "panes"), !names.contains(name) else { continue }
      if WorkbenchHints.paneNames.contains(name) {
        names.append(name)
      } else {
        error(at: entry.location, .unknownPane(name, known: WorkbenchHints.paneNames))
      }
    }
    return names
  }

  /// Biological over wall time, or `max`.
  private func speed(_ syntax: Syntax) -> Double? {
    if syntax.text == "max" { return .infinity }
    return quantity(syntax, .none, "speed", in: 1e-6...1e6)
  }
}
