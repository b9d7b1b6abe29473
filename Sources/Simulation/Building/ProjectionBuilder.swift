/// Turns a projection's description into rows of synapses.
import Basics
import Kernels
import NetworkModel

struct ProjectionBuilder {
  let spec: ProjectionSpec
  let source: (index: Int, info: PopulationInfo)
  let target: (index: Int, info: PopulationInfo)
  let dt: Milliseconds
  let seed: UInt64
  let precision: Precision
  /// Of the target population.
  let chunks: NeuronChunks

  /// The memory that the synapses will take, making them included [bytes], known before anything is drawn.
  var expectedMemory: Int {
    let weightBytes = precision == .double ? 8 : 4
    let weights =
      if case .matrix = spec.connector { weightBytes } else { sharedWeight == nil ? weightBytes : 0 }
    // Beside their own weights, those that learn have a copy to go back to and an index by target.
    let learning = spec.plasticity == nil ? 0.0 : Double(2 * weightBytes - weights + 8)
    let each = Double(weights) + learning + (sharedDelay == nil ? 2 : 0)
    let layout = SynapseRows.memory(synapses: expectedSynapses, rows: spec.source.count, chunks: chunks)
    return Int(min(layout + expectedSynapses * each + Double(target.info.size) * 4, 1e18))
  }

  var expectedSynapses: Double { spec.expectedSynapses(onto: target.info.shape) }

  /// - Parameter report: hears how far it has got, and says whether to go on.
  func build(report: (@Sendable (Double) -> Bool)? = nil) throws(BuildError) -> Network.Projection {
    if expectedSynapses > Double(SynapseRows.most) * 0.999 { throw .tooManySynapses(projection: spec.name) }
    let parts = parts(of: report)
    let own = ownPositions()
    try checkDraws(shared: own.count { $0 >= 0 })
    let wiring = Wiring(
      rule, preCount: spec.source.count, postCount: spec.target.count, targets: spec.target.ranges, own: own,
      random: CounterRNG(seed: seed, stream: "projection/\(spec.name)/connect"))
    guard let layout = wiring.rows(chunks, expected: expectedSynapses, report: parts.pairs) else { throw .interrupted }
    let table = SynapseTable(layout, sources: RowMap(spec.source.ranges))
    let targets = RowMap(spec.target.ranges)
    try setWeights(of: table, targets: targets, report: parts.weights)
    try checkBounds(of: table)
    try setDelays(of: table, targets: targets, report: parts.delays)
    return Network.Projection(
      info: info(table), synapses: table, targets: targets, incoming: layout.incoming(), plasticity: spec.plasticity)
  }

  typealias Report = @Sendable (Double) -> Bool

  /// Who is connected to whom is quickly found out; a number drawn for a synapse takes some times as long.
  private func parts(of report: Report?) -> (pairs: Report?, weights: Report?, delays: Report?) {
    guard let report else { return (nil, nil, nil) }
    let shares = [1.0, sharedWeight == nil ? 4 : 0, sharedDelay == nil ? 4 : 0]
    let all = shares.reduce(0, +)
    func part(_ number: Int) -> Report {
      let start = shares[..<number].reduce(0, +)
      return { report((start + shares[number] * $0) / all) }
    }
    return (part(0), part(1), part(2))
  }

  private func info(_ table: SynapseTable) -> ProjectionInfo {
    ProjectionInfo(
      name: spec.name, sourcePopulation: source.index, targetPopulation: target.index,
      sourceCount: spec.source.count, targetCount: spec.target.count, synapseCount: table.count,
      weightDimension: target.info.descriptor.weightDimension ?? .none,
      weightRange: spec.plasticity?.weights ?? table.weightRange)
  }

  private var rule: PairRule {
    switch spec.connector {
    case .allToAll, .matrix: .everyPair
    case .oneToOne: .oneToOne
    case .fixedProbability(let probability): .bernoulli(probability)
    case .fixedNumberPre(let number, let again): .sourcesOfEachTarget(number, withReplacement: again)
    case .fixedNumberPost(let number, let again): .targetsOfEachSource(number, withReplacement: again)
    case .fixedTotalNumber(let number, let again): .total(number, withReplacement: again)
    case .distanceDependent(let rule): .distance(distanceWiring(rule))
    case .smallWorld(let degree, let rewiring): .smallWorld(degree: degree, rewiring: rewiring)
    case .list(let synapses): .listed(synapses.map { PairRule.Pair(pre: $0.pre, post: $0.post) })
    }
  }

  private func distanceWiring(_ rule: DistanceRule) -> DistanceWiring {
    func sides(_ shape: [Int]) -> DistanceWiring.Sides {
      let sides = rule.sides(of: shape)
      return DistanceWiring.Sides(rows: sides.rows, columns: sides.columns)
    }
    let probability = rule.probability
    return DistanceWiring(
      from: sides(source.info.shape), spec.source.ranges, onto: sides(target.info.shape), RowMap(spec.target.ranges),
      isPeriodic: rule.isPeriodic, value: { probability.value(at: $0) },
      greatest: { probability.bounds(over: $0).upperBound })
  }

  /// Of every target position, its own neuron's position among the sources, or -1; empty where nobody is left out.
  private func ownPositions() -> [Int32] {
    if spec.allowSelf || spec.source.population != spec.target.population { return [] }
    let sources = RowMap(spec.source.ranges)
    return spec.target.ranges.flatMap { $0.map { Int32(sources.row(of: $0) ?? -1) } }
  }

  /// As many different partners as are wanted must exist.
  /// - Parameter shared: neurons of both selections, where none of them may be its own partner.
  private func checkDraws(shared: Int) throws(BuildError) {
    let own = min(1, shared)
    let (wanted, available, isWithReplacement): (Int, Int, Bool)
    switch spec.connector {
    case .fixedNumberPre(let number, let again):
      (wanted, available, isWithReplacement) = (number, spec.source.count - own, again)
    case .fixedNumberPost(let number, let again):
      (wanted, available, isWithReplacement) = (number, spec.target.count - own, again)
    case .fixedTotalNumber(let number, let again):
      (wanted, available, isWithReplacement) = (number, spec.source.count * spec.target.count - shared, again)
    default: return
    }
    if (isWithReplacement ? min(wanted, 1) : wanted) > available {
      throw .tooManyDraws(projection: spec.name, wanted: wanted, available: available)
    }
  }
}
