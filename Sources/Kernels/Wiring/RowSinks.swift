/// Pairs written down as rows: at once where they come in order, otherwise counted first and then put in their places.

/// Writes pairs that come by source, then target.
struct OrderedSink: PairSink {
  private let rows: Int
  private let chunks: NeuronChunks
  private let neurons: TargetNeurons
  private let bounds: LaneBuffer<UInt32>
  private var targets: LaneBuffer<UInt16>
  private var count = 0
  private var segment = 0
  private(set) var progress: WiringProgress

  /// - Parameter capacity: how many synapses there will be; more may come, at the price of a copy.
  init(rows: Int, chunks: NeuronChunks, neurons: TargetNeurons, capacity: Int, progress: WiringProgress) {
    self.rows = rows
    self.chunks = chunks
    self.neurons = neurons
    self.progress = progress
    bounds = LaneBuffer(unwritten: rows * chunks.count + 1)
    bounds[0] = 0
    targets = LaneBuffer(unwritten: capacity)
  }

  @inline(__always)
  mutating func add(_ pre: Int, _ post: Int) {
    let neuron = neurons[post]
    let own = pre &* chunks.count &+ neuron &>> chunks.shift
    while segment < own { closeSegment() }
    if count == targets.count { grow() }
    targets[count] = UInt16(truncatingIfNeeded: neuron & (1 &<< chunks.shift &- 1))
    count &+= 1
  }

  mutating func goesOn(_ fraction: Double) -> Bool { progress.goesOn(fraction, made: count) }

  @inline(__always)
  private mutating func closeSegment() {
    segment &+= 1
    bounds[segment] = UInt32(truncatingIfNeeded: count)
  }

  private mutating func grow() {
    let larger = LaneBuffer<UInt16>(unwritten: count + count / 4 + 64)
    unsafe larger.pointer.update(from: targets.pointer, count: count)
    targets = larger
  }

  mutating func finish() -> SynapseRows {
    precondition(count <= SynapseRows.most, "more synapses than a table can number")
    while segment < rows * chunks.count { closeSegment() }
    return SynapseRows(rows: rows, chunks: chunks, bounds: bounds, targets: targets, count: count)
  }
}

/// Counts the pairs of every row and chunk.
struct CountingSink: PairSink {
  let chunks: NeuronChunks
  let neurons: TargetNeurons
  let bounds: LaneBuffer<UInt32>
  private(set) var count = 0
  private(set) var progress: WiringProgress

  init(rows: Int, chunks: NeuronChunks, neurons: TargetNeurons, progress: WiringProgress) {
    self.chunks = chunks
    self.neurons = neurons
    self.progress = progress
    bounds = LaneBuffer(count: rows * chunks.count + 1, repeating: 0)
  }

  @inline(__always)
  mutating func add(_ pre: Int, _ post: Int) {
    bounds[pre &* chunks.count &+ neurons[post] &>> chunks.shift] &+= 1
    count &+= 1
  }

  mutating func goesOn(_ fraction: Double) -> Bool { progress.goesOn(fraction, made: count) }

  /// Every segment's own beginning, in its place.
  func sumUp() {
    var sum: UInt32 = 0
    for segment in 0..<bounds.count {
      let own = bounds[segment]
      bounds[segment] = sum
      sum &+= own
    }
  }
}

/// Puts pairs in their places. While it does, `bounds[s]` is where the next one of segment s goes; afterwards that is
/// where s + 1 begins, so that no second array is needed.
struct PlacingSink: PairSink {
  private let chunks: NeuronChunks
  private let neurons: TargetNeurons
  private let bounds: LaneBuffer<UInt32>
  private let targets: LaneBuffer<UInt16>
  private var count = 0
  private(set) var progress: WiringProgress

  init(_ counted: CountingSink, progress: WiringProgress) {
    chunks = counted.chunks
    neurons = counted.neurons
    bounds = counted.bounds
    targets = LaneBuffer(unwritten: counted.count)
    self.progress = progress
  }

  @inline(__always)
  mutating func add(_ pre: Int, _ post: Int) {
    let neuron = neurons[post]
    let segment = pre &* chunks.count &+ neuron &>> chunks.shift
    targets[Int(bounds[segment])] = UInt16(truncatingIfNeeded: neuron & (1 &<< chunks.shift &- 1))
    bounds[segment] &+= 1
    count &+= 1
  }

  mutating func goesOn(_ fraction: Double) -> Bool { progress.goesOn(fraction, made: count) }

  func finish(rows: Int) -> SynapseRows {
    for segment in stride(from: bounds.count - 1, to: 0, by: -1) { bounds[segment] = bounds[segment - 1] }
    bounds[0] = 0
    return SynapseRows(rows: rows, chunks: chunks, bounds: bounds, targets: targets, count: targets.count)
  }
}
