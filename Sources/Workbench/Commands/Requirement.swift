/// What commands need before they can be run, as the sentence that the user reads where it is missing.
import Basics
import Debugger

enum Requirement {
  static func network(_ state: WorkbenchState) -> String? {
    state.network == nil ? "no network is open · P chooses one" : nil
  }

  /// A model that can spike.
  static func firingModel(_ state: WorkbenchState) -> String? {
    if let missing = network(state) { return missing }
    guard let model = state.selectedModel, let population = state.selectedPopulation else {
      return "no neuron is selected"
    }
    guard model.fires else { return "\(population.name) cannot spike: \(model.id) never fires" }
    return population.fires ? nil : "\(population.name) cannot spike: it plays numbers"
  }

  static func projection(_ state: WorkbenchState) -> String? {
    network(state) ?? (state.selectedProjection == nil ? "this network has no projections" : nil)
  }

  static func inspectorRow(_ state: WorkbenchState) -> String? {
    if let missing = network(state) { return missing }
    guard state.inspectorRow == nil else { return nil }
    return "\(state.selectedModel?.id ?? "this model") has nothing to set"
  }

  static func stateVariable(_ state: WorkbenchState) -> String? {
    if let missing = network(state) { return missing }
    guard state.shownVariable == nil else { return nil }
    return "\(state.selectedModel?.id ?? "this model") has no state to show"
  }
}
