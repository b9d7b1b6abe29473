/// A chunk of a population with membranes, as a task for one of several threads.
import Kernels

/// Has spikes of its own, so that nobody waits for another's.
final class StageChunk: Sendable {
  private let stage: Stage
  private let neurons: NeuronPopulation
  private let number: Int
  private let spikes: SpikeList
  /// Of those whose arrivals wait in this population's ring; kept for their routes.
  private let ringed: [Delivery]
  private let routes: DeliveryRoutes

  /// All chunks of all populations with membranes, in the order of the step.
  static func all(of schedule: Schedule) -> [StageChunk] {
    schedule.stages.elements.flatMap { stage -> [StageChunk] in
      guard let neurons = stage.neurons else { return [] }
      let ringed = schedule.ringed.filter { $0.targetPopulation == stage.population }
      return (0..<stage.chunks.count).map {
        StageChunk(stage, neurons, number: $0, ringed: ringed, stepsAtOnce: schedule.stepsAtOnce)
      }
    }
  }

  private init(
    _ stage: Stage, _ neurons: NeuronPopulation, number: Int, ringed: [Delivery], stepsAtOnce: Int
  ) {
    self.stage = stage
    self.neurons = neurons
    self.number = number
    self.ringed = ringed
    routes = DeliveryRoutes(ringed.map(\.route))
    spikes = SpikeList(capacity: stage.chunks.neurons(of: number).count, longestLag: stepsAtOnce - 1)
  }

  /// What a step takes here, beside other chunks: an update of a neuron is 1, and a synapse is served, at some spikes a
  /// second and in steps of 0.1 ms, every 2000 steps, which takes some updates' time.
  /// - Complexity: O(neurons · projections).
  func cost(_ network: Network) -> Int {
    let own = stage.chunks.neurons(of: number)
    var synapses = 0
    for projection in network.projections where projection.info.targetPopulation == stage.population {
      for neuron in own { synapses += Int(projection.incoming[neuron]) }
    }
    return own.count + synapses / 256
  }

  /// - Parameters:
  ///   - steps: at once, from `tick` on; the lists of spikes have begun the first of them.
  ///   - fetching: the chunks for which the rows of a step's arrivals are fetched first.
  func advance(tick: Int, steps: Int, fetching: Range<Int>) -> Int {
    var served = 0
    for step in 0..<steps {
      spikes.beginStep()
      if !fetching.isEmpty { stage.fetchRows(onto: fetching, ahead: step) }
      // Of several steps at once the neighbours come to the first when this one is done with the last.
      let gathering = steps == 1 ? fetching : 0..<0
      served &+= stage.advance(
        neurons, chunk: number, tick: tick &+ step, ahead: step, spikes: spikes, gathering: gathering)
    }
    return served
  }

  /// For each of these chunks, the neighbours for which it fetches: the first that a worker does of a population for all
  /// that the worker does of it, so that every row is looked up once by each.
  static func fetched(_ chunks: [StageChunk], shares: [Range<Int>]) -> [Range<Int>] {
    var fetched = Array(repeating: 0..<0, count: chunks.count)
    for share in shares {
      var first = share.lowerBound
      for task in share {
        if chunks[task].stage !== chunks[first].stage { first = task }
        fetched[first] = chunks[first].number..<chunks[task].number + 1
      }
    }
    return fetched
  }

  /// - Precondition: all chunks have handed over their spikes.
  func deliverToRing(tick: Int) -> Int { routes.deliver(tick: tick, onto: number) }

  /// Has the spikes, which another processor may have found, brought here.
  func fetchSpikes() { spikes.fetch() }

  /// Joins its spikes of `lag` steps ago to those of the population; in the order of the chunks.
  func handOverSpikes(lag: Int) { stage.spikes.append(contentsOf: spikes, lag: lag) }
}
