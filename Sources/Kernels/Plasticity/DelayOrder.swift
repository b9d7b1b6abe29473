/// The synapses of a table whose delays differ, by delay: for a spike, those where it arrives after so many steps.

struct DelayOrder: Sendable {
  /// The different delays [steps], ascending.
  let delays: [Int]
  /// Within every segment of the rows the numbers of its synapses, by delay and then target.
  private let order: LaneBuffer<UInt32>
  private let ofSynapse: LaneBuffer<UInt16>
  private let bounds: LaneBuffer<UInt32>

  /// - Complexity: O(synapses · log of a segment's length).
  init(_ layout: SynapseRows, _ delays: LaneBuffer<UInt16>) {
    var different = Set<UInt16>()
    for synapse in 0..<layout.count { different.insert(delays[synapse]) }
    self.delays = different.map { Int($0) }.sorted()
    order = LaneBuffer(unwritten: layout.count)
    ofSynapse = delays
    bounds = layout.bounds
    for segment in 0..<layout.bounds.count - 1 {
      let synapses = Int(bounds[segment])..<Int(bounds[segment + 1])
      for (place, synapse) in zip(synapses, synapses.sorted { (delays[$0], $0) < (delays[$1], $1) }) {
        order[place] = UInt32(truncatingIfNeeded: synapse)
      }
    }
  }

  var memory: Int { order.count * 4 }

  /// The synapses of a segment with this delay. - Complexity: O(log of its length + those).
  @inline(__always)
  func forEach(of segment: Int, delay: Int, _ body: (_ synapse: Int) -> Void) {
    var place = Int(bounds[segment])
    let end = Int(bounds[segment + 1])
    var high = end
    while place < high {
      let middle = (place + high) / 2
      if ofSynapse[Int(order[middle])] < delay { place = middle + 1 } else { high = middle }
    }
    while place < end, ofSynapse[Int(order[place])] == delay {
      body(Int(order[place]))
      place += 1
    }
  }
}
