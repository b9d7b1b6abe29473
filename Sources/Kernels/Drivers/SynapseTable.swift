/// The synapses of one projection, ordered by presynaptic neuron, and the delivery of spikes over them.
package import Basics


/// Compressed rows: the synapses of source row r are `starts[r]..<starts[r + 1]`, ascending by target.
///
/// Takes 4 bytes a synapse, plus the weight where weights differ (4 or 8) and the delay where delays differ (2).
package final class SynapseTable: @unchecked Sendable {
  package let starts: [Int]
  package let sources: RowMap
  /// The target's cell in its population's arrivals; while the table is made, the target's index.
  let cells: LaneBuffer<UInt32>
  private var weights: SynapseWeights
  private var delays: SynapseDelays
  private var ring: TypedRing?

  /// - Parameter counts: synapses of each source row.
  package init(counts: [Int], sources: RowMap) {
    var starts = [0]
    starts.reserveCapacity(counts.count + 1)
    for count in counts { starts.append(starts[starts.count - 1] + count) }
    self.starts = starts
    self.sources = sources
    cells = LaneBuffer(count: starts[starts.count - 1], repeating: 0)
    weights = .same(0)
    delays = .same(1)
  }

  package var count: Int { cells.count }
  package var rows: Int { starts.count - 1 }
  package var longestDelay: Int { delays.longest }
  package var shortestDelay: Int { delays.shortest }
  package var memory: Int { starts.count * 8 + count * 4 + weights.memory + delays.memory }

  // MARK: Making

  /// Sets the target neuron of a synapse. Before `attach` only.
  package func setTarget(_ synapse: Int, to neuron: Int) { cells[synapse] = UInt32(neuron) }

  /// Sorts every row by target. Before `attach` only.
  package func sortRows() {
    for row in 0..<rows {
      let range = starts[row]..<starts[row + 1]
      var targets = range.map { cells[$0] }
      targets.sort()
      for (position, synapse) in range.enumerated() { cells[synapse] = targets[position] }
    }
  }

  package func setWeight(_ weight: Double) { weights = .same(weight) }
  package func setDelay(_ steps: Int) { delays = .same(steps) }

  /// A weight for each synapse, in the order of the table.
  package func setWeights(double isDouble: Bool, _ weight: (_ row: Int, _ target: Int, _ synapse: Int) -> Double) {
    weights = isDouble ? .double(LaneBuffer(count: count, repeating: 0)) : .single(LaneBuffer(count: count, repeating: 0))
    for row in 0..<rows {
      for synapse in starts[row]..<starts[row + 1] {
        weights.set(synapse, to: weight(row, Int(cells[synapse]), synapse))
      }
    }
  }

  /// A delay [steps] for each synapse, in the order of the table.
  package func setDelays(_ delay: (_ row: Int, _ target: Int, _ synapse: Int) -> Int) {
    let buffer = LaneBuffer<UInt16>(count: count, repeating: 0)
    for row in 0..<rows {
      for synapse in starts[row]..<starts[row + 1] {
        buffer[synapse] = UInt16(clamping: delay(row, Int(cells[synapse]), synapse))
      }
    }
    delays = SynapseDelays(buffer)
  }

  /// Turns target indices into cells of the target population's arrivals. Called once, when these have been made.
  package func attach(to tray: any ArrivalTray, receptor: Int) {
    let target = TypedRing(tray)
    for synapse in 0..<count {
      cells[synapse] = UInt32(target.cell(neuron: Int(cells[synapse]), receptor: receptor))
    }
    ring = target
  }

  // MARK: Delivery

  /// Adds the weights of the spiking neurons' synapses to the arrivals of their targets.
  ///
  /// - Parameters:
  ///   - spikes: neurons of the source population that spiked in step `tick`.
  ///   - blocks: the blocks of the target population that this thread owns, or nil for all.
  /// - Returns: how many synapses were served. - Complexity: O(their number).
  package func deliver(_ spikes: [UInt32], tick: Int, blocks: Range<Int>?) -> Int {
    if spikes.isEmpty || count == 0 { return 0 }
    switch ring {
    case .single(let ring): return deliver(spikes, into: ring, tick: tick, blocks: blocks)
    case .double(let ring): return deliver(spikes, into: ring, tick: tick, blocks: blocks)
    case nil: preconditionFailure("attach the table before the first step")
    }
  }

  @inline(__always)
  private func deliver<L: Lane>(_ spikes: [UInt32], into ring: ArrivalRing<L>, tick: Int, blocks: Range<Int>?) -> Int {
    var events = 0
    for spike in spikes {
      guard let row = sources.row(of: Int(spike)) else { continue }
      var synapses = starts[row]..<starts[row + 1]
      if let blocks { synapses = narrowed(synapses, to: blocks, cellsPerBlock: ring.receptors * L.width) }
      scatter(synapses, into: ring, tick: tick)
      events += synapses.count
    }
    return events
  }

  @inline(__always)
  private func scatter<L: Lane>(_ synapses: Range<Int>, into ring: ArrivalRing<L>, tick: Int) {
    let cells = unsafe cells.pointer
    switch delays {
    case .same(let delay):
      let arriving = unsafe ring.cells(ring.slot(tick: tick, delay: delay))
      weights.forEach(in: synapses, as: L.Scalar.self) { synapse, weight in
        unsafe arriving[Int(cells[synapse])] += weight
      }
    case .each(let delays, _, _):
      weights.forEach(in: synapses, as: L.Scalar.self) { synapse, weight in
        let arriving = unsafe ring.cells(ring.slot(tick: tick, delay: Int(delays[synapse])))
        unsafe arriving[Int(cells[synapse])] += weight
      }
    }
  }

  /// The part of an ascending row that ends in these blocks. - Complexity: O(log row).
  private func narrowed(_ row: Range<Int>, to blocks: Range<Int>, cellsPerBlock: Int) -> Range<Int> {
    let first = lowerBound(of: UInt32(blocks.lowerBound * cellsPerBlock), in: row)
    let end = lowerBound(of: UInt32(blocks.upperBound * cellsPerBlock), in: first..<row.upperBound)
    return first..<end
  }

  private func lowerBound(of cell: UInt32, in range: Range<Int>) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if cells[middle] < cell { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: Looking

  package func forEachSynapse(of row: Int, _ body: (_ target: Int, _ weight: Double, _ delay: Int) -> Void) {
    for synapse in starts[row]..<starts[row + 1] {
      body(ring?.neuron(cell: Int(cells[synapse])) ?? Int(cells[synapse]), weights[synapse], delays[synapse])
    }
  }

  package func hashWeights(into hash: inout StateHash) { weights.hash(into: &hash) }

  package var weightRange: ClosedRange<Double> { count == 0 ? 0...0 : weights.range }

  // MARK: Analog input

  /// What these values of the source neurons, times the weights, give to every target: W·x, or nil where delays differ.
  package func drive(of values: [Double]) -> AnalogDrive? {
    guard case .same(let delay) = delays, let ring else { return nil }
    return AnalogDrive(ring, delay: delay) { add in
      for row in 0..<rows where values[row] != 0 {
        for synapse in starts[row]..<starts[row + 1] { add(Int(cells[synapse]), values[row] * weights[synapse]) }
      }
    }
  }
}
