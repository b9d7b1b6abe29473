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

  /// The least memory that the synapses will take [bytes], known before anything is drawn.
  var expectedMemory: Int {
    let hasOneWeight = if case .matrix = spec.connector { false } else { spec.weight.single != nil }
    let bytes = (hasOneWeight ? 2.0 : 6) + (spec.delay.single == nil ? 2 : 0)
    let total = expectedSynapses * bytes + Double(spec.source.count + spec.target.count) * 12
    return Int(min(total, 1e18))
  }

  private var expectedSynapses: Double {
    let pairs = Double(spec.source.count) * Double(spec.target.count)
    return switch spec.connector {
    case .allToAll, .matrix: pairs
    case .oneToOne: Double(spec.source.count)
    case .fixedProbability(let probability): pairs * probability
    case .fixedNumberPre(let number, _): Double(number) * Double(spec.target.count)
    case .fixedNumberPost(let number, _): Double(number) * Double(spec.source.count)
    case .fixedTotalNumber(let number, _): Double(number)
    case .list(let synapses): Double(synapses.count)
    }
  }

  func build() throws(BuildError) -> Network.Projection {
    let generator = pairGenerator()
    try checkDraws(shared: generator.allowSelf ? 0 : generator.sharedNeurons)
    var counts = Array(repeating: 0, count: spec.source.count)
    var incoming = Array(repeating: UInt32(0), count: target.info.size)
    let targetNeurons = spec.target.ranges.flatMap { Array($0) }
    generator.forEachPair { pre, post in
      counts[pre] += 1
      incoming[targetNeurons[post]] += 1
    }
    let table = SynapseTable(
      counts: counts, sources: RowMap(spec.source.ranges, count: source.info.size), population: target.info.size)
    var next = table.starts
    generator.forEachPair { pre, post in
      table.setTarget(next[pre], to: targetNeurons[post])
      next[pre] += 1
    }
    table.sortRows()
    let targets = RowMap(spec.target.ranges, count: target.info.size)
    setWeights(of: table, targets: targets)
    try setDelays(of: table, targets: targets)
    return Network.Projection(info: info(table), synapses: table, targets: targets, incoming: incoming)
  }

  private func info(_ table: SynapseTable) -> ProjectionInfo {
    ProjectionInfo(
      name: spec.name, sourcePopulation: source.index, targetPopulation: target.index,
      sourceCount: spec.source.count, targetCount: spec.target.count, synapseCount: table.count,
      weightDimension: target.info.descriptor.weightDimension ?? .none, weightRange: table.weightRange)
  }

  private func pairGenerator() -> PairGenerator {
    let isRecurrent = spec.source.population == spec.target.population
    let sources = RowMap(spec.source.ranges, count: source.info.size)
    let targets = spec.target
    return PairGenerator(
      connector: spec.connector, preCount: spec.source.count, postCount: spec.target.count,
      selfPosition: { isRecurrent ? sources.row(of: targets.index(at: $0)) : nil },
      allowSelf: spec.allowSelf || !isRecurrent,
      random: CounterRNG(seed: seed, stream: "projection/\(spec.name)/connect"))
  }

  /// As many different partners as are wanted must exist.
  /// - Parameter shared: neurons of both selections, none of which may be its own partner.
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

  private func setWeights(of table: SynapseTable, targets: RowMap) {
    let isDouble = precision == .double
    let draw = Draw(spec.weight, seed: seed, stream: "projection/\(spec.name)/weight")
    switch spec.connector {
    case .matrix(let matrix):
      table.setWeights(double: isDouble) { row, target, _ in
        matrix.values[(targets.row(of: target) ?? 0) * matrix.preCount + row]
      }
    case .list(let synapses) where synapses.contains { $0.weight != nil }:
      let sorted = inTableOrder(synapses)
      table.setWeights(double: isDouble) { row, _, synapse in
        sorted[synapse].weight ?? draw.value(row, synapse - table.starts[row], position: synapse)
      }
    default:
      if let weight = spec.weight.single { return table.setWeight(weight) }
      table.setWeights(double: isDouble) { row, _, synapse in
        draw.value(row, synapse - table.starts[row], position: synapse)
      }
    }
  }

  private func setDelays(of table: SynapseTable, targets: RowMap) throws(BuildError) {
    let draw = Draw(spec.delay, seed: seed, stream: "projection/\(spec.name)/delay")
    if case .list(let synapses) = spec.connector, synapses.contains(where: { $0.delay != nil }) {
      let sorted = inTableOrder(synapses)
      table.setDelays { row, _, synapse in
        steps(sorted[synapse].delay?.value ?? draw.value(row, synapse - table.starts[row], position: synapse))
      }
    } else if let delay = spec.delay.single {
      table.setDelay(steps(delay))
    } else {
      table.setDelays { row, _, synapse in
        steps(draw.value(row, synapse - table.starts[row], position: synapse))
      }
    }
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
