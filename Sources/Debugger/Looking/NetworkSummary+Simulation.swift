/// The outline of a simulation.
import Basics
import NetworkModel
import Simulation

extension NetworkSummary {
  init(_ simulation: borrowing Simulation) {
    let spec = simulation.spec
    let fires = simulation.firingPopulations
    let dt = spec.dt.value
    let delays = simulation.projections.indices.map { index in
      simulation.delayRange(projection: index).map { Double($0.lowerBound) * dt...Double($0.upperBound) * dt }
    }
    self.init(
      title: spec.title, about: spec.about, dt: spec.dt,
      populations: zip(simulation.populations, fires).map { info, fires in
        Population(name: info.name, size: info.size, shape: info.shape, model: info.descriptor.id, fires: fires)
      },
      projections: zip(zip(simulation.projections, delays), spec.projections).map { built, projection in
        let (info, delays) = built
        let isWholeSource = projection.source.count == simulation.populations[info.sourcePopulation].size
        let isWholeTarget = projection.target.count == simulation.populations[info.targetPopulation].size
        return Projection(
          name: info.name, source: info.sourcePopulation, target: info.targetPopulation, synapses: info.synapseCount,
          sourceCount: info.sourceCount, targetCount: info.targetCount,
          sources: isWholeSource ? nil : projection.source, targets: isWholeTarget ? nil : projection.target,
          weightDimension: info.weightDimension,
          rule: projection.plasticity?.rule, weights: info.synapseCount > 0 ? info.weightRange : nil, delays: delays)
      },
      neurons: simulation.neuronCount, synapses: simulation.synapseCount,
      hasClassifier: spec.presentation != nil && spec.readout != nil, seed: simulation.seed)
  }
}
