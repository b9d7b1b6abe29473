/// A population with its place in a step.
import Kernels

/// It is gone through chunk by chunk, and with each chunk go the spikes that arrive there now: a state that has just
/// been moved, or is about to be, is near the processor, and to add to it costs no way to memory.
final class Stage: Sendable {
  let population: Int
  let firstNeuron: Int
  let neurons: NeuronPopulation?
  let source: (any SpikeSource)?
  /// The population with membranes, if it is one, for a loop that counts no references.
  private let membranes: Roster<NeuronPopulation>
  let spikes: SpikeList
  /// Delivered before the next population is advanced.
  let sameStep: [Delivery]
  let chunks: NeuronChunks
  private let stimuli: [PoissonArrivals]
  /// Spikes that have waited as spikes, and reach this population in this step; kept for their routes.
  private let arriving: [Delivery]
  /// Those of them that change their weights.
  private let learning: [LearningSynapses]
  private let routes: DeliveryRoutes
  /// Nil where no route gathers.
  private let gathered: GatheredMarks?
  /// Whether arrivals are added to the state, when it has moved; otherwise to the ring, before that is emptied.
  private let addsToState: Bool

  init(
    _ population: Int, _ entry: Network.Population, spikes: SpikeList, chunks: NeuronChunks,
    stimuli: [PoissonArrivals], arriving: [Delivery], sameStep: [Delivery]
  ) {
    self.population = population
    firstNeuron = entry.info.firstNeuron
    neurons = entry.body.neurons
    source = entry.body.source
    membranes = Roster(entry.body.neurons.map { [$0] } ?? [])
    self.spikes = spikes
    self.stimuli = stimuli
    self.arriving = arriving
    learning = arriving.compactMap(\.learning)
    routes = DeliveryRoutes(arriving.filter { $0.learning == nil }.map(\.route))
    gathered = routes.gathers ? GatheredMarks(chunks: chunks.count) : nil
    self.sameStep = sameStep
    self.chunks = chunks
    addsToState = entry.body.neurons?.addsArrivalsToState == true
  }

  /// Charge, fire and reset of a population with membranes; the spikes of another. All lists of spikes have begun the
  /// step. Returns how many synapses that served.
  func advance(tick: Int) -> Int {
    source?.emit(tick: tick, into: spikes)
    var served = 0
    membranes.forEach { neurons in
      routes.fetchRows()
      for chunk in 0..<chunks.count {
        let gathering = chunk == 0 ? 0..<chunks.count : 0..<0
        served &+= advance(neurons, chunk: chunk, tick: tick, spikes: spikes, gathering: gathering)
      }
    }
    return served
  }

  /// The same for one chunk of a population with membranes.
  /// - Parameters:
  ///   - ahead: how many steps the lists of spikes that arrive are behind `tick`.
  ///   - gathering: the chunks for which rows are gathered, when they have had time to come near.
  func advance(
    _ neurons: NeuronPopulation, chunk: Int, tick: Int, ahead: Int = 0, spikes: SpikeList, gathering: Range<Int>
  ) -> Int {
    var served = 0
    if !addsToState {
      if !stimuli.isEmpty {
        for stimulus in stimuli { served &+= stimulus.deliver(tick: tick, onto: chunks.neurons(of: chunk)) }
      }
      gather(onto: gathering, tick: tick)
      served &+= deliver(tick: tick, onto: chunk, ahead: ahead)
    }
    let first = chunk * chunks.size / neurons.neuronsPerBlock
    let end = min(neurons.blocks, first + chunks.size / neurons.neuronsPerBlock)
    neurons.advance(tick: tick, blocks: first..<end, spikes: spikes)
    if !addsToState { return served }
    gather(onto: gathering, tick: tick)
    return deliver(tick: tick, onto: chunk, ahead: ahead)
  }

  private func gather(onto chunks: Range<Int>, tick: Int) {
    guard let gathered, !chunks.isEmpty else { return }
    routes.gather(onto: chunks)
    gathered.set(chunks, tick: tick)
  }

  /// What has been gathered is of no use where time does not go on from here.
  func forgetGathered() { gathered?.clear() }

  /// Brings near what goes to some of the chunks in this step.
  func fetchRows(onto chunks: Range<Int>, ahead: Int) { routes.fetchRows(onto: chunks, ahead: ahead) }

  /// Has its spikes, which another processor has put down, brought here.
  func fetchSpikes() { spikes.fetch() }

  private func deliver(tick: Int, onto chunk: Int, ahead: Int) -> Int {
    let isGathered = gathered?.isSet(chunk, tick: tick) == true
    var served = routes.deliver(tick: tick, onto: chunk, ahead: ahead, isGathered: isGathered)
    if learning.isEmpty { return served }
    for synapses in learning { served &+= synapses.arrive(tick: tick, onto: chunk) }
    return served
  }

  /// The spikes of the present step, as numbers over the whole network.
  func appendSpikes(to all: inout [UInt32]) {
    spikes.append(to: &all, after: firstNeuron)
  }
}
