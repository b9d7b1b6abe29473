/// The one loop in which a spike is served with the weight that it then changes.

extension RuleLoops {
  /// What is the same for all synapses is found out before the loop over spikes.
  @inline(__always)
  func arrive<O: ChangeObserver, F: ArrivalFilter>(_ tick: Int, _ chunk: Int, _ observer: O, _ filter: F) -> Int {
    guard let landing else { return serve(tick, chunk, observer, filter) { _, _ in } }
    let first = chunk &<< table.shift
    let slot = landing.slots == 1 ? 0 : tick % landing.slots
    let cells = unsafe landing.cells + first &* (landing.spread &+ 1) + slot &* landing.stride
    let spread = landing.spread
    let block = -(64 / MemoryLayout<R.Scalar>.size)
    if spread == 0 { return serve(tick, chunk, observer, filter) { unsafe cells[$0] += $1 } }
    return serve(tick, chunk, observer, filter) { unsafe cells[$0 &+ spread &* ($0 & block)] += $1 }
  }

  /// - Parameter add: gives a weight to a neuron of the chunk.
  @inline(__always)
  private func serve<O: ChangeObserver, F: ArrivalFilter>(
    _ tick: Int, _ chunk: Int, _ observer: O, _ filter: F, _ add: (_ neuron: Int, _ weight: R.Scalar) -> Void
  ) -> Int {
    if let order { return serve(order, tick, chunk, observer, filter, add) }
    let lagged = sources.spikes(lag: table.delay)
    if lagged.count == 0 { return 0 }
    let change = ArrivalChange<R>(self, tick: tick, chunk: chunk)
    var served = 0
    forEachRow(of: lagged, step: tick &- table.delay, filter) { row, _ in
      let segment = row &* table.chunks &+ chunk
      let own = change.pre[row]
      let (start, end) = unsafe (Int(table.bounds[segment]), Int(table.bounds[segment &+ 1]))
      for synapse in start..<end { change.serve(synapse, own, observer, add) }
      served &+= end &- start
    }
    return served
  }

  /// The same where every synapse has a trace of its own: for each delay the spikes that arrive now.
  @inline(__always)
  private func serve<O: ChangeObserver, F: ArrivalFilter>(
    _ order: DelayView, _ tick: Int, _ chunk: Int, _ observer: O, _ filter: F,
    _ add: (_ neuron: Int, _ weight: R.Scalar) -> Void
  ) -> Int {
    let change = ArrivalChange<R>(self, tick: tick, chunk: chunk)
    var served = 0
    order.forEachDelay { delay in
      forEachRow(of: sources.spikes(lag: delay), step: tick &- delay, filter) { row, lost in
        forEachArrival(order, row, delay, onto: chunk, lost) { synapse in
          change.serve(synapse, change.pre[synapse], observer, add)
          served &+= 1
        }
      }
    }
    return served
  }
}

/// What the arrivals of a step at a chunk have in common.
@safe private struct ArrivalChange<R: PlasticityRule> {
  let tick: Int
  let chunk: Int
  let pre: TraceReader<R.Scalar>
  private let post: TraceReader<R.Scalar>
  private let first: Int
  private let coefficients: R.Coefficients
  private let weights: UnsafeMutablePointer<R.Scalar>
  private let targets: UnsafeMutablePointer<UInt16>

  init(_ loops: RuleLoops<R>, tick: Int, chunk: Int) {
    self.tick = tick
    self.chunk = chunk
    pre = loops.pre.reader(tick: tick)
    post = loops.post.reader(tick: tick)
    first = chunk &<< loops.table.shift
    coefficients = loops.coefficients
    unsafe weights = loops.weights
    unsafe targets = loops.table.targets
  }

  @inline(__always)
  func serve<O: ChangeObserver>(
    _ synapse: Int, _ own: Traces<R.Scalar>, _ observer: O, _ add: (_ neuron: Int, _ weight: R.Scalar) -> Void
  ) {
    let neuron = unsafe Int(targets[synapse])
    let before = unsafe weights[synapse]
    add(neuron, before)
    let after = R.onPre(before, pre: own, post: post[first &+ neuron], coefficients)
    unsafe weights[synapse] = after
    observer.note(
      tick, synapse: synapse, target: first &+ neuron, .arrival,
      WeightStep(before: Double(before), after: Double(after), traces: Ends(own, post[first &+ neuron])))
  }
}
