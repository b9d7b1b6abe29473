/// The synapses of a table whose delays differ, by delay: for a spike, those where it arrives after so many steps.

final class DelayOrder: Sendable {
  /// The different delays [steps], ascending.
  private let delays: LaneBuffer<Int>
  /// Within every segment of the rows the numbers of its synapses, by delay and then target.
  private let order: LaneBuffer<UInt32>
  private let ofSynapse: LaneBuffer<UInt16>
  private let bounds: LaneBuffer<UInt32>

  /// - Complexity: O(synapses · log of a segment's length).
  init(_ layout: SynapseRows, _ delays: LaneBuffer<UInt16>) {
    var different = Set<UInt16>()
    for synapse in 0..<layout.count { different.insert(delays[synapse]) }
    self.delays = LaneBuffer(count: different.count, repeating: 0)
    for (place, delay) in different.sorted().enumerated() { self.delays[place] = Int(delay) }
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

  /// For loops; good as long as the order.
  var view: DelayView {
    unsafe DelayView(
      delays: UnsafeMutableBufferPointer(start: delays.pointer, count: delays.count), order: order.pointer,
      ofSynapse: ofSynapse.pointer, bounds: bounds.pointer)
  }
}

/// Addresses into an order by delay.
@safe struct DelayView: BitwiseCopyable {
  private let delays: UnsafeMutableBufferPointer<Int>
  private let order: UnsafeMutablePointer<UInt32>
  private let ofSynapse: UnsafeMutablePointer<UInt16>
  private let bounds: UnsafeMutablePointer<UInt32>

  init(
    delays: UnsafeMutableBufferPointer<Int>, order: UnsafeMutablePointer<UInt32>,
    ofSynapse: UnsafeMutablePointer<UInt16>, bounds: UnsafeMutablePointer<UInt32>
  ) {
    unsafe self.delays = delays
    unsafe self.order = order
    unsafe self.ofSynapse = ofSynapse
    unsafe self.bounds = bounds
  }

  @inline(__always)
  func forEachDelay(_ body: (Int) -> Void) { for place in unsafe 0..<delays.count { body(unsafe delays[place]) } }

  /// The synapses of a segment with this delay. - Complexity: O(log of its length + those).
  @inline(__always)
  func forEach(of segment: Int, delay: Int, _ body: (_ synapse: Int) -> Void) {
    var (place, high) = unsafe (Int(bounds[segment]), Int(bounds[segment &+ 1]))
    let end = high
    while place < high {
      let middle = (place &+ high) / 2
      if unsafe ofSynapse[Int(order[middle])] < delay { place = middle &+ 1 } else { high = middle }
    }
    while unsafe place < end && ofSynapse[Int(order[place])] == delay {
      body(unsafe Int(order[place]))
      place &+= 1
    }
  }
}
