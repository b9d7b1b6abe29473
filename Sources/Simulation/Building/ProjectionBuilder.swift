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
      if case .matrix = spec.connector { weightBytes } else { spec.weight.single == nil ? weightBytes : 0 }
    // Beside their own weights, those that learn have a copy to go back to and an index by target.
    let learning = spec.plasticity == nil ? 0.0 : Double(2 * weightBytes - weights + 8)
    let each = Double(weights) + learning + (spec.delay.single == nil ? 2 : 0)
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

  private typealias Report = @Sendable (Double) -> Bool

  /// Who is connected to whom is quickly found out; a number drawn for a synapse takes some times as long.
  private func parts(of report: Report?) -> (pairs: Report?, weights: Report?, delays: Report?) {
    guard let report else { return (nil, nil, nil) }
    let shares = [1.0, spec.weight.single == nil ? 4 : 0, spec.delay.single == nil ? 4 : 0]
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

  // MARK: Weights and delays

  private func setWeights(of table: SynapseTable, targets: RowMap, report: Report?) throws(BuildError) {
    let isDouble = precision == .double
    let draw = Draw(spec.weight, seed: seed, stream: "projection/\(spec.name)/weight")
    let isDone: Bool
    switch spec.connector {
    case .matrix(let matrix):
      isDone = table.setWeights(double: isDouble, report: report) { row, target, _ in
        matrix.values[(targets.row(of: target) ?? 0) * matrix.preCount + row]
      }
    case .list(let synapses) where synapses.contains { $0.weight != nil }:
      let sorted = inTableOrder(synapses)
      isDone = table.setWeights(double: isDouble, report: report) { row, _, synapse in
        sorted[synapse].weight
          ?? draw.value(row, synapse - table.layout.synapses(of: row).lowerBound, position: synapse)
      }
    default:
      if let weight = spec.weight.single, spec.plasticity == nil { return table.setWeight(weight) }
      isDone = table.setWeights(double: isDouble, report: report) { row, _, synapse in
        draw.value(row, synapse - table.layout.synapses(of: row).lowerBound, position: synapse)
      }
    }
    if !isDone { throw .interrupted }
  }

  private func setDelays(of table: SynapseTable, targets: RowMap, report: Report?) throws(BuildError) {
    let isDone: Bool
    let draw = Draw(spec.delay, seed: seed, stream: "projection/\(spec.name)/delay")
    if case .list(let synapses) = spec.connector, synapses.contains(where: { $0.delay != nil }) {
      let sorted = inTableOrder(synapses)
      isDone = table.setDelays(report: report) { row, _, synapse in
        steps(
          sorted[synapse].delay?.value
            ?? draw.value(row, synapse - table.layout.synapses(of: row).lowerBound, position: synapse))
      }
    } else if let delay = spec.delay.single {
      table.setDelay(steps(delay))
      isDone = true
    } else {
      isDone = table.setDelays(report: report) { row, _, synapse in
        steps(draw.value(row, synapse - table.layout.synapses(of: row).lowerBound, position: synapse))
      }
    }
    if !isDone { throw .interrupted }
    if table.longestDelay >= Int(UInt16.max) { throw .delayTooLong(projection: spec.name, steps: table.longestDelay) }
  }

  /// On the grid; a delay above 0 takes a step at least.
  private func steps(_ delay: Double) -> Int {
    if delay == 0 { return 0 }
    return max(1, Milliseconds(min(max(0, delay), Double(UInt16.max) * dt.value)).ticks(dt: dt))
  }

  /// The order of the table: by source, then target, then as listed.
  private func inTableOrder(_ synapses: [ListedSynapse]) -> [ListedSynapse] {
    synapses.enumerated().sorted {
      ($0.element.pre, $0.element.post, $0.offset) < ($1.element.pre, $1.element.post, $1.offset)
    }
    .map(\.element)
  }
}
