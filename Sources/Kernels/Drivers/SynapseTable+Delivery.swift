/// Delivery: the one loop in which a spike becomes arrivals.

extension SynapseTable {
  /// Adds the weights of the spiking neurons' synapses to the arrivals of their targets, or, where these take them
  /// into their state, to the state, as what arrives at the end of step `tick`.
  ///
  /// - Parameters:
  ///   - spikes: of the source population; those of `lag` steps before are served.
  ///   - neurons: the neurons of the target population that this thread owns, or nil for all.
  /// - Complexity: O(synapses served).
  package func deliver(_ spikes: SpikeList, lag: Int = 0, tick: Int, onto neurons: Range<Int>?) {
    if spikes.count(lag: lag) == 0 || count == 0 { return }
    let spikes = LaggedSpikes(list: spikes, lag: lag)
    switch (tray, targets) {
    case (.single(let tray), .narrow(let targets)): deliver(spikes, tray, targets, tick, neurons)
    case (.single(let tray), .wide(let targets)): deliver(spikes, tray, targets, tick, neurons)
    case (.double(let tray), .narrow(let targets)): deliver(spikes, tray, targets, tick, neurons)
    case (.double(let tray), .wide(let targets)): deliver(spikes, tray, targets, tick, neurons)
    case (nil, _): preconditionFailure("attach the table before the first step")
    }
  }

  @inline(__always)
  private func deliver<L: Lane, Index: FixedWidthInteger & BitwiseCopyable>(
    _ spikes: LaggedSpikes, _ tray: TypedTray<L>, _ targets: LaneBuffer<Index>, _ tick: Int, _ neurons: Range<Int>?
  ) {
    if tray.state != nil {
      addToState(spikes, tray, targets, neurons)
    } else {
      addToRing(spikes, tray.ring, targets, tick, neurons)
    }
  }

  @inline(__always)
  private func addToState<L: Lane, Index: FixedWidthInteger & BitwiseCopyable>(
    _ spikes: LaggedSpikes, _ tray: TypedTray<L>, _ targets: LaneBuffer<Index>, _ neurons: Range<Int>?
  ) {
    guard let others = tray.state.map({ $0.variables - 1 }),
      let cells = unsafe tray.state?.cells(receptor: receptor)
    else { return }
    let targets = unsafe targets.pointer
    let block = -L.width
    switch weights.values(as: L.Scalar.self) {
    case .same(let weight):
      forEachRow(spikes, neurons) {
        for synapse in $0 {
          let neuron = unsafe Int(targets[synapse])
          unsafe cells[neuron &+ others &* (neuron & block)] += weight
        }
      }
    case .each(let weights):
      let weights = unsafe weights.pointer
      forEachRow(spikes, neurons) {
        for synapse in $0 {
          let neuron = unsafe Int(targets[synapse])
          unsafe cells[neuron &+ others &* (neuron & block)] += weights[synapse]
        }
      }
    }
  }

  /// What is the same for all synapses is found out before the loop over spikes.
  @inline(__always)
  private func addToRing<L: Lane, Index: FixedWidthInteger & BitwiseCopyable>(
    _ spikes: LaggedSpikes, _ ring: ArrivalRing<L>, _ targets: LaneBuffer<Index>, _ tick: Int, _ neurons: Range<Int>?
  ) {
    let targets = unsafe targets.pointer
    let now = unsafe ring.cells(ring.slot(tick: tick, delay: delays.shortest), receptor: receptor)
    switch (weights.values(as: L.Scalar.self), delays) {
    case (.same(let weight), .same):
      forEachRow(spikes, neurons) { for synapse in $0 { unsafe now[Int(targets[synapse])] += weight } }
    case (.each(let weights), .same):
      let weights = unsafe weights.pointer
      forEachRow(spikes, neurons) {
        for synapse in $0 { unsafe now[Int(targets[synapse])] += weights[synapse] }
      }
    case (let weights, .each(let delays, _, _)):
      forEachRow(spikes, neurons) {
        for synapse in $0 {
          let slot = ring.slot(tick: tick, delay: Int(delays[synapse]))
          let cells = unsafe ring.cells(slot, receptor: receptor)
          unsafe cells[Int(targets[synapse])] += weights[synapse]
        }
      }
    }
  }

  @inline(__always)
  private func forEachRow(_ spikes: LaggedSpikes, _ neurons: Range<Int>?, _ body: (Range<Int>) -> Void) {
    for spike in 0..<spikes.list.count(lag: spikes.lag) {
      guard let row = sources.row(of: spikes.list.neuron(spike, lag: spikes.lag)) else { continue }
      var synapses = starts[row]..<starts[row + 1]
      if let neurons { synapses = narrowed(synapses, to: neurons) }
      body(synapses)
    }
  }

  /// Whether a spike of this neuron goes over any synapse.
  package func reaches(from neuron: Int) -> Bool {
    guard let row = sources.row(of: neuron) else { return false }
    return starts[row + 1] > starts[row]
  }

  /// How many synapses the spikes of `lag` steps before go over.
  package func count(of spikes: SpikeList, lag: Int = 0) -> Int {
    var count = 0
    for spike in 0..<spikes.count(lag: lag) {
      if let row = sources.row(of: spikes.neuron(spike, lag: lag)) { count += starts[row + 1] - starts[row] }
    }
    return count
  }

  /// The part of an ascending row that ends on these neurons. - Complexity: O(log row).
  private func narrowed(_ row: Range<Int>, to neurons: Range<Int>) -> Range<Int> {
    let first = lowerBound(of: neurons.lowerBound, in: row)
    return first..<lowerBound(of: neurons.upperBound, in: first..<row.upperBound)
  }

  private func lowerBound(of neuron: Int, in range: Range<Int>) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if targets[middle] < neuron { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

private struct LaggedSpikes {
  let list: SpikeList
  let lag: Int
}

/// Weights in the precision of the arrivals that they are added to.
private enum TypedWeights<Scalar: LaneScalar> {
  case same(Scalar)
  case each(LaneBuffer<Scalar>)

  @inline(__always)
  subscript(_ synapse: Int) -> Scalar {
    switch self {
    case .same(let weight): weight
    case .each(let weights): weights[synapse]
    }
  }
}

extension SynapseWeights {
  /// - Precondition: they were set with the precision of the target population.
  @inline(__always)
  fileprivate func values<Scalar: LaneScalar>(as type: Scalar.Type) -> TypedWeights<Scalar> {
    switch self {
    case .same(let weight): return .same(Scalar(weight))
    case .single(let weights): if let weights = weights as? LaneBuffer<Scalar> { return .each(weights) }
    case .double(let weights): if let weights = weights as? LaneBuffer<Scalar> { return .each(weights) }
    }
    preconditionFailure("weights of another precision than the arrivals")
  }
}
