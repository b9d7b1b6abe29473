/// Delivery: the one loop in which a spike becomes arrivals.
import CLanes

extension SynapseTable {
  /// What serves the spikes of a list, `lag` steps late. - Precondition: the table has been attached.
  package func route(from spikes: SpikeList, lag: Int) -> DeliveryRoute {
    guard let addresses else { preconditionFailure("attach the table before a route is made") }
    return DeliveryRoute(spikes: spikes.view, addresses: addresses, ends: ends, lag: lag)
  }
}

/// The routes that end at one population, gone through without handing them about: one call for all of them, and no
/// reference counted. Unchecked, for it never changes.
@safe package final class DeliveryRoutes: @unchecked Sendable {
  private let routes: UnsafeMutableBufferPointer<DeliveryRoute>

  package init(_ routes: [DeliveryRoute]) {
    unsafe self.routes = .allocate(capacity: routes.count)
    _ = unsafe self.routes.initialize(fromContentsOf: routes)
  }

  deinit { unsafe routes.deallocate() }

  /// See ``DeliveryRoute/fetchRows()``.
  package func fetchRows() {
    for index in unsafe routes.indices { unsafe routes[index].fetchRows() }
  }

  /// See ``DeliveryRoute/fetchRows(onto:ahead:)``.
  package func fetchRows(onto chunks: Range<Int>, ahead: Int) {
    for index in unsafe routes.indices { unsafe routes[index].fetchRows(onto: chunks, ahead: ahead) }
  }

  /// Whether any of them gathers.
  package var gathers: Bool { unsafe routes.contains { $0.gathers } }

  /// See ``DeliveryRoute/gather(onto:)``.
  package func gather(onto chunks: Range<Int>) {
    for index in unsafe routes.indices { unsafe routes[index].gather(onto: chunks) }
  }

  /// See ``DeliveryRoute/deliver(tick:onto:ahead:isGathered:)``.
  package func deliver(tick: Int, onto chunk: Int, ahead: Int = 0, isGathered: Bool = false) -> Int {
    var served = 0
    for index in unsafe routes.indices {
      served &+= unsafe routes[index].deliver(tick: tick, onto: chunk, ahead: ahead, isGathered: isGathered)
    }
    return served
  }
}

