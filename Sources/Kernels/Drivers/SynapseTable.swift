/// The synapses of one projection, ordered by presynaptic neuron.
package import Basics

/// Takes 2 bytes a synapse and 4 for each row and chunk of targets, plus the weight where weights differ (4 or 8) and
/// the delay where delays differ (2). Unchecked, for it is changed only while it is made.
package final class SynapseTable: @unchecked Sendable {
  package let layout: SynapseRows
  package let sources: RowMap
  let lost = LostArrivals()
  /// Set while the network is built and never after; so exclusive access need not be checked in every step.
  @exclusivity(unchecked) private var columns = Columns()

  private struct Columns {
    var weights = SynapseWeights.same(0)
    var delays = SynapseDelays.same(1)
    var tray: ArrivalTray?
    var receptor = 0
    var ends = DeliveryEnds.nowhere
    var addresses: DeliveryAddresses?
    /// Kept for the addresses.
    var room: GatheringRoom?
  }

  var weights: SynapseWeights { unsafe columns.weights }
  var delays: SynapseDelays { unsafe columns.delays }
  var tray: ArrivalTray? { unsafe columns.tray }
  var receptor: Int { unsafe columns.receptor }
  @inline(__always) var ends: DeliveryEnds { unsafe columns.ends }
  @inline(__always) var addresses: DeliveryAddresses? { unsafe columns.addresses }

  package init(_ layout: SynapseRows, sources: RowMap) {
    self.layout = layout
    self.sources = sources
  }

  package var count: Int { layout.count }
  package var rows: Int { layout.rows }
  package var chunks: NeuronChunks { layout.chunks }
  var hasMixedDelays: Bool { if case .each = delays { true } else { false } }
  package var longestDelay: Int { delays.longest }
  package var shortestDelay: Int { delays.shortest }
  package var memory: Int { layout.memory + weights.memory + delays.memory }

  // MARK: Making

  package func setWeight(_ weight: Double) { unsafe columns.weights = .same(weight) }
  package func setDelay(_ steps: Int) { unsafe columns.delays = .same(steps) }

  /// A weight for each synapse, in the order of the table.
  /// - Parameter report: hears which part of them has been set, and says whether to go on.
  /// - Returns: false where it was told to stop.
  package func setWeights(
    double isDouble: Bool, report: (@Sendable (Double) -> Bool)? = nil,
    _ weight: (_ row: Int, _ target: Int, _ synapse: Int) -> Double
  ) -> Bool {
    let weights: SynapseWeights =
      isDouble ? .double(LaneBuffer(unwritten: count)) : .single(LaneBuffer(unwritten: count))
    unsafe columns.weights = weights
    return forEachRow(report) { row in layout.forEach(of: row) { weights.set($1, to: weight(row, $0, $1)) } }
  }

  /// A delay [steps] for each synapse, in the order of the table.
  /// - Parameter report: hears which part of them has been set, and says whether to go on.
  /// - Returns: false where it was told to stop.
  package func setDelays(
    report: (@Sendable (Double) -> Bool)? = nil, _ delay: (_ row: Int, _ target: Int, _ synapse: Int) -> Int
  ) -> Bool {
    let buffer = LaneBuffer<UInt16>(unwritten: count)
    let isDone = forEachRow(report) { row in
      layout.forEach(of: row) { buffer[$1] = UInt16(clamping: delay(row, $0, $1)) }
    }
    if isDone { unsafe columns.delays = SynapseDelays(buffer) }
    return isDone
  }

  private func forEachRow(_ report: (@Sendable (Double) -> Bool)?, _ body: (_ row: Int) -> Void) -> Bool {
    var progress = WiringProgress(report)
    for row in 0..<rows {
      body(row)
      let made = layout.synapses(of: row).upperBound
      if !progress.goesOn(Double(made) / Double(count), made: made) { return false }
    }
    return true
  }

  /// Where its spikes go. Called once, when weights and delays are set and the target population's arrivals are made.
  /// - Parameter gathering: synapses of a step for which there is room where rows are gathered by chunk before they are
  ///   served; nil for what is quickest.
  package func attach(to tray: ArrivalTray, receptor: Int, gathering: Int? = nil) {
    let receptor = tray.receptor(receptor)
    unsafe columns.tray = tray
    unsafe columns.receptor = receptor
    unsafe columns.room = makeRoom(gathering)
    unsafe columns.addresses = DeliveryAddresses(layout, sources, weights, delays, lost, gathered: columns.room?.rows)
    switch tray {
    case .single(let tray): unsafe columns.ends = .single(tray.landing(receptor: receptor))
    case .double(let tray): unsafe columns.ends = .double(tray.landing(receptor: receptor))
    }
  }

  /// Nil for a table that is served sooner in another way.
  private func makeRoom(_ size: Int?) -> GatheringRoom? {
    guard layout.isFar || size != nil, layout.isShort, chunks.count > 1, case .same = delays else { return nil }
    return GatheringRoom(
      chunks: chunks.count, room: size ?? GatheringRoom.usualRoom, bytesPerWeight: weights.bytesEach)
  }

  /// Where its target has no membrane: spikes go over it only to change its weights.
  package func attachNowhere() {
    unsafe columns.addresses = DeliveryAddresses(layout, sources, weights, delays, lost)
  }

  /// From now on, and in place of what was lost before, these do not arrive. Of spikes under way, that goes for those
  /// that wait as spikes; what has been added to a ring arrives.
  package func lose(_ arrivals: [LostArrival]) { lost.set(arrivals) }

  // MARK: Looking

  /// Whether each synapse has a weight of its own, in double precision.
  package var isDouble: Bool { if case .double = weights { true } else { false } }

  package func forEachSynapse(of row: Int, _ body: (_ target: Int, _ weight: Double, _ delay: Int) -> Void) {
    layout.forEach(of: row) { body($0, weights[$1], delays[$1]) }
  }

  /// The numbers of the synapses from a row onto a neuron; several where two are joined more than once.
  /// - Complexity: O(log of what the row has in the neuron's chunk).
  package func synapses(of row: Int, onto target: Int) -> Range<Int> { layout.synapses(of: row, onto: target) }

  /// In base units, of a synapse by its number.
  package func weight(of synapse: Int) -> Double { weights[synapse] }

  /// [steps]
  package func delay(of synapse: Int) -> Int { delays[synapse] }

  /// Which receptor of the target its spikes really reach: 0 or 1.
  package var landingReceptor: Int { receptor }

  /// Whether the spike of a neuron of the source population at the end of this step does not reach a target.
  package func loses(from neuron: Int, step: Int, to target: Int) -> Bool {
    let losses = unsafe lost.view.pointee
    if losses.isEmpty { return false }
    let lost = losses.lost(of: neuron, step: step)
    return lost.isEverybody || lost.contains(target)
  }

  /// Whether the spike of this neuron at the end of this step goes over any synapse.
  package func reaches(from neuron: Int, step: Int) -> Bool {
    let losses = unsafe lost.view.pointee
    return outgoing(of: neuron) > 0 && !losses.lost(of: neuron, step: step).isEverybody
  }

  /// How many synapses leave a neuron of the source population.
  package func outgoing(of neuron: Int) -> Int { sources.row(of: neuron).map { layout.synapses(of: $0).count } ?? 0 }

  package func hashWeights(into hash: inout StateHash) { weights.hash(into: &hash) }

  package var weightRange: ClosedRange<Double> { count == 0 ? 0...0 : weights.range }

  /// Whether the delays are the same, synapse for synapse, if the layouts are. - Complexity: O(synapses).
  package func hasDelays(of other: SynapseTable) -> Bool {
    if case .same(let delay) = delays, case .same(let theirs) = other.delays { return delay == theirs }
    return count == other.count && (0..<count).allSatisfy { delays[$0] == other.delays[$0] }
  }

  // MARK: Analog input

  /// What a value of each source neuron, times the weights, gives to every target: W·x, summed in double precision by
  /// source, or nil where delays differ.
  package func drive(of value: (_ neuron: Int) -> Double) -> AnalogDrive? {
    guard case .same(let delay) = delays, let tray else { return nil }
    let losses = unsafe lost.view.pointee
    var totals = Array(repeating: 0.0, count: layout.chunks.neurons)
    for neuron in sources.first..<sources.end {
      guard let row = sources.row(of: neuron) else { continue }
      let value = value(neuron)
      let lost = losses.lost(of: neuron, step: LostArrival.everything)
      if value == 0 || lost.isEverybody { continue }
      layout.forEach(of: row) { if !lost.contains($0) { totals[$0] += value * weights[$1] } }
    }
    return AnalogDrive(tray, receptor: receptor, delay: delay, totals: totals)
  }
}
