/// Delivery over rows that all end on the same neighbours: the layers of a classifier, and whatever else is all to all.

extension SynapseRows {
  /// Fewer neighbours are not worth a loop of their own.
  private static let fewest = 32

  /// Whether every row ends once on each neuron of a range, the same for all rows, that has many neurons in each chunk.
  /// - Complexity: O(synapses) where it is so; otherwise it is over at the first gap.
  var isDense: Bool {
    if rows == 0 || count < Self.fewest * rows * chunks.count { return false }
    for segment in 0..<bounds.count - 1 {
      let synapses = Int(bounds[segment])..<Int(bounds[segment + 1])
      let model = Int(bounds[segment % chunks.count])..<Int(bounds[segment % chunks.count + 1])
      guard synapses.count == model.count, model.isEmpty || targets[synapses.lowerBound] == targets[model.lowerBound]
      else { return false }
      for synapse in synapses.dropFirst() where targets[synapse] != targets[synapse - 1] &+ 1 { return false }
    }
    return true
  }
}

/// Spikes over a dense table onto one chunk. No target is looked up but the first, and the compiler makes vectors of
/// the rest; four rows are added at a time, in their order, so that every cell is read and written once for all four.
@safe struct DenseDelivery<Scalar: LaneScalar> {
  /// Of the chunk's neuron 0.
  private let cells: UnsafeMutablePointer<Scalar>
  private let weights: UnsafeMutablePointer<Scalar>
  /// See ``Landing/spread``.
  private let spread: Int
  private let firstTarget: Int
  /// Synapses of every row onto the chunk.
  private let width: Int

  /// - Precondition: the table is dense, with a weight of its own for each synapse.
  init(
    _ table: DeliveryAddresses, chunk: Int, cells: UnsafeMutablePointer<Scalar>,
    weights: UnsafeMutablePointer<Scalar>, spread: Int
  ) {
    unsafe self.cells = cells
    unsafe self.weights = weights
    self.spread = spread
    let (start, end) = unsafe (Int(table.bounds[chunk]), Int(table.bounds[chunk &+ 1]))
    width = end &- start
    firstTarget = width == 0 ? 0 : unsafe Int(table.targets[start])
  }

  /// Returns how many synapses were served.
  @inline(__always)
  func deliver(_ spikes: ServedSpikes, _ table: DeliveryAddresses, chunk: Int) -> Int {
    var waiting = SIMD4<Int>()
    var (waits, served) = (0, 0)
    for spike in 0..<spikes.count {
      let row = table.row(of: spikes[spike])
      if row < 0 { continue }
      waiting[waits] = unsafe Int(table.bounds[row &* table.chunks &+ chunk])
      waits &+= 1
      served &+= width
      if waits == 4 {
        addFour(waiting)
        waits = 0
      }
    }
    for row in 0..<waits { addOne(waiting[row]) }
    return served
  }

  /// - Parameter rows: the first synapses of four.
  private func addFour(_ rows: SIMD4<Int>) {
    let (a, b) = unsafe (weights + rows[0], weights + rows[1])
    let (c, d) = unsafe (weights + rows[2], weights + rows[3])
    forEachPiece { offset, piece in
      let own = unsafe cells + offset
      for place in piece {
        unsafe own[place] = own[place] + a[place] + b[place] + c[place] + d[place]
      }
    }
  }

  private func addOne(_ row: Int) {
    let weights = unsafe weights + row
    forEachPiece { offset, piece in
      let own = unsafe cells + offset
      for place in piece { unsafe own[place] += weights[place] }
    }
  }

  /// The targets as ranges of a row's synapses, with the place that a cell for its synapse 0 would have: one piece in a
  /// ring, and one a block in a state, where the numbers of a variable lie together for a block of neurons.
  @inline(__always)
  private func forEachPiece(_ body: (_ offset: Int, _ piece: Range<Int>) -> Void) {
    if spread == 0 { return body(firstTarget, 0..<width) }
    let block = 64 / MemoryLayout<Scalar>.size
    var start = 0
    while start < width {
      let neuron = firstTarget &+ start
      let end = min(width, start &+ block &- neuron & (block &- 1))
      body(Landing<Scalar>.place(of: neuron, spread: spread) &- start, start..<end)
      start = end
    }
  }
}
