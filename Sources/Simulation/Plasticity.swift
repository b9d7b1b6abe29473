/// The plastic side of a network: projections whose weights change while it runs.
import Basics
package import Kernels
import NetworkModel

extension Network.Projection {
  /// What changes its weights; nil where they stay.
  /// - Parameter spikes: by population.
  func learning(dt: Milliseconds, spikes: [SpikeList]) -> LearningSynapses? {
    guard let plasticity, let kernel = Catalogue.rule(plasticity.rule), synapses.count > 0 else { return nil }
    return kernel.synapses(
      synapses, plasticity.parameters, weights: plasticity.weights, isFrozen: plasticity.isFrozen, dt: dt,
      sources: spikes[info.sourcePopulation],
      spiking: spikes[info.targetPopulation])
  }
}

extension Simulation {
  /// Whether the weights of a projection change by themselves.
  package func isPlastic(projection: Int) -> Bool { network.projections[projection].plasticity != nil }

  /// From now on the first so many events at the synapses of a plastic projection are kept until they are taken; nil for
  /// none. Changes nothing in the run.
  package func keepWeightChanges(of projection: Int, atMost capacity: Int?) {
    learning(projection)?.keepChanges(atMost: capacity)
  }

  /// What has been kept since they were last taken, in the order in which it happened.
  package func takeWeightChanges(of projection: Int) -> [WeightChange] { learning(projection)?.takeChanges() ?? [] }

  /// Whether a weight has moved in what was kept, which this takes.
  package func hasWeightMoved(of projection: Int) -> Bool {
    takeWeightChanges(of: projection).contains { $0.before != $0.after }
  }

  private func learning(_ projection: Int) -> LearningSynapses? {
    schedule.learning.first { $0.projection == projection }?.learning
  }
}
