/// Asking why, and walking from a spike to its causes.
import Basics
import Debugger
import Terminal

enum WhyCommands {
  static let why = Command(
    "why", title: "why",
    help: "Explain why the selected neuron fired or is silent, or, in weights, why a weight changed.",
    keys: [.character("y")], section: .time, argument: "[NEURON [at TIME]]", footerRank: 62,
    disabledReason: Requirement.network
  ) { state, argument in
    guard let network = state.network else { return [] }
    if argument.isEmpty { return state.ask(state.nearestQuestion) }
    do throws(WhyProblem) {
      return state.ask(try WhyQuestion(parsing: argument, in: network, now: state.tick))
    } catch {
      state.complain(error.text)
      return []
    }
  }

  static let up = move("why-up", .up, "Go to the share above.", by: -1)
  static let down = move("why-down", .down, "Go to the share below.", by: 1)

  static let further = Command(
    "why-further", title: "its cause", help: "Ask why the spike fired that this share comes from.", keys: [.enter],
    scope: .panes([.why]), section: .time, footerRank: 99, disabledReason: hasSpike
  ) { state, _ in
    guard let spike = state.why.spike else { return [] }
    state.select(spike.neuron)
    return state.ask(.neuron(spike.neuron, at: spike.stamp), goesOn: true)
  }

  static let back = Command(
    "why-back", title: "question before", help: "Go back to the question before.", keys: [.backspace],
    scope: .panes([.why]),
    section: .time, footerRank: 97,
    disabledReason: { $0.why.trail.count > 1 ? nil : "this is the first question" }
  ) { state, _ in
    state.askedBefore()
    return []
  }

  static let visit = Command(
    "why-go", title: "go there", help: "Go to the time of the spike that this share comes from.",
    keys: [.character("t")], scope: .panes([.why]), section: .time, footerRank: 98, disabledReason: hasSpike
  ) { state, _ in
    guard let spike = state.why.spike else { return [] }
    state.select(spike.neuron)
    return [.engine(.go(.tick(spike.stamp)))]
  }

  private static func move(_ id: CommandID, _ key: Key, _ help: String, by rows: Int) -> Command {
    Command(
      id, title: rows < 0 ? "above" : "below", help: help, keys: [key], scope: .panes([.why]), section: .time,
      disabledReason: { $0.why.place == nil ? "nothing was asked yet · y asks" : nil }
    ) { state, _ in
      guard let place = state.why.place else { return [] }
      let row = place.row + rows * (state.count ?? 1)
      state.why.trail[state.why.trail.count - 1].row = min(max(0, row), max(0, place.sheet.rows.count - 1))
      return []
    }
  }

  private static func hasSpike(_ state: WorkbenchState) -> String? {
    if state.why.place == nil { return "nothing was asked yet · y asks" }
    return state.why.spike == nil ? "no spike belongs to this share" : nil
  }
}

extension WorkbenchState {
  /// About the synapse under the cursor where weights that learn are looked at, otherwise about the selected neuron.
  fileprivate var nearestQuestion: WhyQuestion {
    if focus == .weights, let synapse = cursorSynapse, network?.projections[synapse.projection].rule != nil {
      let steps = Int((window.value / (network?.dt.value ?? 1)).rounded())
      return .weight(
        from: synapse.source, to: synapse.target, of: synapse.projection, since: Tick(max(0, tick.value - steps)),
        until: tick)
    }
    return .neuron(neuron)
  }
}
