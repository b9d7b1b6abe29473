/// The synapses of one projection, ordered by presynaptic neuron.
package import Basics

/// Compressed rows: the synapses of source row r are `starts[r]..<starts[r + 1]`, ascending by target.
///
/// Takes 2 bytes a synapse (4 onto more than 65,536 neurons), plus the weight where weights differ (4 or 8) and the
/// delay where delays differ (2). Unchecked, for it is changed only while it is made.
package final class SynapseTable: @unchecked Sendable {
  package let starts: [Int]
  package let sources: RowMap
  /// Indices in the target population.
  let targets: SynapseTargets
  /// Set while the network is built and never after; so exclusive access need not be checked in every step.
  @exclusivity(unchecked) private var columns = Columns()

  private struct Columns {
    var weights = SynapseWeights.same(0)
    var delays = SynapseDelays.same(1)
    var tray: ArrivalTray?
    var receptor = 0
  }

  var weights: SynapseWeights { unsafe columns.weights }
  var delays: SynapseDelays { unsafe columns.delays }
  var tray: ArrivalTray? { unsafe columns.tray }
  var receptor: Int { unsafe columns.receptor }

  /// - Parameters:
  ///   - counts: synapses of each source row.
  ///   - population: neurons in the target population.
  package init(counts: [Int], sources: RowMap, population: Int) {
    var starts = [0]
    starts.reserveCapacity(counts.count + 1)
    for count in counts { starts.append(starts[starts.count - 1] + count) }
    self.starts = starts
    self.sources = sources
    targets = SynapseTargets(count: starts[starts.count - 1], population: population)
  }

  package var count: Int { targets.count }
  package var rows: Int { starts.count - 1 }
  package var longestDelay: Int { delays.longest }
  package var shortestDelay: Int { delays.shortest }
  package var memory: Int { starts.count * 8 + targets.memory + weights.memory + delays.memory }

  // MARK: Making

  package func setTarget(_ synapse: Int, to neuron: Int) { targets[synapse] = neuron }

  /// Sorts every row by target. To be done before weights and delays are set.
  package func sortRows() {
    for row in 0..<rows {
      let range = starts[row]..<starts[row + 1]
      if range.dropFirst().allSatisfy({ targets[$0 - 1] <= targets[$0] }) { continue }
      let sorted = range.map { targets[$0] }.sorted()
      for (synapse, target) in zip(range, sorted) { targets[synapse] = target }
    }
  }

  package func setWeight(_ weight: Double) { unsafe columns.weights = .same(weight) }
  package func setDelay(_ steps: Int) { unsafe columns.delays = .same(steps) }

  /// A weight for each synapse, in the order of the table.
  package func setWeights(double isDouble: Bool, _ weight: (_ row: Int, _ target: Int, _ synapse: Int) -> Double) {
    let weights: SynapseWeights =
      isDouble ? .double(LaneBuffer(count: count, repeating: 0)) : .single(LaneBuffer(count: count, repeating: 0))
    unsafe columns.weights = weights
    for row in 0..<rows {
      for synapse in starts[row]..<starts[row + 1] { weights.set(synapse, to: weight(row, targets[synapse], synapse)) }
    }
  }

  /// A delay [steps] for each synapse, in the order of the table.
  package func setDelays(_ delay: (_ row: Int, _ target: Int, _ synapse: Int) -> Int) {
    let buffer = LaneBuffer<UInt16>(count: count, repeating: 0)
    for row in 0..<rows {
      for synapse in starts[row]..<starts[row + 1] {
        buffer[synapse] = UInt16(clamping: delay(row, targets[synapse], synapse))
      }
    }
    unsafe columns.delays = SynapseDelays(buffer)
  }

  /// Where its spikes go. Called once, when the target population's arrivals have been made.
  package func attach(to tray: ArrivalTray, receptor: Int) {
    unsafe columns.tray = tray
    unsafe columns.receptor = tray.receptor(receptor)
  }

  // MARK: Looking

  package func forEachSynapse(of row: Int, _ body: (_ target: Int, _ weight: Double, _ delay: Int) -> Void) {
    for synapse in starts[row]..<starts[row + 1] { body(targets[synapse], weights[synapse], delays[synapse]) }
  }

  package func hashWeights(into hash: inout StateHash) { weights.hash(into: &hash) }

  package var weightRange: ClosedRange<Double> { count == 0 ? 0...0 : weights.range }

  // MARK: Analog input

  /// What these values of the source neurons, times the weights, give to every target: W·x, summed in double precision
  /// by source, or nil where delays differ.
  package func drive(of values: [Double]) -> AnalogDrive? {
    guard case .same(let delay) = delays, let tray else { return nil }
    var totals = Array(repeating: 0.0, count: 1 + (0..<count).reduce(0) { max($0, targets[$1]) })
    for row in 0..<rows where values[row] != 0 {
      for synapse in starts[row]..<starts[row + 1] { totals[targets[synapse]] += values[row] * weights[synapse] }
    }
    return AnalogDrive(tray, receptor: receptor, delay: delay, totals: totals)
  }
}