/// From a list of spikes over a table of synapses to the cells of a population, as plain addresses. Good as long as
/// list, table and population; whoever keeps one keeps those. Unchecked, for two threads may deliver at a time only onto
/// different chunks.
package struct DeliveryRoute: BitwiseCopyable, @unchecked Sendable {
  private let spikes: SpikeView
  let addresses: DeliveryAddresses
  let ends: DeliveryEnds
  let lag: Int

  fileprivate init(spikes: SpikeView, addresses: DeliveryAddresses, ends: DeliveryEnds, lag: Int) {
    self.spikes = spikes
    self.addresses = addresses
    self.ends = ends
    self.lag = lag
  }

  /// Has the rows that are to be served in this step brought near, while other work goes on: they lie anywhere in the
  /// table, and to wait for one after the other in the midst of additions takes half of a large network's time.
  package func fetchRows() { fetch(chunks: 0, addresses.chunks, ahead: 0) }

  /// Only what goes to some of the chunks, for a thread that serves those.
  package func fetchRows(onto chunks: Range<Int>, ahead: Int) {
    fetch(chunks: chunks.lowerBound, chunks.upperBound, ahead: ahead)
  }

  @inline(__always)
  private func fetch(chunks firstChunk: Int, _ endChunk: Int, ahead: Int) {
    let table = addresses
    // The targets of a dense table are not read, and the way of its weights is found by the processor itself.
    if !table.isFar || table.isDense { return }
    let spikes = spikes.spikes(lag: lag &- ahead)
    for spike in 0..<spikes.count {
      let row = table.row(of: spikes[spike])
      if row < 0 { continue }
      let bounds = unsafe table.bounds + row &* table.chunks
      // A line of the cache holds 16 bounds.
      for bound in stride(from: firstChunk, through: endChunk, by: 16) { unsafe cLanesFetch(bounds + bound) }
    }
    for spike in 0..<spikes.count {
      let row = table.row(of: spikes[spike])
      if row < 0 { continue }
      let first = unsafe Int(table.bounds[row &* table.chunks &+ firstChunk])
      let end = unsafe Int(table.bounds[row &* table.chunks &+ endChunk])
      // A line of the cache holds 32 targets.
      for synapse in stride(from: first, to: end, by: 32) { unsafe cLanesFetch(table.targets + synapse) }
    }
  }

  /// Whether rows are gathered before they are delivered, if they are asked to.
  package var gathers: Bool { addresses.gathered != nil }

  /// Reads the rows that are served in this step, and sorts by chunk what they have for some of them.
  package func gather(onto chunks: Range<Int>) {
    guard let gathered = addresses.gathered else { return }
    let spikes = spikes.spikes(lag: lag)
    switch ends {
    case .single: gathered.gather(spikes, of: addresses, onto: chunks, Float.self)
    case .double: gathered.gather(spikes, of: addresses, onto: chunks, Double.self)
    case .nowhere: break
    }
  }

  /// Adds the weights of the spiking neurons' synapses to the arrivals of their targets, or, where these take them
  /// into their state, to the state.
  ///
  /// - Parameters:
  ///   - tick: the present step; the spikes are those of `lag` steps before, and arrive their delay after that.
  ///   - chunk: of the target population: only synapses onto its neurons are served.
  ///   - ahead: how many steps the list of spikes is behind `tick`; less than `lag`.
  ///   - isGathered: whether the rows of this step have been gathered for this chunk, where they are gathered at all.
  /// - Returns: how many there were.
  /// - Complexity: O(spikes + synapses served).
  package func deliver(tick: Int, onto chunk: Int, ahead: Int = 0, isGathered: Bool = false) -> Int {
    let spikes = spikes.spikes(lag: lag &- ahead)
    if spikes.count == 0 { return 0 }
    if unsafe !addresses.lost.pointee.isEmpty { return deliverWithLosses(spikes, tick: tick, onto: chunk) }
    if isGathered && gathers { return deliverGathered(spikes, tick: tick, onto: chunk) }
    return deliver(spikes, tick: tick, onto: chunk)
  }

  /// All that these do at a chunk.
  @inline(__always)
  func deliver(_ spikes: ServedSpikes, tick: Int, onto chunk: Int) -> Int {
    switch ends {
    case .single(let landing): return Self.deliver(spikes, addresses, landing, tick &- lag, chunk)
    case .double(let landing): return Self.deliver(spikes, addresses, landing, tick &- lag, chunk)
    case .nowhere: return 0
    }
  }

  /// What is the same for all synapses is found out before the loop over spikes.
  @inline(__always)
  private static func deliver<Scalar: LaneScalar>(
    _ spikes: ServedSpikes, _ table: DeliveryAddresses, _ landing: Landing<Scalar>, _ tick: Int, _ chunk: Int
  ) -> Int {
    let cells = unsafe landing.cells(of: chunk, shift: table.shift)
    let targets = unsafe table.targets
    if let delays = unsafe table.delays {
      return unsafe deliver(spikes, table, landing, cells, delays, tick, chunk)
    }
    let now = unsafe landing.now(cells, tick: tick &+ table.delay)
    let weight = Scalar(table.weight)
    let weights = unsafe table.weights?.assumingMemoryBound(to: Scalar.self)
    let spread = landing.spread
    if table.isDense, let weights = unsafe weights {
      let dense = unsafe DenseDelivery(table, chunk: chunk, cells: now, weights: weights, spread: spread)
      return dense.deliver(spikes, table, chunk: chunk)
    }
    if table.isShort {
      let short = unsafe ShortRows(cells: now, weights: weights, weight: weight, spread: spread)
      return short.deliver(spikes, table, chunk: chunk)
    }
    switch unsafe (weights, spread) {
    case (nil, 0):
      return table.forEachSegment(of: spikes, chunk) {
        for synapse in $0 { unsafe now[Int(targets[synapse])] += weight }
      }
    case (nil, _):
      return table.forEachSegment(of: spikes, chunk) {
        for synapse in $0 {
          let neuron = unsafe Int(targets[synapse])
          unsafe now[Landing<Scalar>.place(of: neuron, spread: spread)] += weight
        }
      }
    case (let weights?, 0):
      return table.forEachSegment(of: spikes, chunk) {
        for synapse in $0 { unsafe now[Int(targets[synapse])] += weights[synapse] }
      }
    case (let weights?, _):
      return table.forEachSegment(of: spikes, chunk) {
        for synapse in $0 {
          let neuron = unsafe Int(targets[synapse])
          unsafe now[Landing<Scalar>.place(of: neuron, spread: spread)] += weights[synapse]
        }
      }
    }
  }

  /// Delays that differ: only ever into a ring, which has more slots than the longest delay.
  @inline(__always)
  private static func deliver<Scalar: LaneScalar>(
    _ spikes: ServedSpikes, _ table: DeliveryAddresses, _ landing: Landing<Scalar>,
    _ cells: UnsafeMutablePointer<Scalar>, _ delays: UnsafeMutablePointer<UInt16>, _ tick: Int, _ chunk: Int
  ) -> Int {
    let targets = unsafe table.targets
    let weights = unsafe table.weights?.assumingMemoryBound(to: Scalar.self)
    let weight = Scalar(table.weight)
    let now = tick % landing.slots
    return table.forEachSegment(of: spikes, chunk) {
      for synapse in $0 {
        var slot = unsafe now &+ Int(delays[synapse])
        slot &-= slot >= landing.slots ? landing.slots : 0
        let cell = unsafe slot &* landing.stride &+ Int(targets[synapse])
        unsafe cells[cell] += weights.map { unsafe $0[synapse] } ?? weight
      }
    }
  }
}
