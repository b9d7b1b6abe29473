/// The outline of a network that has not been built.
import Basics
import Debugger
import Kernels
import NetworkModel
import Terminal
import Workbench

extension NetworkSummary {
  /// Populations alone: enough to name neurons and parameters. - Complexity: O(populations).
  init(outlining spec: NetworkSpec) {
    self.init(
      title: spec.title, about: spec.about, dt: spec.dt,
      populations: spec.populations.map { Population(name: $0.name, size: $0.size, shape: $0.shape, model: $0.model) },
      projections: [], neurons: spec.populations.reduce(0) { $0 + $1.size }, synapses: 0,
      hasClassifier: spec.readout != nil, seed: spec.seed)
  }
}

enum CatalogueModels {
  static let all = Catalogue.descriptors

  static func named(_ id: String) -> ModelDescriptor? { all.first { $0.id == id } }
}

extension WorkbenchState {
  /// A workbench that has nothing open but the outline of this network.
  init(outlining spec: NetworkSpec) {
    self.init(size: Size(columns: 0, rows: 0), models: CatalogueModels.all, presets: [])
    network = NetworkSummary(outlining: spec)
  }
}
