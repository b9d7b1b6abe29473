/// Whether a projection can learn at all.
import Basics
import Kernels
import NetworkModel

extension NetworkSpec {
  /// Told before anything is made.
  func checkLearning() throws(BuildError) {
    for projection in projections {
      guard let plasticity = projection.plasticity else { continue }
      if Catalogue.rule(plasticity.rule) == nil {
        throw .unknownRule(plasticity.rule, projection: projection.name)
      }
      if let shown = presentation, shown.stimulus.encoder == .current,
        shown.target.population == projection.source.population
      {
        throw .cannotLearn(projection: projection.name)
      }
    }
  }
}

extension ProjectionBuilder {
  /// Weights begin within their bounds, as these are in the precision of the network.
  func checkBounds(of table: SynapseTable) throws(BuildError) {
    guard let bounds = spec.plasticity?.weights, table.count > 0 else { return }
    let weights = table.weightRange
    func stored(_ value: Double) -> Double { precision == .single ? Double(Float(value)) : value }
    if weights.lowerBound < stored(bounds.lowerBound) || weights.upperBound > stored(bounds.upperBound) {
      throw .weightOutsideBounds(projection: spec.name)
    }
  }
}
