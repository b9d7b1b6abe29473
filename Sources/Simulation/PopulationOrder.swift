/// Which population is advanced after which, so that what has no delay arrives within the step.

struct PopulationOrder {
  /// Positions of the populations.
  let order: [Int]

  /// The order of the document, but each population after all that reach it without delay.
  /// - Throws: `cycleWithoutDelay`, with the names along the circle.
  init(_ network: Network) throws(BuildError) {
    let edges = network.projections.filter(\.isSameStep).map(\.info)
    var order: [Int] = []
    var rest = Array(network.populations.indices)
    while !rest.isEmpty {
      let ready = rest.first { candidate in
        !edges.contains { $0.targetPopulation == candidate && rest.contains($0.sourcePopulation) }
      }
      guard let ready else {
        throw .cycleWithoutDelay(Self.cycle(in: rest, edges: edges).map { network.populations[$0].info.name })
      }
      order.append(ready)
      rest.removeAll { $0 == ready }
    }
    self.order = order
  }

  /// A circle among populations each of which has a predecessor among them: walk back until one comes again.
  private static func cycle(in rest: [Int], edges: [ProjectionInfo]) -> [Int] {
    var path = [rest[0]]
    while let edge = edges.first(where: {
      $0.targetPopulation == path[path.count - 1] && rest.contains($0.sourcePopulation)
    }) {
      if let start = path.firstIndex(of: edge.sourcePopulation) {
        return [edge.sourcePopulation] + path[start...].reversed()
      }
      path.append(edge.sourcePopulation)
    }
    return path
  }
}
