/// The order of a step, worked out once: what is advanced, and which synapses deliver when.
import Basics
import Kernels

/// References to the parts of a network, so that a step walks through them without looking anything up.
final class Schedule: Sendable {
  /// Of each population, such that synapses without delay always lead forwards.
  let stages: Roster<Stage>
  /// The same in the order of the document.
  let documentOrder: Roster<Stage>
  /// Not within the step of the spike.
  let delayed: [Delivery]
  /// Those of them whose arrivals wait in a ring: delivered when all populations have been advanced.
  let ringed: [Delivery]
  /// Those whose weights change; delivered with their target population, and learning at the end of the step.
  let learning: [Delivery]
  /// Of each population, in the order of the document.
  let spikes: [SpikeList]
  /// So many steps can be done of one part of the network before it has to hear of another: what the shortest delay
  /// takes. 1 where weights learn, for they look at each step's spikes.
  let stepsAtOnce: Int

  /// More gain nothing: to meet costs little of so long a time.
  private static let mostSteps = 32

  init(_ network: Network, dt: Milliseconds, options: BuildOptions) throws(BuildError) {
    let spikes = network.populations.indices.map { index in
      let lags = network.projections.filter { $0.info.sourcePopulation == index }.map(\.lag)
      return SpikeList(capacity: network.populations[index].info.size, longestLag: lags.max() ?? 0)
    }
    let deliveries = network.projections.enumerated().map { index, entry in
      Delivery(
        projection: index, entry, spikes: spikes[entry.info.sourcePopulation],
        learning: entry.learning(dt: dt, spikes: spikes))
    }
    let shortest = network.projections.filter { $0.synapses.count > 0 }.map(\.synapses.shortestDelay).min()
    let isLearning = network.projections.contains { $0.plasticity != nil }
    stepsAtOnce = isLearning ? 1 : max(1, min(shortest ?? Self.mostSteps, Self.mostSteps))
    let isSameStep = network.projections.map(\.isSameStep)
    let stages = try PopulationOrder(network).order.map { population in
      Stage(
        population, network.populations[population], spikes: spikes[population],
        chunks: options.chunks(of: network.populations[population].info.size),
        stimuli: network.poissonArrivals[population],
        arriving: deliveries.filter { ($0.lag > 0 || $0.learning != nil) && $0.targetPopulation == population },
        sameStep: deliveries.filter {
          isSameStep[$0.projection] && $0.learning == nil && $0.spikes === spikes[population]
        })
    }
    self.stages = Roster(stages)
    documentOrder = Roster(stages.sorted { $0.population < $1.population })
    delayed = deliveries.filter { !isSameStep[$0.projection] }
    ringed = delayed.filter { $0.lag == 0 && $0.learning == nil }
    learning = deliveries.filter { $0.learning != nil }
    self.spikes = spikes
  }

  func beginStep() {
    stages.forEach { $0.spikes.beginStep() }
  }

  /// Nothing is under way any more.
  func forgetSpikes() {
    for list in spikes { list.clear() }
    for delivery in learning { delivery.learning?.forgetSpikes() }
    forgetGathered()
  }

  /// To be called when time does not go on from where it is.
  func forgetGathered() { stages.forEach { $0.forgetGathered() } }

  /// The last part of a step: weights see its spikes and arrivals. On one thread, so that several do not have to meet
  /// once more. Returns how many synapses it served, onto targets without a membrane.
  func learn(tick: Int) -> Int {
    var served = 0
    for delivery in learning {
      if documentOrder.elements[delivery.targetPopulation].neurons == nil { served += delivery.deliver(tick: tick) }
      delivery.learning?.learn(tick: tick)
    }
    return served
  }

  /// The spikes that wait in a list, between two steps.
  /// - Parameter tick: steps done.
  func hash(into hash: inout StateHash, tick: Int) {
    for delivery in delayed {
      for age in 0..<delivery.lag {
        for position in 0..<delivery.spikes.count(lag: age) {
          let neuron = delivery.spikes.neuron(position, lag: age)
          if !delivery.synapses.reaches(from: neuron, step: tick - 1 - age) { continue }
          hash.add(delivery.projection)
          hash.add(delivery.lag - age)
          hash.add(neuron)
        }
      }
    }
    for delivery in learning { delivery.learning?.hash(into: &hash) }
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
  /// For loops: counts no references.
  let route: DeliveryRoute
  /// Nil where weights stay; otherwise what delivers instead of the route.
  let learning: LearningSynapses?

  init(projection: Int, _ entry: Network.Projection, spikes: SpikeList, learning: LearningSynapses?) {
    self.projection = projection
    synapses = entry.synapses
    self.spikes = spikes
    self.learning = learning
    targetPopulation = entry.info.targetPopulation
    lag = entry.lag
    route = synapses.route(from: spikes, lag: lag)
  }

  /// Onto all of the target population. Returns how many synapses that serves.
  func deliver(tick: Int) -> Int {
    var served = 0
    for chunk in 0..<synapses.chunks.count {
      served += learning?.arrive(tick: tick, onto: chunk) ?? route.deliver(tick: tick, onto: chunk)
    }
    return served
  }
}
