/// Delivery over rows of a few synapses: those of large networks, whose rows are cut into pieces, and of sparse ones.

/// Copies the targets of row after row to the end of a list, eight at a time whether there are so many or not, and then
/// goes through the list. A loop over each row by itself ends where the processor does not expect it, which for five
/// synapses takes as long as they do: a million neurons with 80 synapses each were served in 1.8 instead of 3.3 ns a
/// synapse. Every cell is added to in the same order.
@safe struct ShortRows<Scalar: LaneScalar> {
  /// Rows that have fewer on the average are served so.
  static var shortLength: Int { 24 }

  /// Of the chunk's neuron 0.
  private let cells: UnsafeMutablePointer<Scalar>
  /// Nil where all have one weight.
  private let weights: UnsafeMutablePointer<Scalar>?
  private let weight: Scalar
  /// See ``Landing/spread``.
  private let spread: Int

  /// As many as the system gives room for without asking for memory: a step allocates nothing.
  private static var room: Int { 1024 / MemoryLayout<Scalar>.size }

  init(cells: UnsafeMutablePointer<Scalar>, weights: UnsafeMutablePointer<Scalar>?, weight: Scalar, spread: Int) {
    unsafe self.cells = cells
    unsafe self.weights = weights
    self.weight = weight
    self.spread = spread
  }

  /// Returns how many synapses were served.
  /// - Precondition: behind the table's last target and weight there is memory for seven more.
  func deliver(_ spikes: ServedSpikes, _ table: DeliveryAddresses, chunk: Int) -> Int {
    unsafe withUnsafeTemporaryAllocation(of: UInt16.self, capacity: Self.room) { targets in
      let list = unsafe UnsafeMutableRawPointer(targets.baseAddress.unsafelyUnwrapped)
      guard let weights = unsafe weights else {
        return serve(spikes, table, chunk, fill: { unsafe Self.copy(table.targets + $0, to: list, at: $1) }) {
          unsafe add(Self.targets(list), count: $0)
        }
      }
      return unsafe withUnsafeTemporaryAllocation(of: Scalar.self, capacity: Self.room) { values in
        let own = unsafe values.baseAddress.unsafelyUnwrapped
        let copies = UnsafeMutableRawPointer(own)
        return serve(
          spikes, table, chunk,
          fill: {
            unsafe Self.copy(table.targets + $0, to: list, at: $1)
            unsafe Self.copy(weights + $0, to: copies, at: $1)
          },
          empty: { unsafe add(Self.targets(list), own, count: $0) })
      }
    }
  }

  /// The same where rows have been gathered; those of the last spikes may not have been.
  func deliver(_ gathered: GatheredRows, then spikes: ServedSpikes, _ table: DeliveryAddresses, chunk: Int) -> Int {
    let head = gathered.head(chunk)
    let count = Int(head.synapses)
    if let own = unsafe gathered.weights(chunk, Scalar.self) {
      unsafe add(gathered.targets(chunk), own, count: count)
    } else {
      unsafe add(gathered.targets(chunk), count: count)
    }
    let rest = spikes[Int(head.spikes)..<spikes.count]
    return rest.count == 0 ? count : count &+ deliver(rest, table, chunk: chunk)
  }

  /// - Parameters:
  ///   - fill: puts eight synapses, from this one on, at that place of the list.
  ///   - empty: adds so many from its beginning.
  @inline(__always)
  private func serve(
    _ spikes: ServedSpikes, _ table: DeliveryAddresses, _ chunk: Int,
    fill: (_ synapse: Int, _ place: Int) -> Void, empty: (_ count: Int) -> Void
  ) -> Int {
    var waiting = 0
    let served = table.forEachSegment(of: spikes, chunk) { synapses in
      var next = synapses.lowerBound
      repeat {
        fill(next, waiting)
        waiting &+= min(8, synapses.upperBound &- next)
        next &+= 8
        if waiting > Self.room &- 8 {
          empty(waiting)
          waiting = 0
        }
      } while next < synapses.upperBound
    }
    empty(waiting)
    return served
  }

  @inline(__always)
  private func add(_ list: UnsafeMutablePointer<UInt16>, count: Int) {
    for place in 0..<count {
      let neuron = unsafe Int(list[place])
      unsafe cells[Landing<Scalar>.place(of: neuron, spread: spread)] += weight
    }
  }

  @inline(__always)
  private func add(_ list: UnsafeMutablePointer<UInt16>, _ weights: UnsafeMutablePointer<Scalar>, count: Int) {
    for place in 0..<count {
      let neuron = unsafe Int(list[place])
      unsafe cells[Landing<Scalar>.place(of: neuron, spread: spread)] += weights[place]
    }
  }

  @inline(__always)
  private static func targets(_ list: UnsafeMutableRawPointer) -> UnsafeMutablePointer<UInt16> {
    unsafe list.assumingMemoryBound(to: UInt16.self)
  }

  /// Eight elements, to the place of the first of them in a list of such.
  @inline(__always)
  private static func copy<Element: BitwiseCopyable>(
    _ elements: UnsafeMutablePointer<Element>, to list: UnsafeMutableRawPointer, at place: Int
  ) {
    let size = MemoryLayout<Element>.size
    unsafe (list + size &* place).copyMemory(from: elements, byteCount: 8 &* size)
  }
}
