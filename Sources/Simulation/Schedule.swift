/// The order of a step, worked out once: what is advanced, and which synapses deliver when.
import Basics
import Kernels

/// References to the parts of a network, so that a step walks through them without looking anything up.
final class Schedule: Sendable {
  /// A population with its place in the order.
  final class Stage: Sendable {
    let population: Int
    let firstNeuron: Int
    let neurons: NeuronPopulation?
    let source: (any SpikeSource)?
    let spikes: SpikeList
    /// Delivered before the next population is advanced.
    let sameStep: [Delivery]

    init(_ population: Int, _ entry: Network.Population, spikes: SpikeList, sameStep: [Delivery]) {
      self.population = population
      firstNeuron = entry.info.firstNeuron
      neurons = entry.body.neurons
      source = entry.body.source
      self.spikes = spikes
      self.sameStep = sameStep
    }

    /// Charge, fire and reset of a population with membranes; the spikes of another.
    func advance(tick: Int) {
      spikes.beginStep()
      neurons?.advance(tick: tick, spikes: spikes)
      source?.emit(tick: tick, into: spikes)
    }

    /// The spikes of the present step, as numbers over the whole network.
    func appendSpikes(to all: inout [UInt32]) {
      for position in 0..<spikes.count() { all.append(UInt32(firstNeuron + spikes.neuron(position))) }
    }
  }

  /// The synapses of a projection, with the spikes that they serve.
  final class Delivery: Sendable {
    let projection: Int
    let synapses: SynapseTable
    let spikes: SpikeList
    let targetPopulation: Int
    /// How many steps after the spikes it is done: 0 where the target's ring keeps what takes time.
    let lag: Int

    init(projection: Int, _ entry: Network.Projection, spikes: SpikeList) {
      self.projection = projection
      synapses = entry.synapses
      self.spikes = spikes
      targetPopulation = entry.info.targetPopulation
      lag = entry.lag
    }

    /// - Parameter neurons: of the target population, nil for all.
    func deliver(tick: Int, onto neurons: Range<Int>? = nil) {
      synapses.deliver(spikes, lag: lag, tick: tick, onto: neurons)
    }

    /// How many synapses that serves.
    var count: Int { synapses.count(of: spikes, lag: lag) }
  }

  /// Such that synapses without delay always lead forwards.
  let stages: [Stage]
  /// The same in the order of the document.
  let documentOrder: [Stage]
  /// Delivered when all populations have been advanced.
  let delayed: [Delivery]
  /// Of each population, in the order of the document.
  let spikes: [SpikeList]

  init(_ network: Network) throws(BuildError) {
    let spikes = network.populations.indices.map { index in
      let lags = network.projections.filter { $0.info.sourcePopulation == index }.map(\.lag)
      return SpikeList(capacity: network.populations[index].info.size, longestLag: lags.max() ?? 0)
    }
    let deliveries = network.projections.enumerated().map { index, entry in
      Delivery(projection: index, entry, spikes: spikes[entry.info.sourcePopulation])
    }
    let isSameStep = network.projections.map(\.isSameStep)
    stages = try PopulationOrder(network).order.map { population in
      Stage(
        population, network.populations[population], spikes: spikes[population],
        sameStep: deliveries.filter { isSameStep[$0.projection] && $0.spikes === spikes[population] })
    }
    documentOrder = stages.sorted { $0.population < $1.population }
    delayed = deliveries.filter { !isSameStep[$0.projection] }
    self.spikes = spikes
  }

  /// Nothing is under way any more.
  func forgetSpikes() { for list in spikes { list.clear() } }

  /// The spikes that wait in a list, between two steps.
  func hash(into hash: inout StateHash) {
    for delivery in delayed {
      for age in 0..<delivery.lag {
        for position in 0..<delivery.spikes.count(lag: age) {
          let neuron = delivery.spikes.neuron(position, lag: age)
          if !delivery.synapses.reaches(from: neuron) { continue }
          hash.add(delivery.projection)
          hash.add(delivery.lag - age)
          hash.add(neuron)
        }
      }
    }
  }
}
