/// Which state variable or parameter the histogram counts.
import Basics
import Debugger
import Terminal

enum SpreadCommands {
  static let next = Command(
    "next-quantity", title: "quantity", help: "Count the next state variable or parameter.", keys: [.right],
    scope: .panes([.spread]), section: .selection, footerRank: 90, disabledReason: hasQuantity
  ) { state, _ in state.moveQuantity(by: 1) }

  static let previous = Command(
    "previous-quantity", title: "quantity", help: "Count the previous state variable or parameter.", keys: [.left],
    scope: .panes([.spread]), section: .selection, disabledReason: hasQuantity
  ) { state, _ in state.moveQuantity(by: -1) }

  static let histogram = Command(
    "histogram", title: "histogram", help: "Show how this state variable or parameter is spread over the population.",
    section: .selection, argument: "NAME", disabledReason: hasQuantity,
    completions: { state, _ in state.quantities }
  ) { state, argument in
    let names = state.quantities
    guard names.contains(argument) else {
      let nearest = Spelling.nearest(to: argument, among: names)
      state.complain(
        "\(state.selectedPopulation?.name ?? "") has no \"\(argument)\""
          + (nearest.map { " · did you mean \($0)?" } ?? ""))
      return []
    }
    state.spreadName = argument
    state.open(.spread)
    return []
  }

  private static func hasQuantity(_ state: WorkbenchState) -> String? {
    if let missing = Requirement.network(state) { return missing }
    return state.shownQuantity == nil ? "\(state.selectedModel?.id ?? "this model") has nothing to count" : nil
  }
}

extension WorkbenchState {
  fileprivate mutating func moveQuantity(by distance: Int) -> [Effect] {
    let names = quantities
    guard let shown = shownQuantity, let index = names.firstIndex(of: shown) else { return [] }
    let name = names[(index + distance).wrapped(to: names.count)]
    spreadName = name
    let doc = selectedModel?.stateVariable(name)?.doc ?? selectedModel?.parameter(name)?.doc ?? ""
    inform("\(name): \(doc)")
    return []
  }
}
