/// Going to where the weight or the value under the cursor changed.
import Basics
import Debugger
import Terminal

enum ChangeCommands {
  static let all = [command(.backwards), command(.forwards)]

  private static func command(_ direction: Debugger.Direction) -> Command {
    let isForwards = direction == .forwards
    let words = isForwards ? "Go on to the next" : "Go back to the last"
    return Command(
      isForwards ? "next-change" : "last-change", title: isForwards ? "change" : "last change",
      help: "\(words) change of what is under the cursor, or of exc[17].tau_m, weight(a[3] -> b[7]).",
      keys: [.character("c")], scope: .after(isForwards ? "forward" : "backward"), section: .time, argument: "[WHAT]",
      footerRank: 50, disabledReason: Requirement.network, completions: ConditionCompletions.afterChange
    ) { state, text in
      guard let what = text.isEmpty ? state.pointedValue : text else {
        state.complain("there is no synapse and no value under the cursor · write one, as in weight(a[3] -> b[7])")
        return []
      }
      return state.go(to: .change(direction, of: what), "\(isForwards ? "next" : "last") change of \(what)")
    }
  }
}

extension WorkbenchState {
  /// What the cursor is on, as a condition writes it: a weight where weights are looked at, otherwise the inspector's row.
  fileprivate var pointedValue: String? {
    focus == .weights ? pointedWeight : inspectorRow.map { "\(neuronText).\($0.name)" }
  }

  /// The weight of the synapse under the cursor; nil where there is none.
  var pointedWeight: String? {
    guard let synapse = cursorSynapse, let network, network.projections.indices.contains(synapse.projection) else {
      return nil
    }
    let projection = network.projections[synapse.projection].name
    return "weight(\(network.synapse(from: synapse.source, to: synapse.target, of: projection)))"
  }
}
