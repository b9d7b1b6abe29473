/// The order of a step, worked out once: what is advanced, and which synapses deliver when.
import Kernels

/// References to the parts of a network, so that a step walks through them without looking anything up.
final class Schedule: Sendable {
  /// A population with its place in the order.
  final class Stage: Sendable {
    let population: Int
    let neurons: NeuronPopulation?
    let source: (any SpikeSource)?
    let spikes: SpikeList
    /// Delivered before the next population is advanced.
    let sameStep: [Delivery]

    init(population: Int, body: Network.Body, spikes: SpikeList, sameStep: [Delivery]) {
      self.population = population
      neurons = body.neurons
      source = body.source
      self.spikes = spikes
      self.sameStep = sameStep
    }

    /// Charge, fire and reset of a population with membranes; the spikes of another.
    func advance(tick: Int) {
      spikes.clear()
      neurons?.advance(tick: tick, spikes: spikes)
      source?.emit(tick: tick, into: spikes)
    }
  }

  /// The synapses of a projection, with the spikes that they serve.
  final class Delivery: Sendable {
    let projection: Int
    let synapses: SynapseTable
    let spikes: SpikeList
    let targetPopulation: Int

    init(projection: Int, _ entry: Network.Projection, spikes: SpikeList) {
      self.projection = projection
      synapses = entry.synapses
      self.spikes = spikes
      targetPopulation = entry.info.targetPopulation
    }

    /// Returns how many synapses were served.
    func deliver(tick: Int) -> Int {
      if spikes.isEmpty { return 0 }
      synapses.deliver(spikes, tick: tick, onto: nil)
      return synapses.count(of: spikes)
    }
  }

  /// Such that synapses without delay always lead forwards.
  let stages: [Stage]
  /// Delivered when all populations have been advanced.
  let delayed: [Delivery]
  /// Of each population, in the order of the document.
  let spikes: [SpikeList]

  init(_ network: Network) throws(BuildError) {
    let spikes = network.populations.map { SpikeList(capacity: $0.info.size) }
    let deliveries = network.projections.enumerated().map { index, entry in
      Delivery(projection: index, entry, spikes: spikes[entry.info.sourcePopulation])
    }
    let isSameStep = network.projections.map(\.isSameStep)
    stages = try PopulationOrder(network).order.map { population in
      Stage(
        population: population, body: network.populations[population].body, spikes: spikes[population],
        sameStep: deliveries.filter { isSameStep[$0.projection] && $0.spikes === spikes[population] })
    }
    delayed = deliveries.filter { !isSameStep[$0.projection] }
    self.spikes = spikes
  }
}
