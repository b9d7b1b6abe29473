/// A network that goes on changed: what was selected stays selected, by its name.
import Basics
import Debugger
import NetworkModel

extension WorkbenchState {
  mutating func enterRebuilt(_ summary: NetworkSummary) -> [Effect] {
    let order = wantedOrder
    let former = selectedPopulation
    let projection = selectedProjection?.name
    let name = former?.name ?? ""
    let renamed =
      document?.undo.last?.lineage.formerNames.first { $0.value == name }?.key
      ?? document?.redo.last?.lineage.formerNames[name]
    network = summary
    (why, step) = (WhyState(), nil)
    (self.order, orderRequest) = (nil, OrderRequest())
    neuronSnapshot = nil
    pendingEdits = []
    let wanted = wish ?? name
    wish = nil
    let population =
      summary.populations.firstIndex { $0.name == wanted }
      ?? summary.populations.firstIndex { $0.name == renamed }
    let index = population.map { min(neuron.index, max(0, summary.populations[$0].size - 1)) } ?? 0
    neuron = NeuronAddress(population: population ?? 0, index: index)
    inspector.row = min(inspector.row, max(0, inspectorRows.count - 1))
    inspector.field = nil
    if let name = traceVariable, selectedModel?.stateVariable(name) == nil { traceVariable = nil }
    let shown = summary.projections.firstIndex { $0.name == projection }
    if let shown, shown == weights.projection, let same = selectedProjection {
      weights.post = min(weights.post, max(0, same.targetCount - 1))
      weights.pre = min(weights.pre, max(0, same.sourceCount - 1))
    } else {
      placeCursor(inProjection: shown ?? 0)
    }
    if !availablePanes.contains(focus) { focus = .raster }
    // Who is shown, and in which order, is asked for again, for there may be others now.
    return order == OrderRequest() ? [] : [.engine(.arrange(order))]
  }

  /// The document's network in outline, for reading the names of neurons in it: the engine may not have built it yet.
  var outline: NetworkSummary? {
    guard let spec = document?.spec else { return network }
    return NetworkSummary(
      title: spec.title, about: spec.about, dt: spec.dt,
      populations: spec.populations.map { .init(name: $0.name, size: $0.size, shape: $0.shape, model: $0.model) },
      projections: [], neurons: spec.populations.reduce(0) { $0 + $1.size }, synapses: 0, hasClassifier: false,
      seed: spec.seed)
  }
}
