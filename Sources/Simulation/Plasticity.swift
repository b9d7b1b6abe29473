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

  /// From now on the first so many events at the synapses of a plastic projection, or at one of them, are kept until they
  /// are taken; nil for none. Changes nothing in the run.
  package func keepWeightChanges(of projection: Int, atMost capacity: Int?, synapse: Int? = nil) {
    learning(projection)?.keepChanges(atMost: capacity, of: synapse)
  }

  /// What has been kept since they were last taken, in the order in which it happened.
  package func takeWeightChanges(of projection: Int) -> [WeightChange] { learning(projection)?.takeChanges() ?? [] }

  /// Whether a weight has moved in what was kept, which this takes.
  package func hasWeightMoved(of projection: Int) -> Bool {
    takeWeightChanges(of: projection).contains { $0.before != $0.after }
  }

  /// What was kept of one synapse, without what belongs to the kernels.
  package func takeWeightSteps(of projection: Int) -> [RecordedWeightStep] {
    takeWeightChanges(of: projection).map {
      RecordedWeightStep(
        step: $0.tick, isArrival: $0.cause == .arrival, before: $0.before, after: $0.after,
        preTrace: $0.traces.pre, postTrace: $0.traces.post)
    }
  }

  private func learning(_ projection: Int) -> LearningSynapses? {
    schedule.learning.first { $0.projection == projection }?.learning
  }
}

/// What one event did to one weight.
package struct RecordedWeightStep: Sendable, Equatable {
  /// At whose end it happened.
  package let step: Int
  /// A presynaptic spike arrived; otherwise the postsynaptic neuron fired.
  package let isArrival: Bool
  /// In base units.
  package let before: Double
  package let after: Double
  /// The first trace of either end, as the rule saw it.
  package let preTrace: Double
  package let postTrace: Double
}
