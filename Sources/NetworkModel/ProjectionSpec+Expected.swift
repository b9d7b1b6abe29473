/// How many synapses a projection will have, and what they will take, before any is drawn.

extension ProjectionSpec {
  /// How many synapses are to be expected.
  /// - Parameter shape: of the target population.
  package func expectedSynapses(onto shape: [Int]) -> Double {
    let (pre, post) = (Double(source.count), Double(target.count))
    return switch connector {
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

  /// Whether the number of synapses is a matter of chance, too.
  package var isCountDrawn: Bool {
    switch connector {
    case .fixedProbability(let probability): probability > 0 && probability < 1
    case .distanceDependent: true
    default: false
    }
  }

  /// How far the numbers of synapses onto single targets lie apart: their standard deviation, 0 where all have equally
  /// many, nil where that depends on where the target is.
  package var incomingDeviation: Double? {
    let (pre, post) = (Double(source.count), Double(target.count))
    return switch connector {
    case .allToAll, .matrix, .oneToOne, .fixedNumberPre: 0
    case .fixedProbability(let p): (pre * p * (1 - p)).squareRoot()
    case .fixedNumberPost(let number, _): Self.deviation(of: Double(number) * pre, among: post)
    case .fixedTotalNumber(let number, _): Self.deviation(of: Double(number), among: post)
    case .distanceDependent, .smallWorld, .list: nil
    }
  }

  /// Of so many things that each choose one of `targets` at random.
  private static func deviation(of draws: Double, among targets: Double) -> Double {
    targets > 0 ? (draws / targets * (1 - 1 / targets)).squareRoot() : 0
  }

  /// The least that the synapses take: target, weight, delay, and the rows' beginnings [bytes].
  package func leastMemory(onto shape: [Int]) -> Double {
    // What learns has a weight of its own, the one it began with, and a place in an index by target.
    let weights = plasticity != nil ? 16.0 : weight.single == nil ? 4 : 0
    let each = 2 + weights + (delay.single == nil ? 2 : 0)
    return expectedSynapses(onto: shape) * each + Double(source.count + target.count) * 12
  }
}

extension PopulationSpec {
  /// State, parameters and arrivals of a neuron, about.
  package static let leastBytesPerNeuron = 64.0

  /// The least that the population takes [bytes].
  package var leastMemory: Double { Double(size) * Self.leastBytesPerNeuron }
}
