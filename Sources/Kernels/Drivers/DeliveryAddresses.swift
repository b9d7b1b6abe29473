/// The columns of a table as plain addresses, so that delivery counts no references and decides nothing twice.

import CLanes

/// Where a table's spikes go.
enum DeliveryEnds: BitwiseCopyable {
  case single(Landing<Float>)
  case double(Landing<Double>)
  case nowhere
}

/// Good as long as the table whose columns these are.
@safe struct DeliveryAddresses: BitwiseCopyable {
  let bounds: UnsafeMutablePointer<UInt32>
  let targets: UnsafeMutablePointer<UInt16>
  /// Of single or double precision; nil where all synapses have one weight.
  let weights: UnsafeMutableRawPointer?
  let weight: Double
  /// Nil where all have one delay.
  let delays: UnsafeMutablePointer<UInt16>?
  let delay: Int
  let chunks: Int
  let shift: Int
  /// Whether it is too large to be near the processor all the time.
  let isFar: Bool
  /// Whether all rows end on the same neighbours, and each synapse has a weight of its own.
  let isDense: Bool
  /// Whether what a row has in a chunk is on the average so short that `ShortRows` serves it sooner.
  let isShort: Bool
  /// Where its rows can be gathered before they are served; nil where that gains nothing.
  let gathered: GatheredRows?
  /// What its spikes lose.
  let lost: UnsafeMutablePointer<LostView>
  private let firstSource: Int
  private let sourceCount: Int
  /// The row of each source, counted from the first; nil where sources are a range.
  private let rows: UnsafeMutablePointer<Int32>?

  init(
    _ layout: SynapseRows, _ sources: RowMap, _ weights: SynapseWeights, _ delays: SynapseDelays, _ lost: LostArrivals,
    gathered: GatheredRows? = nil
  ) {
    unsafe self.lost = lost.view
    self.gathered = gathered
    unsafe bounds = layout.bounds.pointer
    unsafe targets = layout.targets.pointer
    chunks = layout.chunks.count
    shift = layout.chunks.shift
    isFar = layout.isFar
    isShort = layout.isShort
    firstSource = sources.first
    sourceCount = sources.end - sources.first
    unsafe rows = sources.rows?.pointer
    switch weights {
    case .same: unsafe self.weights = nil
    case .single(let weights): unsafe self.weights = UnsafeMutableRawPointer(weights.pointer)
    case .double(let weights): unsafe self.weights = UnsafeMutableRawPointer(weights.pointer)
    }
    isDense = unsafe self.weights != nil && layout.isDense
    if case .same(let weight) = weights { self.weight = weight } else { weight = 0 }
    if case .each(let delays, _, _) = delays { unsafe self.delays = delays.pointer } else { unsafe self.delays = nil }
    delay = delays.shortest
  }

  /// The row of a neuron of the source population, or below 0 where it has none.
  @inline(__always)
  func row(of neuron: Int) -> Int {
    let position = neuron &- firstSource
    if UInt(bitPattern: position) >= UInt(bitPattern: sourceCount) { return -1 }
    if let rows = unsafe rows { return unsafe Int(rows[position]) }
    return position
  }

  /// The synapses that each spike has onto a chunk, in the order of the spikes. Returns how many there were.
  @inline(__always)
  func forEachSegment(of spikes: ServedSpikes, _ chunk: Int, _ body: (Range<Int>) -> Void) -> Int {
    var served = 0
    for spike in 0..<spikes.count {
      if chunks > 1 { fetchSegment(after: spike, of: spikes, chunk) }
      let row = row(of: spikes[spike])
      if row < 0 { continue }
      let segment = row &* chunks &+ chunk
      let synapses = unsafe Range(uncheckedBounds: (Int(bounds[segment]), Int(bounds[segment &+ 1])))
      served &+= synapses.upperBound &- synapses.lowerBound
      body(synapses)
    }
    return served
  }

  /// Looks ahead, to the rows of spikes after this one: their bounds, and the first lines of their targets.
  @inline(__always)
  func fetchRow(after spike: Int, of spikes: ServedSpikes, _ chunks: Range<Int>) {
    if spike &+ 16 >= spikes.count { return }
    let near = row(of: spikes[spike &+ 8])
    let far = row(of: spikes[spike &+ 16])
    if far >= 0 { unsafe cLanesFetch(bounds + (far &* self.chunks &+ chunks.lowerBound)) }
    if near >= 0 {
      let first = unsafe Int(bounds[near &* self.chunks &+ chunks.lowerBound])
      // A line of the cache holds 32 targets.
      for line in 0..<3 { unsafe cLanesFetch(targets + (first &+ 32 &* line)) }
    }
  }

  /// Looks ahead, to where spikes after this one will be served: of a large table each piece lies somewhere else.
  @inline(__always)
  private func fetchSegment(after spike: Int, of spikes: ServedSpikes, _ chunk: Int) {
    if spike &+ 16 >= spikes.count { return }
    let near = row(of: spikes[spike &+ 6])
    let far = row(of: spikes[spike &+ 16])
    if far >= 0 { unsafe cLanesFetch(bounds + (far &* chunks &+ chunk)) }
    if near >= 0 { unsafe cLanesFetch(targets + Int(bounds[near &* chunks &+ chunk])) }
  }
}
