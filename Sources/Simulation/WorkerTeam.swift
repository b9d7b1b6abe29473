/// Several threads on one step: each owns a share of every population's blocks, and nobody writes into another's.
import Dispatch
import Kernels

/// Spikes and arrivals come out the same as on one thread: blocks are shared out in order, so that joining the workers'
/// spikes gives them ascending, and every cell of the arrivals is added to by one worker in the order of the spikes.
final class WorkerTeam: Sendable {
  /// What one thread produces in a step. Unchecked, for it is touched by nobody else until the barrier.
  private final class Worker: @unchecked Sendable {
    var spikes: [[UInt32]]
    var events = 0
    init(populations: Int) { spikes = Array(repeating: [], count: populations) }
  }

  private struct Target {
    let population: Int
    let neurons: NeuronPopulation
    /// By worker.
    let blocks: [Range<Int>]
  }

  private struct Delivery {
    let synapses: SynapseTable
    let source: Int
    /// The target's neurons of each worker.
    let neurons: [Range<Int>]
  }

  private let workers: [Worker]
  private let targets: [Target]
  private let deliveries: [Delivery]

  var count: Int { workers.count }

  /// Nil where one thread does it: a small network, or one whose layers have to wait for each other within a step.
  init?(_ network: Network, options: BuildOptions) {
    let neurons = network.populations.reduce(0) { $0 + $1.info.size }
    let count = min(options.threads, neurons / max(1, options.neuronsPerThread))
    guard count > 1, network.sameStep.allSatisfy(\.isEmpty) else { return nil }
    workers = (0..<count).map { _ in Worker(populations: network.populations.count) }
    targets = network.populations.indices.compactMap { index in
      guard case .neurons(let neurons) = network.populations[index].body else { return nil }
      let shares = (0..<count).map { neurons.blocks * $0 / count..<neurons.blocks * ($0 + 1) / count }
      return Target(population: index, neurons: neurons, blocks: shares)
    }
    deliveries = network.delayed.compactMap { [targets] index in
      let projection = network.projections[index]
      guard let target = targets.first(where: { $0.population == projection.info.targetPopulation }) else { return nil }
      let width = target.neurons.neuronsPerBlock
      return Delivery(
        synapses: projection.synapses, source: projection.info.sourcePopulation,
        neurons: target.blocks.map { $0.lowerBound * width..<$0.upperBound * width })
    }
  }

  /// Charge, fire and reset of all neurons; their spikes, ascending, are added to `spikes`.
  func advance(tick: Int, into spikes: inout [[UInt32]]) {
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let worker = workers[index]
      for target in targets {
        worker.spikes[target.population].removeAll(keepingCapacity: true)
        target.neurons.advance(tick: tick, blocks: target.blocks[index], spikes: &worker.spikes[target.population])
      }
    }
    for target in targets {
      for worker in workers { spikes[target.population].append(contentsOf: worker.spikes[target.population]) }
    }
  }

  /// Every worker goes through all spikes and serves the synapses onto its own blocks. Returns how many there were.
  func deliver(_ spikes: [[UInt32]], tick: Int) -> Int {
    DispatchQueue.concurrentPerform(iterations: count) { index in
      workers[index].events = deliveries.reduce(0) { sum, delivery in
        sum + delivery.synapses.deliver(spikes[delivery.source], tick: tick, onto: delivery.neurons[index])
      }
    }
    return workers.reduce(0) { $0 + $1.events }
  }
}
