/// Changing values in the inspector: choose a row, step its value, type one, choose for whom.
import Basics
import Debugger
import Terminal

enum InspectorCommands {
  static let nextRow = row("next-row", "Go to the next value.", [.down], by: 1)
  static let previousRow = row("previous-row", "Go to the previous value.", [.up], by: -1)

  static let increase = change(
    "increase", "more", "Make the value a little greater, or take the next choice.",
    [.right, .character("l")], by: 1, footerRank: 98)
  static let decrease = change(
    "decrease", "less", "Make the value a little smaller, or take the choice before.",
    [.left, .character("h")], by: -1, footerRank: 99)
  static let increaseMuch = change(
    "increase-much", "ten times more", "Make the value greater by ten steps.",
    [.character("L"), .character("}")], by: 10)
  static let decreaseMuch = change(
    "decrease-much", "ten times less", "Make the value smaller by ten steps.",
    [.character("H"), .character("{")], by: -10)

  static let value = Command(
    "value", title: "type value", help: "Type a value, with or without its unit: 15 ms, 0.3 nA; a choice goes on.",
    keys: [.enter], scope: .panes([.inspector]), section: .inspector, argument: "[VALUE]", footerRank: 97,
    disabledReason: Requirement.inspectorRow, completions: { state, _ in state.inspectorRow?.choices ?? [] }
  ) { state, argument in
    if !argument.isEmpty { return state.editRow { (row) throws(EditRefusal) in try row.setting(from: argument) } }
    guard let row = state.inspectorRow else { return [] }
    if row.choices != nil { return state.editRow { (row) throws(EditRefusal) in try row.stepped(by: 1) } }
    state.openField(row.editableText)
    return []
  }

  static let scope = Command(
    "scope", title: "all/this one", help: "Let changes go to the whole population, or to the selected neuron alone.",
    keys: [.character("s")], scope: .panes([.inspector]), section: .inspector, footerRank: 96,
    disabledReason: Requirement.network
  ) { state, _ in
    state.inspector.scope = state.inspector.scope == .population ? .neuron : .population
    switch (state.inspector.scope, state.selectedPopulation) {
    case (.population, let population?):
      state.inform("changes go to all of \(population.name), \(NumberText.count(population.size, "neuron"))")
    case (.neuron, _), (.population, nil): state.inform("changes go to \(state.neuronText) alone")
    }
    return []
  }

  static let set = Command(
    "set", title: "set", help: "Set a value by name: exc.tau_m 15 ms, exc[3..9].v_thresh -52 mV, exc[3].v -55 mV.",
    section: .inspector, argument: "NAME VALUE", disabledReason: Requirement.network,
    completions: SetCompletions.all
  ) { state, argument in
    do throws(EditRefusal) {
      return state.carryOut(try Assignment.edit(parsing: argument, in: state))
    } catch {
      state.complain(error.description)
      return []
    }
  }

  private static func row(_ id: CommandID, _ help: String, _ keys: [Key], by distance: Int) -> Command {
    Command(
      id, title: "row", help: help, keys: keys, scope: .panes([.inspector]), section: .inspector,
      disabledReason: Requirement.inspectorRow
    ) { state, _ in
      state.inspector.row = min(max(state.inspector.row + distance, 0), state.inspectorRows.count - 1)
      return []
    }
  }

  private static func change(
    _ id: CommandID, _ title: String, _ help: String, _ keys: [Key], by steps: Int, footerRank: Int = 0
  ) -> Command {
    Command(
      id, title: title, help: help, keys: keys, scope: .panes([.inspector]), section: .inspector,
      footerRank: footerRank, disabledReason: Requirement.inspectorRow
    ) { state, _ in state.editRow { (row) throws(EditRefusal) in try row.stepped(by: steps) } }
  }
}
