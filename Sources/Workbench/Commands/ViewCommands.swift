/// Which panes are open, and in which order they stand.
import NetworkModel
import Terminal

enum ViewCommands {
  static let views = Command(
    "views", title: "views", help: "Choose what to look at: opens and closes panes.", keys: [.character("V")],
    section: .panes, footerRank: 45
  ) { state, _ in
    let place = state.choosablePanes.firstIndex(of: state.focus) ?? 0
    state.overlay = .views(selected: place)
    return []
  }

  static let close = Command(
    "close-pane", title: "close pane", help: "Close the pane; V opens it again.", keys: [.character("X")],
    section: .panes, footerRank: 15, disabledReason: notInspector
  ) { state, _ in
    let name = state.focus.rawValue
    state.close(state.focus)
    state.inform("\(name) is closed · V opens it again")
    return []
  }

  static let earlier = Command(
    "pane-earlier", title: "move pane", help: "Move the pane before the one before it.", keys: [.character("{")],
    scope: .panes(movable), section: .panes, disabledReason: notInspector
  ) { state, _ in
    state.moveView(by: -1)
    return []
  }

  static let later = Command(
    "pane-later", title: "move pane", help: "Move the pane behind the one behind it.", keys: [.character("}")],
    scope: .panes(movable), section: .panes, disabledReason: notInspector
  ) { state, _ in
    state.moveView(by: 1)
    return []
  }

  static let usual = Command(
    "usual-panes", title: "usual panes",
    help: "Open the panes that are open at first, where they stand at first, and close all others.",
    section: .panes
  ) { state, _ in
    state.arrange(WorkbenchHints())
    return []
  }

  /// In the inspector the same keys change values.
  private static let movable = PaneID.allCases.filter { $0 != .inspector }

  private static func notInspector(_ state: WorkbenchState) -> String? {
    state.focus == .inspector ? "the inspector always stays where it is" : nil
  }
}
