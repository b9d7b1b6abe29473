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

  /// - Parameters:
  ///   - fill: puts eight synapses, from this one on, at that place of the list.
  ///   - empty: adds so many from its beginning.
  @inline(__always)
  private func serve(
    _ spikes: ServedSpikes, _ table: DeliveryAddresses, _ chunk: Int,
    fill: (_ synapse: Int, _ place: Int) -> Void, empty: (_ count: Int) -> Void
  ) -> Int {
    var (waiting, served) = (0, 0)
    for spike in 0..<spikes.count {
      if table.chunks > 1 { table.fetchSegment(after: spike, of: spikes, chunk) }
      let row = table.row(of: spikes[spike])
      if row < 0 { continue }
      let segment = row &* table.chunks &+ chunk
      var next = unsafe Int(table.bounds[segment])
      let end = unsafe Int(table.bounds[segment &+ 1])
      served &+= end &- next
      repeat {
        fill(next, waiting)
        waiting &+= min(8, end &- next)
        next &+= 8
        if waiting > Self.room &- 8 {
          empty(waiting)
          waiting = 0
        }
      } while next < end
    }
    empty(waiting)
    return served
  }

  @inline(__always)
  private func add(_ list: UnsafeMutablePointer<UInt16>, count: Int) {
    for place in 0..<count {
      let neuron = unsafe Int(list[place])
      unsafe cells[cell(neuron)] += weight
    }
  }

  @inline(__always)
  private func add(_ list: UnsafeMutablePointer<UInt16>, _ weights: UnsafeMutablePointer<Scalar>, count: Int) {
    for place in 0..<count {
      let neuron = unsafe Int(list[place])
      unsafe cells[cell(neuron)] += weights[place]
    }
  }

  @inline(__always)
  private func cell(_ neuron: Int) -> Int {
    neuron &+ spread &* (neuron & -(64 / MemoryLayout<Scalar>.size))
  }

  @inline(__always)
  private static func targets(_ list: UnsafeMutableRawPointer) -> UnsafeMutablePointer<UInt16> {
    unsafe list.assumingMemoryBound(to: UInt16.self)
  }

  @inline(__always)
  private static func copy(
    _ targets: UnsafeMutablePointer<UInt16>, to list: UnsafeMutableRawPointer, at place: Int
  ) {
    let eight = unsafe UnsafeRawPointer(targets).loadUnaligned(as: SIMD8<UInt16>.self)
    unsafe list.storeBytes(of: eight, toByteOffset: 2 &* place, as: SIMD8<UInt16>.self)
  }

  @inline(__always)
  private static func copy(
    _ weights: UnsafeMutablePointer<Scalar>, to list: UnsafeMutableRawPointer, at place: Int
  ) {
    unsafe (list + MemoryLayout<Scalar>.size &* place).copyMemory(
      from: weights, byteCount: 8 &* MemoryLayout<Scalar>.size)
  }
}
