/// The outline of a network that is not built: enough to read the names of neurons and conditions.
package import Basics
package import NetworkModel

extension NetworkSummary {
  /// Without synapses, which only building makes.
  /// - Parameter models: of each population.
  package init(outlineOf spec: NetworkSpec, models: [ModelDescriptor]) {
    let presented = spec.presentation
    let valued = presented.flatMap { $0.stimulus.encoder == .current ? $0.target.population : nil }
    let populations = zip(spec.populations, models).map { population, model in
      Population(
        name: population.name, size: population.size, shape: population.shape, model: population.model,
        fires: model.fires && population.name != valued)
    }
    func index(_ name: String) -> Int? { populations.firstIndex { $0.name == name } }
    func part(_ selection: Selection, of population: Int) -> Selection? {
      selection.count == populations[population].size ? nil : selection
    }
    self.init(
      title: spec.title, about: spec.about, dt: spec.dt, populations: populations,
      projections: spec.projections.compactMap { projection in
        guard let source = index(projection.source.population), let target = index(projection.target.population) else {
          return nil
        }
        return Projection(
          name: projection.name, source: source, target: target, synapses: 0, sourceCount: projection.source.count,
          targetCount: projection.target.count, sources: part(projection.source, of: source),
          targets: part(projection.target, of: target), weightDimension: models[target].weightDimension ?? .none,
          rule: projection.plasticity?.rule)
      },
      neurons: populations.reduce(0) { $0 + $1.size }, synapses: 0,
      hasClassifier: presented != nil && spec.readout != nil, seed: spec.seed)
  }
}
