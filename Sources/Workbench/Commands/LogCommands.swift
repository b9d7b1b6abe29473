/// Reading back in the log.
import Terminal

enum LogCommands {
  static let earlier = scroll("log-earlier", .up, "Go back in the log; a number before it goes that far.", by: 1)
  static let later = scroll("log-later", .down, "Go on in the log, up to what was last.", by: -1)

  private static func scroll(_ id: CommandID, _ key: Key, _ help: String, by lines: Int) -> Command {
    Command(
      id, title: lines > 0 ? "earlier" : "later", help: help, keys: [key], scope: .panes([.log]), section: .panes,
      footerRank: lines > 0 ? 90 : 89
    ) { state, _ in
      state.log.scroll(by: lines * (state.count ?? 1))
      return []
    }
  }
}
