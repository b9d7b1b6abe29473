/// Which state variable of the selected neuron the trace shows.
import Basics
import Terminal

enum TraceCommands {
  static let next = Command(
    "next-variable", title: "variable", help: "Go to the next variable of the neuron's state.", keys: [.right],
    scope: .panes([.trace, .states]), section: .selection, footerRank: 90, disabledReason: Requirement.stateVariable
  ) { state, _ in state.moveVariable(by: 1) }

  static let previous = Command(
    "previous-variable", title: "variable", help: "Go to the previous variable of the neuron's state.",
    keys: [.left], scope: .panes([.trace, .states]), section: .selection, disabledReason: Requirement.stateVariable
  ) { state, _ in state.moveVariable(by: -1) }

  static let trace = Command(
    "trace", title: "trace", help: "Trace this variable of the neuron's state.", section: .selection,
    argument: "VARIABLE", disabledReason: Requirement.stateVariable,
    completions: { state, _ in state.selectedModel?.state.map(\.name) ?? [] }
  ) { state, argument in
    let names = state.selectedModel?.state.map(\.name) ?? []
    guard names.contains(argument) else {
      state.complain("\"\(argument)\" is no variable of \(state.neuronText) · it has \(names.joined(separator: ", "))")
      return []
    }
    state.traceVariable = argument
    return []
  }
}

extension WorkbenchState {
  fileprivate mutating func moveVariable(by distance: Int) -> [Effect] {
    guard let model = selectedModel, let shown = shownVariable,
      let index = model.state.firstIndex(where: { $0.name == shown.name })
    else { return [] }
    let variable = model.state[(index + distance).wrapped(to: model.state.count)]
    traceVariable = variable.name
    inform("\(variable.name): \(variable.doc)")
    return []
  }
}
