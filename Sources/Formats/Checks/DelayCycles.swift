/// Looks for circles of projections without delay, in which no population could be computed first.
import Basics
import NetworkModel

enum DelayCycles {
  /// A projection that closes a circle, and the populations along it, or nil where there is none.
  /// - Complexity: O(populations + projections).
  static func find(in projections: [ProjectionSpec]) -> (projection: Int, path: [String])? {
    var edges: [String: [(target: String, projection: Int)]] = [:]
    for (index, projection) in projections.enumerated() where hasZeroDelay(projection) {
      edges[projection.source.population, default: []].append((projection.target.population, index))
    }
    var finished: Set<String> = []
    for start in projections.map(\.source.population) where !finished.contains(start) {
      if let found = search(from: start, edges, &finished) { return found }
    }
    return nil
  }

  /// Depth first, with a stack of its own: a chain of projections may be long.
  private static func search(
    from start: String, _ edges: [String: [(target: String, projection: Int)]], _ finished: inout Set<String>
  ) -> (projection: Int, path: [String])? {
    var path = [(population: start, next: 0)]
    var onPath: Set<String> = [start]
    while let top = path.last {
      let outgoing = edges[top.population] ?? []
      guard top.next < outgoing.count else {
        finished.insert(top.population)
        onPath.remove(top.population)
        path.removeLast()
        continue
      }
      path[path.count - 1].next += 1
      let (target, projection) = outgoing[top.next]
      if onPath.contains(target) {
        let circle = path.map(\.population).drop { $0 != target }
        return (projection, circle + [target])
      }
      if !finished.contains(target) {
        path.append((target, 0))
        onPath.insert(target)
      }
    }
    return nil
  }

  private static func hasZeroDelay(_ projection: ProjectionSpec) -> Bool {
    if case .list(let synapses) = projection.connector, synapses.contains(where: { $0.delay?.value == 0 }) {
      return true
    }
    switch projection.delay {
    case .constant(let value): return value == 0
    case .values(let values): return values.contains(0)
    default: return false
    }
  }
}
