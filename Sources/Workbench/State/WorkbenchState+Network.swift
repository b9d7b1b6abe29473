/// What the state says about the network that is open, looked up safely: a document may go at any time.
package import Basics
package import Debugger

extension WorkbenchState {
  /// The population of the selected neuron; nil while no network is open.
  package var selectedPopulation: NetworkSummary.Population? {
    guard let network, network.populations.indices.contains(neuron.population) else { return nil }
    return network.populations[neuron.population]
  }

  /// The document's name without the folders that it lies in.
  package var documentTitle: String { documentName.split(separator: "/").last.map(String.init) ?? documentName }

  /// The same with a mark where it has changes that are not saved.
  package var markedTitle: String { documentTitle + (isUnsaved ? " •" : "") }

  /// The model of the selected neuron.
  package var selectedModel: ModelDescriptor? { model(ofPopulation: neuron.population) }

  func model(_ id: String) -> ModelDescriptor? { models.first { $0.id == id } }

  package func model(ofPopulation index: Int) -> ModelDescriptor? {
    guard let network, network.populations.indices.contains(index) else { return nil }
    return model(network.populations[index].model)
  }

  /// `exc[17]`; empty while no network is open.
  package var neuronText: String { selectedPopulation.map { "\($0.name)[\(neuron.index)]" } ?? "" }

  /// The projection that the weights pane shows.
  package var selectedProjection: NetworkSummary.Projection? {
    guard let network, network.projections.indices.contains(weights.projection) else { return nil }
    return network.projections[weights.projection]
  }

  /// The rows and columns of the picture that the sources of the shown projection are; nil where they are none.
  package var fieldShape: (rows: Int, columns: Int)? {
    guard let network, let projection = selectedProjection, network.populations.indices.contains(projection.source)
    else { return nil }
    let shape = network.populations[projection.source].shape
    guard shape.count == 2, shape[0] > 1, shape[1] > 1, projection.sourceCount == shape[0] * shape[1] else {
      return nil
    }
    return (shape[0], shape[1])
  }

  /// How the weights are shown: fields only where the sources of this projection are a picture.
  package var shownWeightsMode: WeightsMode {
    weightsMode == .fields && fieldShape == nil ? .matrix : weightsMode
  }

  /// The state variable that the trace shows: the chosen one, otherwise the model's first.
  package var shownVariable: StateVariable? {
    guard let model = selectedModel else { return nil }
    return traceVariable.flatMap { model.stateVariable($0) } ?? model.state.first
  }

  /// The variables of the selected neuron's state that are worth looking at beside one another: all but times left.
  package var movingVariables: [StateVariable] {
    selectedModel?.state.filter { ![.time, .steps].contains($0.dimension) } ?? []
  }

  /// The open panes that this network has something for, in the order of Tab.
  package var availablePanes: [PaneID] { views.filter { hasSomething(for: $0) } + [.inspector] }

  /// What can be opened and closed, whether it is open or not.
  package var choosablePanes: [PaneID] {
    PaneID.allCases.filter { $0 != .inspector && hasSomething(for: $0) }
  }

  private func hasSomething(for pane: PaneID) -> Bool {
    switch pane {
    case .classifier: network?.hasClassifier ?? false
    case .weights: !(network?.projections.isEmpty ?? true)
    default: true
    }
  }

  /// What the histogram can count: the model's state variables and those parameters that are numbers.
  package var quantities: [String] {
    guard let model = selectedModel else { return [] }
    let numbers = model.parameters.filter { if case .number = $0.kind { true } else { false } }
    return model.state.map(\.name) + numbers.map(\.name)
  }

  /// What the histogram counts: the chosen quantity where the model has it, otherwise the first.
  package var shownQuantity: String? {
    let names = quantities
    return names.first { $0 == spreadName } ?? names.first
  }

  /// The present biological time.
  package var time: Milliseconds { tick.time(dt: network?.dt ?? Milliseconds(0)) }

  mutating func inform(_ text: String) { message = Message(.info, text) }
  mutating func complain(_ text: String) { message = Message(.error, text) }
}
