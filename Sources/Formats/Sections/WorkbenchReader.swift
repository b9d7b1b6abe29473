/// `workbench:` — how the screen begins.
import Basics
import NetworkModel

extension Scope {
  func workbench(_ syntax: Syntax, populations: [String: DeclaredPopulation]) -> WorkbenchHints {
    let known = [
      "speed", "window", "select", "panes", "layout", "raster", "weights", "sort", "filter", "breakpoints", "bookmarks",
    ]
    guard let fields = Fields(syntax, of: "workbench", known: known, self) else { return WorkbenchHints() }
    if fields.has("panes"), fields.has("layout") { error(at: fields.place(of: "panes"), .panesAndLayout) }
    var hints = WorkbenchHints(
      speed: fields["speed"].flatMap { speed($0) }, window: fields["window"].flatMap { positiveTime($0, "window") },
      select: fields["select"].flatMap { selection($0, among: populations, "select")?.selection },
      panes: fields["panes"].flatMap { panes($0) }, layout: fields["layout"].flatMap { layout($0) })
    hints.raster = fields["raster"].flatMap { way($0, "raster", WorkbenchHints.rasterModes) }
    hints.weights = fields["weights"].flatMap { way($0, "weights", WorkbenchHints.weightsModes) }
    let keys = orderKeys(populations)
    hints.sort = fields["sort"].flatMap { sorting($0, keys) }
    hints.filter = fields["filter"].flatMap { filter($0, keys) }
    hints.breakpoints = fields["breakpoints"].map { breakpoints($0) } ?? []
    hints.bookmarks = fields["bookmarks"].map { bookmarks($0) } ?? []
    return hints
  }

  private func way(_ syntax: Syntax, _ what: String, _ known: [String]) -> String? {
    guard let name = text(syntax, what) else { return nil }
    if known.contains(name) { return name }
    error(at: syntax.location, .unknownWay(name, what: what, known: known))
    return nil
  }

  /// What the neurons of these populations have.
  private func orderKeys(_ populations: [String: DeclaredPopulation]) -> [String] {
    let models = populations.sorted { $0.key < $1.key }.compactMap(\.value.descriptor)
    return WorkbenchHints.orderKeys + models.flatMap { $0.state.map(\.name) + $0.parameters.map(\.name) }
  }

  /// `rate`, `v up`.
  private func sorting(_ syntax: Syntax, _ keys: [String]) -> String? {
    guard let words = text(syntax, "sort")?.split(separator: " ").map(String.init) else { return nil }
    guard (1...2).contains(words.count), words.count == 1 || ["up", "down"].contains(words[1]) else {
      error(at: syntax.location, .noSorting(words.joined(separator: " ")))
      return nil
    }
    return isKnown(words[0], keys, at: syntax.location) ? words.joined(separator: " ") : nil
  }

  /// `v > -55 mV and rate < 5 Hz`: here only the names are looked at.
  private func filter(_ syntax: Syntax, _ keys: [String]) -> String? {
    guard let text = text(syntax, "filter") else { return nil }
    let words = text.split(separator: " ").map(String.init)
    for condition in words.split(separator: "and", omittingEmptySubsequences: false).map({ $0.joined(separator: " ") })
    {
      let name = condition.prefix { !"<>=!".contains($0) }
      guard name.count < condition.count, !name.isEmpty else {
        error(at: syntax.location, .noCondition(condition))
        return nil
      }
      if !isKnown(name.split(separator: " ").joined(), keys, at: syntax.location) { return nil }
    }
    return text
  }

  private func isKnown(_ name: String, _ keys: [String], at place: SourceLocation) -> Bool {
    if keys.contains(name) { return true }
    error(at: place, .unknownOrderKey(name, known: keys))
    return false
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
