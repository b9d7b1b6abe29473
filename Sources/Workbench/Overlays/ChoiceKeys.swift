/// Keys behind a key that begins several: what can follow is shown, and the next key chooses.
import Terminal

extension WorkbenchState {
  /// The commands that can follow, with their keys.
  package func choices(after id: CommandID) -> [Command] {
    CommandCatalogue.all.filter { $0.scope == .after(id) || Self.direct[id]?.contains($0.id) == true }
  }

  /// Those that have their key everywhere, and behind this one, too.
  private static let direct: [CommandID: [CommandID]] = [
    "forward": ["next-spike", "next-any-spike", "next-weight-change"]
  ]

  mutating func press(_ key: Key, after id: CommandID) -> [Effect] {
    overlay = nil
    if key == .escape { return [] }
    if let command = choices(after: id).first(where: { $0.keys.contains(key) }) { return perform(command, "") }
    let first = CommandCatalogue.command(id)?.keysText ?? ""
    inform("\(first) \(key.label) means nothing · \(first) shows what can follow")
    return [.bell]
  }
}
