/// One thing that the user can do: its names, its keys, when it applies, and what it does to the state.
package import Terminal

/// Palette, footer, help, `ganglion keys` and the README's table are all made from these.
package struct Command: Sendable {
  /// Where a command's keys apply. In the `:` line every command can be given everywhere.
  package enum Scope: Sendable, Equatable {
    case everywhere
    case panes([PaneID])
    /// While the screen is being arranged, whatever has the focus.
    case arranging
    /// Behind the key of this command, which shows what can follow.
    case after(CommandID)
  }

  /// The chapters of help, in the order in which it shows them.
  package enum Section: String, Sendable, CaseIterable {
    case time = "Time"
    case selection = "Neurons and populations"
    case inspector = "Changing values"
    case building = "Building"
    case panes = "Panes"
    case network = "Network"
    case program = "Program"
  }

  /// Also its name in the `:` line: `run-to`.
  package let id: CommandID
  /// One to three words, for the footer: `run/pause`.
  package let title: String
  /// One sentence, for help.
  package let help: String
  package let keys: [Key]
  /// Keys that it has besides in some panes alone, such as arrows.
  package let paneKeys: [PaneID: [Key]]
  package let scope: Scope
  package let section: Section
  /// What is to be written behind the name in the `:` line, e.g. `TIME`; empty where nothing is.
  package let argument: String
  /// How eagerly the footer shows it, 0 for never; the highest come first.
  package let footerRank: Int
  /// Asks for what it takes, row by row, where it comes from a key; nil where the `:` line does.
  package let form: FormDefinition?
  /// Why it cannot be done now, as a sentence for the user; nil when it can.
  package let disabledReason: @Sendable (WorkbenchState) -> String?
  /// What could stand behind the name: whole arguments, out of which those that begin with what was typed are offered.
  package let completions: @Sendable (WorkbenchState, _ typed: String) -> [String]
  /// What it would do with this argument, as a sentence shown while that is typed; nil where there is nothing to say.
  package let preview: @Sendable (WorkbenchState, _ argument: String) -> String?
  /// Pure: changes the state and says what is to be done outside. The text is what stands behind the name in the `:`
  /// line; empty when the command came from a key.
  package let run: @Sendable (inout WorkbenchState, String) -> [Effect]

  package init(
    _ id: CommandID, title: String, help: String, keys: [Key] = [], paneKeys: [PaneID: [Key]] = [:],
    scope: Scope = .everywhere, section: Section = .program, argument: String = "", footerRank: Int = 0,
    form: FormDefinition? = nil,
    disabledReason: @escaping @Sendable (WorkbenchState) -> String? = { _ in nil },
    completions: @escaping @Sendable (WorkbenchState, String) -> [String] = { _, _ in [] },
    preview: @escaping @Sendable (WorkbenchState, String) -> String? = { _, _ in nil },
    run: @escaping @Sendable (inout WorkbenchState, String) -> [Effect]
  ) {
    self.id = id
    self.title = title
    self.help = help
    self.keys = keys
    self.paneKeys = paneKeys
    self.section = section
    self.scope = scope
    self.argument = argument
    self.footerRank = footerRank
    self.form = form
    self.disabledReason = disabledReason
    self.completions = completions
    self.preview = preview
    self.run = run
  }

  /// The keys that give it while `pane` has the focus, the most particular first.
  package func keys(in pane: PaneID) -> [Key] {
    switch scope {
    case .panes(let panes) where !panes.contains(pane): []
    case .arranging, .after: []
    default: (paneKeys[pane] ?? []) + keys
    }
  }
}
