/// A network that ticks: populations, the synapses between them, and the order of a step.
package import Basics
import Dispatch
import Kernels
package import NetworkModel

/// Built from a spec; afterwards it only steps, and is edited by the calls in `Simulation+Editing.swift` alone.
///
/// A step goes from t to t + dt, always in this order: data and stimuli, then charge, fire and reset of every
/// population, then delivery, then learning. Populations that are joined by synapses without delay are advanced layer by layer.
/// The result is a function of spec, seed and edits: never of the number of threads.
package struct Simulation: ~Copyable {
  @OutOfLine package internal(set) var spec: NetworkSpec
  package let dt: Milliseconds
  package let seed: UInt64
  package let precision: Precision
  /// That there are; a step is left to one of them where that is quicker.
  package let threads: Int
  package let populations: [PopulationInfo]
  package let projections: [ProjectionInfo]
  /// Steps done.
  package internal(set) var tick = Tick.zero
  /// Neurons that spiked in the last step, ascending; a neuron's number is its population's `firstNeuron` + its index.
  package internal(set) var lastSpikes: [UInt32] = []
  /// Synapses served since tick 0.
  package internal(set) var synapticEvents = 0

  var network: Network
  var data: DataPlayer?
  var currents: CurrentSchedule
  let schedule: Schedule
  var pokes: [NeuronIndex] = []
  /// Those that never fire, ascending.
  var silent: [NeuronIndex] = []
  let team: WorkerTeam?
  /// Nil where several threads are used whatever that costs.
  var choice: ThreadChoice?
  var recent = RecentSpikes()

  /// Builds the network: draws its wiring, its parameters and its initial state.
  /// - Parameter report: hears now and then which part of the synapses has been made (0…1), and says whether to go on.
  /// - Throws: `BuildError` when the network cannot be built, before any large memory is taken.
  /// - Complexity: O(neurons + synapses).
  package init(
    _ spec: NetworkSpec, options: BuildOptions = BuildOptions(), report: (@Sendable (Double) -> Bool)? = nil
  ) throws(BuildError) {
    // All that can fail comes first: a type that cannot be copied must not be left half made.
    var builder = try NetworkBuilder(spec, options: options)
    let network = try builder.build(report: report)
    let data = try builder.dataPlayer(for: network)
    let currents = try CurrentSchedule(spec, network: network, seed: builder.seed)
    let omissions = try Omissions(building: spec, network)
    let schedule = try Schedule(network, dt: spec.dt, options: options)
    self.network = network
    self.data = data
    self.currents = currents
    self.spec = spec
    dt = spec.dt
    seed = builder.seed
    precision = builder.precision
    populations = network.populations.map(\.info)
    projections = network.projections.map(\.info)
    self.schedule = schedule
    lastSpikes.reserveCapacity(populations.reduce(0) { $0 + $1.size })
    team = WorkerTeam(network, schedule, options: options)
    threads = team?.count ?? 1
    choice = options.neuronsPerThread == nil ? ThreadChoice() : nil
    if !spec.without.isEmpty { apply(omissions) }
  }

  package var time: Milliseconds { tick.time(dt: dt) }
  package var neuronCount: Int { populations.reduce(0) { $0 + $1.size } }
  package var synapseCount: Int { projections.reduce(0) { $0 + $1.synapseCount } }

  /// One step of dt. Allocates nothing, except at the first sample of a presentation and when a stimulus changes.
  package mutating func step() {
    if data?.begin(tick: tick.value, network: network) == true { schedule.forgetSpikes() }
    currents.update(tick: tick.value, network: network)
    advance()
    if !schedule.learning.isEmpty { synapticEvents += schedule.learn(tick: tick.value) }
    if data != nil { deliverAnalog(schedule.delayed) }
    if !pokes.isEmpty { forgetPokes() }
    gatherSpikes()
    tick.value += 1
  }

  private mutating func advance() {
    guard let team else { return advanceInOrder() }
    timed(steps: 1) { simulation, isTogether in
      if isTogether { simulation.advanceTogether(team) } else { simulation.advanceInOrder() }
    }
  }

  /// One thread: layer by layer, then the spikes whose arrivals wait in a ring.
  private mutating func advanceInOrder() {
    let tick = tick.value
    schedule.beginStep()
    schedule.stages.forEach { stage in
      synapticEvents &+= stage.advance(tick: tick)
      if stage.neurons == nil { addSpikes(to: stage) }
      if !silent.isEmpty { silence(stage) }
      if stage.sameStep.isEmpty { return }
      for delivery in stage.sameStep { synapticEvents &+= delivery.deliver(tick: tick) }
      deliverAnalog(stage.sameStep)
    }
    if !schedule.ringed.isEmpty {
      for delivery in schedule.ringed { synapticEvents += delivery.deliver(tick: tick) }
    }
  }

  /// What a population without a membrane spikes beside its own: data, and what was asked for.
  func addSpikes(to stage: Stage) {
    data?.emit(population: stage.population, tick: tick.value, into: stage.spikes)
    for poke in pokes where poke.population == stage.population { stage.spikes.insert(poke.index) }
  }

  /// After the spikes of all these projections, so that sums are made in the same order on any number of threads.
  private func deliverAnalog(_ deliveries: [Delivery]) {
    guard let data else { return }
    for delivery in deliveries { data.deliver(projection: delivery.projection, tick: tick.value) }
  }

  mutating func gatherSpikes() {
    lastSpikes.removeAll(keepingCapacity: true)
    schedule.documentOrder.forEach { $0.appendSpikes(to: &lastSpikes) }
  }

  /// Back to tick 0 with the document's own parameters; equal to a fresh build. - Complexity: O(neurons + delays).
  package mutating func restart() {
    for (index, population) in network.populations.enumerated() {
      network.populations[index].parameters = population.initialParameters
      switch population.body {
      case .neurons(let neurons):
        neurons.apply(population.initialParameters, touching: nil)
        neurons.restoreInitial()
        neurons.forgetPokes()
      case .source(let source): source.apply(population.initialParameters)
      case .input: break
      }
    }
    schedule.forgetSpikes()
    for delivery in schedule.learning { delivery.learning?.restart() }
    pokes.removeAll()
    lastSpikes.removeAll(keepingCapacity: true)
    synapticEvents = 0
    tick = .zero
    data?.restart()
    currents.restart(network: network)
  }
}
