/// Several threads on one step: each takes chunks of the populations, and nobody writes into a chunk that another has.
import Kernels

/// Spikes and arrivals come out the same as on one thread: the chunks' spikes are joined in the chunks' order, and every
/// cell of the arrivals is added to by whoever has its chunk, in the order of the spikes.
final class WorkerTeam: Sendable {
  /// A chunk of a population with membranes, and the spikes in it.
  private struct Chunk {
    let stage: Stage
    let neurons: NeuronPopulation
    let number: Int
    let spikes: SpikeList
    /// Those whose arrivals wait in this population's ring.
    let ringed: [Delivery]
  }

  let count: Int
  private let chunks: [Chunk]
  private let crew: Crew
  private let hasRings: Bool

  /// Nil where one thread does it: a small network, or one whose layers have to wait for each other within a step.
  init?(_ network: Network, _ schedule: Schedule, options: BuildOptions) {
    let total = network.populations.reduce(0) { $0 + $1.info.size }
    let chunks = Self.chunks(schedule)
    let count = min(options.threads, total / max(1, options.neuronsPerThread), chunks.count)
    guard count > 1, chunks.count <= Crew.mostTasks, !network.projections.contains(where: \.isSameStep) else {
      return nil
    }
    self.count = count
    self.chunks = chunks
    hasRings = !schedule.ringed.isEmpty
    crew = Crew(helpers: count - 1)
  }

  private static func chunks(_ schedule: Schedule) -> [Chunk] {
    schedule.stages.flatMap { stage -> [Chunk] in
      guard let neurons = stage.neurons else { return [] }
      let ringed = schedule.ringed.filter { $0.targetPopulation == stage.population }
      return (0..<stage.chunks.count).map {
        let spikes = SpikeList(capacity: stage.chunks.neurons(of: $0).count)
        return Chunk(stage: stage, neurons: neurons, number: $0, spikes: spikes, ringed: ringed)
      }
    }
  }

  deinit { crew.dismiss() }

  /// Charge, fire, reset and delivery. All lists of spikes have begun the step, and sources have spiked. Returns how
  /// many synapses were served.
  func advance(tick: Int) -> Int {
    let chunks = chunks
    var served = crew.run(tasks: chunks.count) { task in
      let chunk = chunks[task]
      chunk.spikes.beginStep()
      return chunk.stage.advance(chunk.neurons, chunk: chunk.number, tick: tick, spikes: chunk.spikes)
    }
    for chunk in chunks { chunk.stage.spikes.append(contentsOf: chunk.spikes) }
    if !hasRings { return served }
    served += crew.run(tasks: chunks.count) { task in
      chunks[task].ringed.reduce(0) { $0 + $1.route.deliver(tick: tick, onto: chunks[task].number) }
    }
    return served
  }
}
