/// The synapses of a table by their target: for the spike of a neuron, those that end on it.

/// Made for plastic projections only: 8 bytes a synapse.
struct IncomingIndex: Sendable {
  /// Those that end on neuron n of the target population are `starts[n]..<starts[n + 1]`, ascending by source.
  let starts: LaneBuffer<UInt32>
  /// Numbers of synapses in the table.
  let synapses: LaneBuffer<UInt32>
  /// Where the presynaptic trace of each is kept: by row, or by synapse where delays differ.
  let traces: LaneBuffer<UInt32>

  /// - Complexity: O(synapses + neurons).
  init(_ layout: SynapseRows, tracesBySynapse: Bool) {
    let neurons = layout.chunks.neurons
    starts = LaneBuffer(count: neurons + 1, repeating: 0)
    synapses = LaneBuffer(unwritten: layout.count)
    traces = LaneBuffer(unwritten: layout.count)
    for row in 0..<layout.rows { layout.forEach(of: row) { target, _ in starts[target + 1] += 1 } }
    for neuron in 0..<neurons { starts[neuron + 1] += starts[neuron] }
    let next = LaneBuffer<UInt32>(count: neurons + 1, repeating: 0)
    next.copy(from: starts)
    for row in 0..<layout.rows {
      layout.forEach(of: row) { target, synapse in
        let place = Int(next[target])
        synapses[place] = UInt32(truncatingIfNeeded: synapse)
        traces[place] = UInt32(truncatingIfNeeded: tracesBySynapse ? synapse : row)
        next[target] += 1
      }
    }
  }

  /// For loops; good as long as the index.
  var view: IncomingView {
    unsafe IncomingView(starts: starts.pointer, synapses: synapses.pointer, traces: traces.pointer)
  }

  var memory: Int { synapses.count * 8 + starts.count * 4 }
}

/// Addresses into an index.
@safe struct IncomingView: BitwiseCopyable {
  private let starts: UnsafeMutablePointer<UInt32>
  private let synapses: UnsafeMutablePointer<UInt32>
  private let traces: UnsafeMutablePointer<UInt32>

  init(
    starts: UnsafeMutablePointer<UInt32>, synapses: UnsafeMutablePointer<UInt32>, traces: UnsafeMutablePointer<UInt32>
  ) {
    unsafe self.starts = starts
    unsafe self.synapses = synapses
    unsafe self.traces = traces
  }

  @inline(__always)
  func forEach(onto neuron: Int, _ body: (_ synapse: Int, _ trace: Int) -> Void) {
    let (start, end) = unsafe (Int(starts[neuron]), Int(starts[neuron &+ 1]))
    for place in start..<end { body(unsafe Int(synapses[place]), unsafe Int(traces[place])) }
  }
}
