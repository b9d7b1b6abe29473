/// `layout:` of the workbench: where its panes stand.
import NetworkModel

extension Scope {
  /// Every pane once, in frames; nil where nothing of it could be read.
  func layout(_ syntax: Syntax) -> SplitTree<String>? {
    var seen: Set<String> = []
    return layout(syntax, &seen)
  }

  /// A name, a list of names for a frame that several panes share, or `columns:` or `rows:` of such.
  private func layout(_ syntax: Syntax, _ seen: inout Set<String>) -> SplitTree<String>? {
    if case .mapping = syntax.kind { return split(syntax, &seen) }
    let names = syntax.elements.compactMap { pane($0, &seen) }
    if syntax.elements.isEmpty { error(at: syntax.location, .emptyLayout) }
    return names.isEmpty ? nil : .frame(names)
  }

  private func pane(_ syntax: Syntax, _ seen: inout Set<String>) -> String? {
    guard let name = text(syntax, "a frame of the layout") else { return nil }
    let known = WorkbenchHints.paneNames + [WorkbenchHints.inspectorName]
    guard known.contains(name) else {
      error(at: syntax.location, .unknownPane(name, known: known))
      return nil
    }
    if seen.insert(name).inserted { return name }
    error(at: syntax.location, .paneTwice(name))
    return nil
  }

  private func split(_ syntax: Syntax, _ seen: inout Set<String>) -> SplitTree<String>? {
    let axes = SplitAxis.allCases.map(\.rawValue)
    guard let fields = Fields(syntax, of: "a part of the layout", known: axes + ["shares"], self) else { return nil }
    let named = SplitAxis.allCases.filter { fields.has($0.rawValue) }
    guard named.count == 1, let list = fields[named[0].rawValue] else {
      error(at: syntax.location, .noSplit)
      return nil
    }
    guard case .sequence(let entries) = list.kind, !entries.isEmpty else {
      error(at: list.location, .expected("a list", for: named[0].rawValue, found: list))
      return nil
    }
    let trees = entries.compactMap { layout($0, &seen) }
    let shares = fields["shares"].flatMap { self.shares($0, of: entries.count) } ?? entries.map { _ in 1 }
    guard trees.count == entries.count else { return nil }
    let parts = zip(trees, shares).map { SplitTree<String>.Part($0, share: $1) }
    return parts.count == 1 ? trees[0] : .split(named[0], parts)
  }

  private func shares(_ syntax: Syntax, of parts: Int) -> [Int]? {
    let shares = syntax.elements.compactMap { integer($0, "shares", in: 1...10_000) }
    guard shares.count == syntax.elements.count else { return nil }
    if shares.count == parts { return shares }
    error(at: syntax.location, .sharesCount(shares.count, parts: parts))
    return nil
  }
}
