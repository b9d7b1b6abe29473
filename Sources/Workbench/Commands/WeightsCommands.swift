/// How the weights pane shows synapses: matrix, fan-in, fan-out, receptive fields, histogram.
import Basics
import Debugger
import Terminal

enum WeightsCommands {
  static let next = Command(
    "next-weights", title: "show as",
    help: "Show the weights as matrix, fan-in, fan-out, receptive fields, or histogram.", keys: [.character("v")],
    scope: .panes([.weights]), section: .panes, footerRank: 52, disabledReason: Requirement.projection
  ) { state, _ in
    let modes = state.weightsModes
    let index = modes.firstIndex(of: state.shownWeightsMode) ?? 0
    return state.showWeights(modes[(index + (state.count ?? 1)).wrapped(to: modes.count)])
  }

  static let weights = Command(
    "weights", title: "weights", help: "Show the weights as matrix, fan-in, fan-out, fields, or histogram.",
    section: .panes, argument: "MODE", disabledReason: Requirement.projection,
    completions: { state, _ in state.weightsModes.map(\.rawValue) }
  ) { state, argument in
    guard let mode = WeightsMode(rawValue: argument) else {
      state.complain("the weights can be \(WeightsMode.allCases.map(\.rawValue).joined(separator: ", "))")
      return []
    }
    guard state.weightsModes.contains(mode) else {
      state.complain("the sources of \(state.selectedProjection?.name ?? "") are no picture, so there are no fields")
      return []
    }
    state.open(.weights)
    return state.showWeights(mode)
  }

  static let visit = Command(
    "go-to-neuron", title: "go there",
    help: "Select the neuron under the cursor of the weights: a target, or the other end of a synapse.",
    keys: [.enter], scope: .panes([.weights]), section: .selection, footerRank: 84, disabledReason: hasNeuron
  ) { state, _ in
    if let neuron = state.pointedNeuron { state.select(neuron) }
    return []
  }

  private static func hasNeuron(_ state: WorkbenchState) -> String? {
    if let missing = Requirement.projection(state) { return missing }
    return state.pointedNeuron == nil ? "\(state.neuronText) has no such synapse" : nil
  }
}

extension WorkbenchState {
  /// The ways in which the shown projection can be shown.
  var weightsModes: [WeightsMode] { WeightsMode.allCases.filter { $0 != .fields || fieldShape != nil } }

  /// The neuron that the cursor of the weights points at.
  fileprivate var pointedNeuron: NeuronAddress? {
    weightsMode.isFan ? fanPartner : shownTargets?.neuron(at: weights.post)
  }

  fileprivate mutating func showWeights(_ mode: WeightsMode) -> [Effect] {
    weightsMode = mode
    fanRow = 0
    inform(mode.words)
    return []
  }
}
