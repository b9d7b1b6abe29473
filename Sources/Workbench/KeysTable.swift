/// The table of keys in the README, as Markdown.
import Terminal

package enum KeysTable {
  /// One row for every command that has a key, in the catalogue's order.
  package static var markdown: String {
    table(CommandCatalogue.all.filter { !$0.allKeysText.isEmpty })
  }

  /// The ten that one needs first.
  package static var first: String {
    let ids: [CommandID] = [
      "run-pause", "step", "step-back", "goto", "faster", "next-pane", "next-neuron", "edit", "poke", "help",
    ]
    return table(ids.compactMap(CommandCatalogue.command))
  }

  private static func table(_ commands: [Command]) -> String {
    let rows = commands.map { "| \(keys($0)) | `:\($0.id.name)` | \(escaped($0.help)) |" }
    return (["| Keys | Command | What it does |", "|---|---|---|"] + rows).joined(separator: "\n") + "\n"
  }

  private static func keys(_ command: Command) -> String {
    command.keyGroups.map { group in
      let keys = (command.prefix + group.keys).map { code($0.label) }.joined(separator: " ")
      return group.panes.isEmpty ? keys : "\(keys) (\(group.panes.map(\.rawValue).joined(separator: ", ")))"
    }.joined(separator: " ")
  }

  private static func code(_ label: String) -> String { "`\(escaped(label))`" }

  /// A bar would end the cell.
  private static func escaped(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
