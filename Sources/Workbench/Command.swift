/// One thing that the user can do: its names, its keys, when it applies, and what it does to the state.
package import Terminal

/// Palette, footer, help, `ganglion keys` and the README's table are all made from these.
package struct Command: Sendable {
  /// Where a command's keys apply. In the `:` line every command can be given everywhere.
  package enum Scope: Sendable, Equatable {
    case everywhere
    case panes([PaneID])
  }

  /// Also its name in the `:` line: `run-to`.
  package let id: CommandID
  /// One to three words, for the footer: `run/pause`.
  package let title: String
  /// One sentence, for help.
  package let help: String
  package let keys: [Key]
  package let scope: Scope
  /// What is to be written behind the name in the `:` line, e.g. `TIME`; empty where nothing is.
  package let argument: String
  /// How eagerly the footer shows it, 0 for never; the highest come first.
  package let footerRank: Int
  /// Why it cannot be done now, as a sentence for the user; nil when it can.
  package let disabledReason: @Sendable (WorkbenchState) -> String?
  /// Pure: changes the state and says what is to be done outside. The text is what stands behind the name in the `:`
  /// line; empty when the command came from a key.
  package let run: @Sendable (inout WorkbenchState, String) -> [Effect]

  package init(
    _ id: CommandID, title: String, help: String, keys: [Key] = [], scope: Scope = .everywhere, argument: String = "",
    footerRank: Int = 0, disabledReason: @escaping @Sendable (WorkbenchState) -> String? = { _ in nil },
    run: @escaping @Sendable (inout WorkbenchState, String) -> [Effect]
  ) {
    self.id = id
    self.title = title
    self.help = help
    self.keys = keys
    self.scope = scope
    self.argument = argument
    self.footerRank = footerRank
    self.disabledReason = disabledReason
    self.run = run
  }
}
