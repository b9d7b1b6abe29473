/// The trace as an oscilloscope: what starts a sweep, and two cursors to measure with.
import Basics
import Debugger
import Terminal

enum ScopeCommands {
  static let trigger = Command(
    "trigger", title: "trigger",
    help: "Let the trace run freely, or start at every trigger (auto), or wait for one (normal).",
    keys: [.character("t")], scope: .panes([.trace]), section: .selection, argument: "[free|auto|normal]",
    footerRank: 88, disabledReason: Requirement.stateVariable,
    completions: { _, _ in ScopeState.Mode.allCases.map(\.rawValue) }
  ) { state, argument in
    let modes = ScopeState.Mode.allCases
    let next = ((modes.firstIndex(of: state.scope.mode) ?? 0) + 1).wrapped(to: modes.count)
    guard let mode = argument.isEmpty ? modes[next] : ScopeState.Mode(rawValue: argument) else {
      state.complain("\"\(argument)\" is no way to trigger · write free, auto or normal")
      return []
    }
    state.scope.mode = mode
    state.inform(state.triggerText)
    return []
  }

  static let level = Command(
    "trigger-level", title: "level",
    help: "Trigger when the variable passes this value, or at the neuron's own spikes.",
    keys: [.character("T")], scope: .panes([.trace]), section: .selection, argument: "VALUE|spike", footerRank: 87,
    disabledReason: Requirement.stateVariable, completions: { _, _ in ["spike"] }
  ) { state, argument in state.setTriggerLevel(argument) }

  static let edge = Command(
    "trigger-edge", title: "edge", help: "Trigger where the level is passed rising, falling, or either way.",
    keys: [.character("d")], scope: .panes([.trace]), section: .selection, argument: "[rising|falling|either]",
    disabledReason: Requirement.stateVariable,
    completions: { _, _ in ObservationRequest.Trigger.Edge.allCases.map(\.rawValue) }
  ) { state, argument in state.setTriggerEdge(argument) }

  static let raise = levelStep(
    "trigger-up", .up, "Trigger a little higher; from spikes, first at the threshold.", by: 1)
  static let lower = levelStep(
    "trigger-down", .down, "Trigger a little lower; from spikes, first at the threshold.", by: -1)

  private static func levelStep(_ id: CommandID, _ key: Key, _ help: String, by steps: Int) -> Command {
    Command(
      id, title: "level", help: help, keys: [key], scope: .panes([.trace]), section: .selection,
      disabledReason: Requirement.stateVariable
    ) { state, _ in
      state.moveTriggerLevel(by: steps * (state.count ?? 1))
      return []
    }
  }

  static let cursors = Command(
    "cursors", title: "cursors", help: "Measure in the trace with two cursors, or take them away.",
    keys: [.character("C")], scope: .panes([.trace]), section: .selection, footerRank: 86,
    disabledReason: Requirement.stateVariable
  ) { state, _ in
    if state.scope.cursors.isEmpty { state.placeScopeCursors() } else { state.scope.cursors = [] }
    return []
  }

  static let other = Command(
    "other-cursor", title: "other cursor", help: "Take up the other cursor of the trace.", keys: [.enter],
    scope: .panes([.trace]), section: .selection, disabledReason: Requirement.stateVariable
  ) { state, _ in
    if state.scope.cursors.isEmpty { state.placeScopeCursors() } else { state.scope.active = 1 - state.scope.active }
    return []
  }

  static let earlier = move("cursor-earlier", .character("h"), "to the left by a hundredth", by: -1)
  static let later = move("cursor-later", .character("l"), "to the right by a hundredth", by: 1)
  static let muchEarlier = move("cursor-much-earlier", .character("H"), "to the left by a tenth", by: -10)
  static let muchLater = move("cursor-much-later", .character("L"), "to the right by a tenth", by: 10)

  private static func move(_ id: CommandID, _ key: Key, _ way: String, by hundredths: Int) -> Command {
    Command(
      id, title: "move cursor", help: "Move the cursor of the trace \(way) of the picture.", keys: [key],
      scope: .panes([.trace]), section: .selection, disabledReason: Requirement.stateVariable
    ) { state, _ in
      state.moveScopeCursor(by: hundredths * (state.count ?? 1))
      return []
    }
  }
}
