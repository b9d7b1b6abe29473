/// Which pane has the focus, and whether it fills the screen.
import Basics
import Terminal

enum PaneCommands {
  static let next = Command(
    "next-pane", title: "next pane", help: "Go to the next pane.", keys: [.tab], section: .panes, footerRank: 70
  ) { state, _ in state.moveFocus(by: 1) }

  static let previous = Command(
    "previous-pane", title: "previous pane", help: "Go to the previous pane.", keys: [.backTab], section: .panes
  ) { state, _ in state.moveFocus(by: -1) }

  static let focus = Command(
    "focus", title: "pane", help: "Go to the pane with this name, and open it where it is not.", section: .panes,
    argument: "PANE",
    completions: { state, _ in (state.choosablePanes + [.inspector]).map(\.rawValue) }
  ) { state, argument in
    let names = (state.choosablePanes + [.inspector]).map(\.rawValue)
    guard names.contains(argument), let pane = PaneID(rawValue: argument) else {
      state.complain("there is no pane \"\(argument)\" here · there is \(names.joined(separator: ", "))")
      return []
    }
    state.open(pane)
    return []
  }

  static let edit = Command(
    "edit", title: "edit values", help: "Go to the inspector, to change values.", keys: [.character("e")],
    section: .panes,
    footerRank: 65, disabledReason: Requirement.network
  ) { state, _ in
    state.focus = .inspector
    return []
  }

  static let zoom = Command(
    "zoom", title: "zoom", help: "Let the pane fill the screen, or bring the others back.", keys: [.character("z")],
    section: .panes, footerRank: 35
  ) { state, _ in
    state.isZoomed.toggle()
    return []
  }
}

extension WorkbenchState {
  fileprivate mutating func moveFocus(by distance: Int) -> [Effect] {
    let panes = availablePanes
    let index = panes.firstIndex(of: focus) ?? 0
    focus = panes[(index + distance).wrapped(to: panes.count)]
    return []
  }
}
