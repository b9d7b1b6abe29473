/// The f-I curve of the selected neuron: measured beside the network, shown in a pane of its own.
import Basics
package import Debugger
import Terminal

enum FiringCommands {
  static let measure = Command(
    "f-i-curve", title: "f-I curve", help: "Measure how fast the selected neuron fires at constant currents.",
    keys: [.character("F")], section: .selection, footerRank: 27,
    disabledReason: Requirement.drivenNeuron
  ) { state, _ in
    guard let request = state.firingCurveRequest else { return [] }
    state.open(.firing)
    state.inform("measuring \(state.neuronText) beside the network …")
    return [.job(.firingCurve(request))]
  }
}

extension Requirement {
  /// A neuron that can be driven by a constant current, and whose values are known.
  static func drivenNeuron(_ state: WorkbenchState) -> String? {
    if let missing = firingModel(state) { return missing }
    guard state.selectedModel?.drive != nil else {
      return "\(state.selectedModel?.id ?? "this model") takes no constant current"
    }
    return state.neuronSnapshot == nil ? "the values of \(state.neuronText) are not known yet" : nil
  }
}

extension WorkbenchState {
  /// The measurement of the selected neuron as it is set now; nil where nothing can be measured.
  package var firingCurveRequest: FiringCurveRequest? {
    guard let network, let model = selectedModel, let drive = model.drive, let values = neuronSnapshot else {
      return nil
    }
    var parameters: [String: ParameterSetting] = [:]
    for (field, value) in zip(model.parameters, values.parameters) { parameters[field.name] = value }
    guard case .number(let present)? = parameters.removeValue(forKey: drive.name) else { return nil }
    let span = model.isDimensionless ? network.dt.value * 1500 : 1500
    return FiringCurveRequest(
      model: model.id, parameters: parameters, drive: drive.name, present: present, dt: network.dt,
      steps: Int((span / network.dt.value).rounded()))
  }
}
