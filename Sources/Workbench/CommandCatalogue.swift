/// Every command, one line each, in the order in which help lists them.

package enum CommandCatalogue {
  package static let all: [Command] = []

  package static func command(_ id: CommandID) -> Command? { all.first { $0.id == id } }

  /// What the footer offers now: commands whose keys apply to the focus and that are not disabled, best first.
  package static func hints(for state: WorkbenchState) -> [Command] {
    all.filter { $0.footerRank > 0 && applies($0, in: state) && $0.disabledReason(state) == nil }
      .sorted { $0.footerRank > $1.footerRank }
  }

  private static func applies(_ command: Command, in state: WorkbenchState) -> Bool {
    switch command.scope {
    case .everywhere: true
    case .panes(let panes): panes.contains(state.focus)
    }
  }
}
