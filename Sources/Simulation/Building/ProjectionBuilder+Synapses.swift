/// The weights and delays of a projection, synapse by synapse where they differ.
import Basics
import Kernels
import NetworkModel

extension ProjectionBuilder {
  private var exceptions: SynapseExceptions { SynapseExceptions(spec.exceptions) }

  /// The one weight of all synapses; nil where they differ.
  var sharedWeight: Double? { exceptions.haveWeights ? nil : spec.weight.single }

  /// The one delay of all synapses; nil where they differ. Lists and matrices are looked at by themselves.
  var sharedDelay: Double? { exceptions.haveDelays ? nil : spec.delay.single }

  func setWeights(of table: SynapseTable, targets: RowMap, report: Report?) throws(BuildError) {
    let isDouble = precision == .double
    let exceptions = exceptions
    let weight: (_ row: Int, _ target: Int, _ synapse: Int) -> Double
    switch spec.connector {
    case .matrix(let matrix):
      weight = { row, target, _ in matrix.values[(targets.row(of: target) ?? 0) * matrix.preCount + row] }
    case .list(let synapses) where synapses.contains { $0.weight != nil }:
      let sorted = inTableOrder(synapses)
      let drawn = drawn(spec.weight, "weight", table)
      weight = { row, target, synapse in sorted[synapse].weight ?? drawn(row, target, synapse) }
    default:
      if let weight = sharedWeight, spec.plasticity == nil { return table.setWeight(weight) }
      weight = drawn(spec.weight, "weight", table)
    }
    let isDone = table.setWeights(double: isDouble, report: report) { row, target, synapse in
      let own = exceptions.isEmpty ? nil : exceptions.synapse(row, targets.row(of: target) ?? 0)?.weight
      return own ?? weight(row, target, synapse)
    }
    if !isDone { throw .interrupted }
  }

  func setDelays(of table: SynapseTable, targets: RowMap, report: Report?) throws(BuildError) {
    let exceptions = exceptions
    let delay: (_ row: Int, _ target: Int, _ synapse: Int) -> Double
    let drawn = drawn(spec.delay, "delay", table)
    if case .list(let synapses) = spec.connector, synapses.contains(where: { $0.delay != nil }) {
      let sorted = inTableOrder(synapses)
      delay = { row, target, synapse in sorted[synapse].delay?.value ?? drawn(row, target, synapse) }
    } else if let shared = sharedDelay {
      table.setDelay(steps(shared))
      return try checkLongest(of: table)
    } else {
      delay = drawn
    }
    let isDone = table.setDelays(report: report) { row, target, synapse in
      let own = exceptions.isEmpty ? nil : exceptions.synapse(row, targets.row(of: target) ?? 0)?.delay?.value
      return steps(own ?? delay(row, target, synapse))
    }
    if !isDone { throw .interrupted }
    try checkLongest(of: table)
  }

  private func checkLongest(of table: SynapseTable) throws(BuildError) {
    if table.longestDelay >= Int(UInt16.max) { throw .delayTooLong(projection: spec.name, steps: table.longestDelay) }
  }

  /// Each a function of its row and its place in that.
  private func drawn(
    _ source: ValueSource, _ what: String, _ table: SynapseTable
  ) -> (_ row: Int, _ target: Int, _ synapse: Int) -> Double {
    let draw = Draw(source, seed: seed, stream: "projection/\(spec.name)/\(what)")
    return { row, _, synapse in
      draw.value(row, synapse - table.layout.synapses(of: row).lowerBound, position: synapse)
    }
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

/// The exceptions of a projection, to be found by pair; of two about the same pair the later one holds.
private struct SynapseExceptions {
  private struct Pair: Hashable {
    let pre: Int
    let post: Int
  }

  private var synapses: [Pair: ListedSynapse] = [:]
  private(set) var haveWeights = false
  private(set) var haveDelays = false

  init(_ list: [ListedSynapse]) {
    for synapse in list {
      synapses[Pair(pre: synapse.pre, post: synapse.post)] = synapse
      haveWeights = haveWeights || synapse.weight != nil
      haveDelays = haveDelays || synapse.delay != nil
    }
  }

  var isEmpty: Bool { synapses.isEmpty }

  func synapse(_ pre: Int, _ post: Int) -> ListedSynapse? { synapses[Pair(pre: pre, post: post)] }
}
