/// What a rebuilt network takes over of weights that learn and were set by hand, one by one.
import Kernels
import NetworkModel

extension Simulation {
  /// What was set by hand holds, whatever had been learned; what had been set before goes on from where it is.
  func setExceptions(of index: Int, _ learning: LearningSynapses, unless before: [ListedSynapse]) {
    for exception in spec.projections[index].exceptions where !before.contains(exception) {
      if let weight = exception.weight { set(exception, of: index, learning, to: weight) }
    }
  }

  /// What is not set by hand any more is again what it was then.
  /// - Parameter past: a simulation from before it was set.
  mutating func takeExceptions(missingIn present: borrowing Simulation, from past: borrowing Simulation) {
    for delivery in schedule.learning {
      let projection = spec.projections[delivery.projection]
      guard let learning = delivery.learning,
        let former = past.spec.projections.firstIndex(where: { $0.name == projection.name }),
        let now = present.spec.projections.first(where: { $0.name == projection.name })
      else { continue }
      let others = past.spec.projections[former].exceptions + projection.exceptions
      for exception in now.exceptions where !others.contains(where: exception.isAboutTheSame) {
        guard let weight = past.weight(of: former, pre: exception.pre, post: exception.post) else { continue }
        set(exception, of: delivery.projection, learning, to: weight)
      }
    }
  }

  private func set(_ exception: ListedSynapse, of index: Int, _ learning: LearningSynapses, to weight: Double) {
    let entry = network.projections[index]
    entry.synapses.layout.forEach(of: exception.pre) { target, synapse in
      if entry.targets.row(of: target) == exception.post { learning.setWeight(synapse, to: weight) }
    }
  }

  /// Of the first synapse between these two; nil where there is none.
  private func weight(of index: Int, pre: Int, post: Int) -> Double? {
    guard pre < projections[index].sourceCount, projections[index].synapseCount > 0 else { return nil }
    var found: Double?
    forEachSynapse(of: index, fromSource: pre) { target, weight, _ in
      if target == post, found == nil { found = weight }
    }
    return found
  }
}

extension ListedSynapse {
  fileprivate func isAboutTheSame(_ other: ListedSynapse) -> Bool { pre == other.pre && post == other.post }
}
