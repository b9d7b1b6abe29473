/// What a rebuilt network takes over of what was learned.
import Kernels
import NetworkModel

extension Simulation {
  /// - Parameter isWanted: asked for each projection.
  mutating func takeLearning(
    from old: borrowing Simulation, _ lineage: Lineage, where isWanted: (ProjectionSpec) -> Bool = { _ in true }
  ) {
    guard old.precision == precision else { return }
    for delivery in schedule.learning {
      let projection = spec.projections[delivery.projection]
      guard isWanted(projection), let synapses = delivery.learning,
        let former = old.spec.projections.firstIndex(where: { $0.name == projection.name }),
        let before = old.schedule.learning.first(where: { $0.projection == former })?.learning
      else { continue }
      let factor = lineage.weightFactors[projection.name]
      if factor == nil, projection.weight != old.spec.projections[former].weight { continue }
      if isWired(delivery.projection, like: former, of: old, lineage) {
        for part in LearningPart.allCases where synapses.accepts(before.size(of: part), of: part) {
          synapses.setBytes(of: part, to: before.bytes(of: part))
        }
      } else {
        takeWeightsByPair(delivery.projection, synapses, from: old, former)
      }
      if let factor, factor != 1 {
        synapses.scaleWeights(by: factor, within: projection.plasticity?.weights ?? -.infinity...(.infinity))
      }
      setExceptions(of: delivery.projection, synapses, unless: old.spec.projections[former].exceptions)
    }
  }

  /// Whether both have the same synapses in the same order.
  private func isWired(_ index: Int, like former: Int, of old: borrowing Simulation, _ lineage: Lineage) -> Bool {
    let (described, formerly) = (spec.projections[index], old.spec.projections[former])
    guard described.joins(formerly, lineage), sizesAgree(index, old, former) else { return false }
    if described.isWiredLike(formerly) { return true }
    let (new, before) = (network.projections[index].synapses, old.network.projections[former].synapses)
    return new.hasDelays(of: before) && new.layout.joinsTheSame(as: before.layout)
  }

  /// The wiring hangs on how large both populations are, too.
  private func sizesAgree(_ index: Int, _ old: borrowing Simulation, _ former: Int) -> Bool {
    let (new, before) = (projections[index], old.projections[former])
    return new.synapseCount == before.synapseCount
      && populations[new.sourcePopulation].shape == old.populations[before.sourcePopulation].shape
      && populations[new.targetPopulation].shape == old.populations[before.targetPopulation].shape
  }

  /// Each pair of neurons that was connected and still is keeps its weight.
  private func takeWeightsByPair(
    _ index: Int, _ synapses: LearningSynapses, from old: borrowing Simulation, _ former: Int
  ) {
    let (new, before) = (network.projections[index].synapses, old.network.projections[former].synapses)
    let width = synapses.size(of: .weights).width
    var bytes = synapses.bytes(of: .weights)
    let learned = old.schedule.learning.first { $0.projection == former }?.learning?.bytes(of: .weights) ?? []
    for row in 0..<min(new.rows, before.rows) {
      var places: [Int: Int] = [:]
      before.layout.forEach(of: row) { target, synapse in places[target] = synapse }
      new.layout.forEach(of: row) { target, synapse in
        guard let place = places[target] else { return }
        bytes.replaceSubrange(
          synapse * width..<(synapse + 1) * width, with: learned[place * width..<(place + 1) * width])
      }
    }
    synapses.setBytes(of: .weights, to: bytes)
  }
}

extension ProjectionSpec {
  /// Whether both lead from and to the same neurons.
  fileprivate func joins(_ other: ProjectionSpec, _ lineage: Lineage) -> Bool {
    lineage.formerName(of: source.population) == other.source.population && source.ranges == other.source.ranges
      && lineage.formerName(of: target.population) == other.target.population && target.ranges == other.target.ranges
  }

  /// Whether the same synapses come of both descriptions, if they lead from and to the same neurons.
  fileprivate func isWiredLike(_ other: ProjectionSpec) -> Bool {
    name == other.name && connector == other.connector && allowSelf == other.allowSelf && delay == other.delay
      && exceptions == other.exceptions
  }
}
