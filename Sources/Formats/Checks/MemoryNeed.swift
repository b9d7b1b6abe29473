/// How much memory a network will take, known before any of it is allocated.
import NetworkModel

enum MemoryNeed {
  /// State, parameters and arrivals of a neuron, about [bytes].
  static let bytesPerNeuron = 64.0

  /// The least that a projection's synapses take: target, weight, delay, and the rows' beginnings [bytes].
  static func bytes(of projection: ProjectionSpec, onto shape: [Int]) -> Double {
    // What learns has a weight of its own, the one it began with, and a place in an index by target.
    let weights = projection.plasticity != nil ? 16.0 : projection.weight.single == nil ? 4 : 0
    let each = 2 + weights + (projection.delay.single == nil ? 2 : 0)
    return synapses(of: projection, onto: shape) * each + Double(projection.source.count + projection.target.count) * 12
  }

  /// How many synapses are to be expected.
  /// - Parameter shape: of the target population.
  static func synapses(of projection: ProjectionSpec, onto shape: [Int]) -> Double {
    let (pre, post) = (Double(projection.source.count), Double(projection.target.count))
    return switch projection.connector {
    case .allToAll, .matrix: pre * post
    case .oneToOne: pre
    case .fixedProbability(let probability): pre * post * probability
    case .fixedNumberPre(let number, _): Double(number) * post
    case .fixedNumberPost(let number, _): Double(number) * pre
    case .fixedTotalNumber(let number, _): Double(number)
    case .distanceDependent(let rule): rule.expectedDegree(onto: shape) * pre
    case .smallWorld(let degree, _): Double(degree) * pre
    case .list(let synapses): Double(synapses.count)
    }
  }
}
