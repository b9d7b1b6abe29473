/// Delivery: the one loop in which a spike becomes arrivals.

extension SynapseTable {
  /// Adds the weights of the spiking neurons' synapses to the arrivals of their targets.
  ///
  /// - Parameters:
  ///   - spikes: neurons of the source population that spiked in step `tick`.
  ///   - neurons: the neurons of the target population that this thread owns, or nil for all.
  /// - Complexity: O(synapses served).
  package func deliver(_ spikes: SpikeList, tick: Int, onto neurons: Range<Int>?) {
    if spikes.isEmpty || count == 0 { return }
    switch (tray, targets) {
    case (.single(let tray), .narrow(let targets)): scatter(spikes, tray.ring, targets, tick, neurons)
    case (.single(let tray), .wide(let targets)): scatter(spikes, tray.ring, targets, tick, neurons)
    case (.double(let tray), .narrow(let targets)): scatter(spikes, tray.ring, targets, tick, neurons)
    case (.double(let tray), .wide(let targets)): scatter(spikes, tray.ring, targets, tick, neurons)
    case (nil, _): preconditionFailure("attach the table before the first step")
    }
  }

  /// What is the same for all synapses is found out before the loop over spikes.
  @inline(__always)
  private func scatter<L: Lane, Index: FixedWidthInteger & BitwiseCopyable>(
    _ spikes: SpikeList, _ ring: ArrivalRing<L>, _ targets: LaneBuffer<Index>, _ tick: Int, _ neurons: Range<Int>?
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
  private func forEachRow(_ spikes: SpikeList, _ neurons: Range<Int>?, _ body: (Range<Int>) -> Void) {
    for spike in 0..<spikes.count {
      guard let row = sources.row(of: spikes[spike]) else { continue }
      var synapses = starts[row]..<starts[row + 1]
      if let neurons { synapses = narrowed(synapses, to: neurons) }
      body(synapses)
    }
  }

  /// How many synapses these spikes go over.
  package func count(of spikes: SpikeList) -> Int {
    var count = 0
    for spike in 0..<spikes.count {
      if let row = sources.row(of: spikes[spike]) { count += starts[row + 1] - starts[row] }
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
