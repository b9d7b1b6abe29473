/// From a key to the command that it gives: the focused pane's own keys before those that hold everywhere.
import Terminal

enum Keymap {
  static func command(for key: Key, in pane: PaneID) -> Command? { table[pane]?[key] }

  /// While the screen is being arranged.
  static let arranging: [Key: Command] = {
    var table: [Key: Command] = [:]
    for command in CommandCatalogue.all where command.scope == .arranging {
      for key in command.keys { table[key] = command }
    }
    return table
  }()

  /// Built once from the catalogue. A key of a pane is more particular than one of everywhere.
  private static let table: [PaneID: [Key: Command]] = {
    var table: [PaneID: [Key: Command]] = [:]
    for pane in PaneID.allCases {
      var keys: [Key: Command] = [:]
      for command in CommandCatalogue.all where !command.isParticular(to: pane) {
        for key in command.keys(in: pane) { keys[key] = command }
      }
      for command in CommandCatalogue.all {
        for key in command.particularKeys(in: pane) { keys[key] = command }
      }
      table[pane] = keys
    }
    return table
  }()
}

extension Command {
  /// Whether the command exists for some panes only, this one among them.
  func isParticular(to pane: PaneID) -> Bool {
    if case .panes(let panes) = scope { panes.contains(pane) } else { false }
  }

  /// The keys that mean this command in this pane and something else, or nothing, in another.
  func particularKeys(in pane: PaneID) -> [Key] {
    isParticular(to: pane) ? keys(in: pane) : paneKeys[pane] ?? []
  }
}
