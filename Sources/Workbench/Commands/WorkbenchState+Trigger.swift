/// What triggers the trace, in words and by steps.
import Basics
import Debugger

extension WorkbenchState {
  /// `trigger: auto, at the neuron's spikes`.
  var triggerText: String {
    guard let variable = shownVariable else { return "" }
    let source =
      scope.levels[variable.name].map {
        "where \(variable.name) \(scope.edge.verb) \(NumberText.quantity($0, variable.dimension))"
      }
      ?? "at the neuron's spikes"
    switch scope.mode {
    case .free: return "the trace runs freely"
    case .auto: return "trigger: auto, \(source)"
    case .normal: return "trigger: normal, \(source)"
    }
  }

  /// A spike has no direction: without a level the threshold is taken for one.
  mutating func setTriggerEdge(_ argument: String) -> [Effect] {
    guard let variable = shownVariable else { return [] }
    let edges = ObservationRequest.Trigger.Edge.allCases
    let next = ((edges.firstIndex(of: scope.edge) ?? 0) + 1).wrapped(to: edges.count)
    guard let edge = argument.isEmpty ? edges[next] : edges.first(where: { $0.rawValue == argument }) else {
      complain("\"\(argument)\" is no way to pass a level · write rising, falling or either")
      return []
    }
    scope.edge = edge
    if scope.levels[variable.name] == nil { scope.levels[variable.name] = usualLevel(variable) }
    if scope.mode == .free { scope.mode = .auto }
    inform(triggerText)
    return []
  }

  /// Steps are those that the inspector would take.
  mutating func moveTriggerLevel(by steps: Int) {
    guard let variable = shownVariable else { return }
    let start = scope.levels[variable.name] ?? usualLevel(variable)
    let row = InspectorRow(field: .state(variable), value: .number(start))
    guard case .number(let level)? = try? row.stepped(by: steps) else {
      return complain("\(variable.name) has no level to trigger at")
    }
    scope.levels[variable.name] = level
    if scope.mode == .free { scope.mode = .auto }
    inform(triggerText)
  }

  /// The threshold of v; of another variable where it is now.
  private func usualLevel(_ variable: StateVariable) -> Double {
    guard let model = selectedModel, let neuron = neuronSnapshot else { return 0 }
    let values = NeuronValues(model, parameters: neuron.parameters, state: neuron.state)
    let threshold = variable.name == "v" ? values["v_thresh"] : .nan
    return threshold.isFinite ? threshold : values[variable.name].isFinite ? values[variable.name] : 0
  }

  /// A level is of use only to a trace that is triggered.
  mutating func setTriggerLevel(_ argument: String) -> [Effect] {
    guard let variable = shownVariable else { return [] }
    do throws(QuantityError) {
      let level = argument == "spike" ? nil : try Quantity.value(of: argument, expecting: variable.dimension)
      scope.levels[variable.name] = level
      if scope.mode == .free { scope.mode = .auto }
      inform(triggerText)
    } catch {
      complain(error.description)
    }
    return []
  }
}

extension ObservationRequest.Trigger.Edge {
  /// `v rises to -50 mV`.
  fileprivate var verb: String {
    switch self {
    case .rising: "rises to"
    case .falling: "falls below"
    case .either: "passes"
    }
  }
}
