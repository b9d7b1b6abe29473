/// Several threads on one step: each owns a share of every population's blocks, and nobody writes into another's.
import Dispatch
import Kernels

/// Spikes and arrivals come out the same as on one thread: blocks are shared out in order, so that joining the workers'
/// spikes gives them ascending, and every cell of the arrivals is added to by one worker in the order of the spikes.
final class WorkerTeam: Sendable {
  private struct Target {
    let neurons: NeuronPopulation
    let spikes: SpikeList
    /// By worker: its blocks, and the spikes in them, which nobody else touches until the barrier.
    let blocks: [Range<Int>]
    let workerSpikes: [SpikeList]
  }

  private struct Delivery {
    let whole: Schedule.Delivery
    /// The target's neurons of each worker.
    let neurons: [Range<Int>]
  }

  let count: Int
  private let targets: [Target]
  private let deliveries: [Delivery]

  /// Nil where one thread does it: a small network, or one whose layers have to wait for each other within a step.
  init?(_ network: Network, _ schedule: Schedule, options: BuildOptions) {
    let total = network.populations.reduce(0) { $0 + $1.info.size }
    let count = min(options.threads, total / max(1, options.neuronsPerThread))
    guard count > 1, schedule.stages.allSatisfy(\.sameStep.isEmpty) else { return nil }
    self.count = count
    targets = schedule.stages.compactMap { stage in
      guard let neurons = stage.neurons else { return nil }
      let blocks = (0..<count).map { neurons.blocks * $0 / count..<neurons.blocks * ($0 + 1) / count }
      return Target(
        neurons: neurons, spikes: stage.spikes, blocks: blocks,
        workerSpikes: blocks.map { SpikeList(capacity: $0.count * neurons.neuronsPerBlock) })
    }
    deliveries = schedule.delayed.compactMap { [targets] delivery in
      let target = targets.first { $0.spikes === schedule.spikes[delivery.targetPopulation] }
      guard let target else { return nil }
      let width = target.neurons.neuronsPerBlock
      return Delivery(
        whole: delivery,
        neurons: target.blocks.map { $0.lowerBound * width..<$0.upperBound * width })
    }
  }

  /// Charge, fire and reset of all neurons; their spikes, ascending, become those of their populations.
  func advance(tick: Int) {
    DispatchQueue.concurrentPerform(iterations: count) { worker in
      for target in targets {
        target.workerSpikes[worker].beginStep()
        target.neurons.advance(tick: tick, blocks: target.blocks[worker], spikes: target.workerSpikes[worker])
      }
    }
    for target in targets {
      target.spikes.beginStep()
      for part in target.workerSpikes { target.spikes.append(contentsOf: part) }
    }
  }

  /// Every worker goes through all spikes and serves the synapses onto its own blocks. Returns how many there were.
  func deliver(tick: Int) -> Int {
    DispatchQueue.concurrentPerform(iterations: count) { worker in
      for delivery in deliveries { delivery.whole.deliver(tick: tick, onto: delivery.neurons[worker]) }
    }
    return deliveries.reduce(0) { $0 + $1.whole.count }
  }
}
