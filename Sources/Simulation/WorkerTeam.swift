/// Several threads on one step: each owns a share of every population's blocks, and nobody writes into another's.
import Dispatch
import Kernels

/// Spikes and arrivals come out the same as on one thread: blocks are shared out in order, so that joining the workers'
/// spikes gives them ascending, and every cell of the arrivals is added to by one worker in the order of the spikes.
final class WorkerTeam: Sendable {
  /// What one thread produces in a step; touched by nobody else until the barrier.
  private final class Worker: @unchecked Sendable {
    var spikes: [[UInt32]]
    var events = 0
    init(populations: Int) { spikes = Array(repeating: [], count: populations) }
  }

  private let workers: [Worker]
  /// blocks[worker][population].
  private let blocks: [[Range<Int>]]

  var count: Int { workers.count }

  /// Nil where one thread does it: a small network, or one whose layers have to wait for each other within a step.
  init?(_ network: Network, options: BuildOptions) {
    let sizes = network.populations.map { population in
      if case .neurons(let neurons) = population.body { neurons.blocks } else { 0 }
    }
    let neurons = network.populations.reduce(0) { $0 + $1.info.size }
    let count = min(options.threads, max(1, neurons / max(1, options.neuronsPerThread)))
    guard count > 1, network.sameStep.allSatisfy(\.isEmpty) else { return nil }
    workers = (0..<count).map { _ in Worker(populations: sizes.count) }
    blocks = (0..<count).map { worker in sizes.map { $0 * worker / count..<$0 * (worker + 1) / count } }
  }

  /// Charge, fire and reset of all neurons.
  func advance(_ network: Network, tick: Int) {
    let bodies = network.populations.map { population -> (any NeuronPopulation)? in
      if case .neurons(let neurons) = population.body { neurons } else { nil }
    }
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let worker = workers[index]
      for (population, neurons) in bodies.enumerated() {
        guard let neurons else { continue }
        worker.spikes[population].removeAll(keepingCapacity: true)
        neurons.advance(tick: tick, blocks: blocks[index][population], spikes: &worker.spikes[population])
      }
    }
  }

  /// Joins the workers' spikes, ascending.
  func gather(into spikes: inout [[UInt32]]) {
    for worker in workers {
      for population in spikes.indices { spikes[population].append(contentsOf: worker.spikes[population]) }
    }
  }

  /// Every worker goes through all spikes and serves the synapses onto its own blocks. Returns how many there were.
  func deliver(_ network: Network, spikes: [[UInt32]], tick: Int) -> Int {
    let tables = network.delayed.map { network.projections[$0] }
    DispatchQueue.concurrentPerform(iterations: count) { index in
      var events = 0
      for table in tables {
        let own = blocks[index][table.info.targetPopulation]
        events += table.synapses.deliver(spikes[table.info.sourcePopulation], tick: tick, blocks: own)
      }
      workers[index].events = events
    }
    return workers.reduce(0) { $0 + $1.events }
  }
}
