/// How a command's keys and argument are written for people.
import Terminal

extension Command {
  /// `- _`: the keys that it has wherever it applies.
  package var keysText: String { Self.text(of: keys, after: prefix) }

  /// Also those of single panes: `j ↓ (raster, membrane)`.
  package var allKeysText: String { keyGroups.map(text(of:)).joined(separator: " ") }

  /// Those of everywhere, or of the panes that it exists for: `j`, `→ (trace)`.
  package var firstKeysText: String { keyGroups.first.map(text(of:)) ?? "" }

  /// The key that comes before its own: `W` for what arranges the screen.
  var prefix: [Key] {
    switch scope {
    case .arranging: CommandCatalogue.command("arrange")?.keys ?? []
    case .after(let id): CommandCatalogue.command(id)?.keys ?? []
    case .everywhere, .panes: []
    }
  }

  private func text(of group: (keys: [Key], panes: [PaneID])) -> String {
    Self.text(of: group.keys, after: prefix) + (group.panes.isEmpty ? "" : " (\(Self.text(of: group.panes)))")
  }

  /// `raster, membrane`; of most panes those are told that are missing, for a long list takes the room of the help.
  private static func text(of panes: [PaneID]) -> String {
    let missing = PaneID.allCases.filter { !panes.contains($0) }
    let names = (missing.count < panes.count ? missing : panes).map(\.rawValue).joined(separator: ", ")
    return missing.count < panes.count ? "all but \(names)" : names
  }

  /// Its keys, and the panes in which these alone apply; no panes stands for everywhere.
  var keyGroups: [(keys: [Key], panes: [PaneID])] {
    var groups: [(keys: [Key], panes: [PaneID])] = []
    if case .panes(let panes) = scope, !keys.isEmpty { groups.append((keys, panes)) }
    if scope == .everywhere || !prefix.isEmpty, !keys.isEmpty { groups.append((keys, [])) }
    for pane in PaneID.allCases {
      guard let own = paneKeys[pane], !own.isEmpty else { continue }
      if let same = groups.firstIndex(where: { $0.keys == own && !$0.panes.isEmpty }) {
        groups[same].panes.append(pane)
      } else {
        groups.append((own, [pane]))
      }
    }
    return groups
  }

  static func text(of keys: [Key], after prefix: [Key] = []) -> String {
    (prefix + keys).map(\.label).joined(separator: " ")
  }

  /// Whether it cannot be run without something behind its name; what is in brackets may be left out.
  package var needsArgument: Bool { !argument.isEmpty && argument.first != "[" }
}
