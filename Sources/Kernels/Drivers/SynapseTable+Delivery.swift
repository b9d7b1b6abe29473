/// Delivery: the one loop in which a spike becomes arrivals.

extension SynapseTable {
  /// Adds the weights of the spiking neurons' synapses to the arrivals of their targets.
  ///
  /// - Parameters:
  ///   - spikes: neurons of the source population that spiked in step `tick`.
  ///   - neurons: the neurons of the target population that this thread owns, or nil for all.
  /// - Returns: how many synapses were served. - Complexity: O(their number).
  package func deliver(_ spikes: [UInt32], tick: Int, onto neurons: Range<Int>?) -> Int {
    if spikes.isEmpty || count == 0 { return 0 }
    switch (tray, targets) {
    case (.single(let tray), .narrow(let targets)): return scatter(spikes, tray.ring, targets, tick, neurons)
    case (.single(let tray), .wide(let targets)): return scatter(spikes, tray.ring, targets, tick, neurons)
    case (.double(let tray), .narrow(let targets)): return scatter(spikes, tray.ring, targets, tick, neurons)
    case (.double(let tray), .wide(let targets)): return scatter(spikes, tray.ring, targets, tick, neurons)
    case (nil, _): preconditionFailure("attach the table before the first step")
    }
  }

  /// What is the same for all synapses is found out before the loop over spikes.
  @inline(__always)
  private func scatter<L: Lane, Index: FixedWidthInteger & BitwiseCopyable>(
    _ spikes: [UInt32], _ ring: ArrivalRing<L>, _ targets: LaneBuffer<Index>, _ tick: Int, _ neurons: Range<Int>?
  ) -> Int {
    let targets = unsafe targets.pointer
    let now = unsafe ring.cells(ring.slot(tick: tick, delay: delays.shortest), receptor: receptor)
    switch (weights.values(as: L.Scalar.self), delays) {
    case (.same(let weight), .same):
      return forEachRow(spikes, neurons) { for synapse in $0 { unsafe now[Int(targets[synapse])] += weight } }
    case (.each(let weights), .same):
      let weights = unsafe weights.pointer
      return forEachRow(spikes, neurons) {
        for synapse in $0 { unsafe now[Int(targets[synapse])] += weights[synapse] }
      }
    case (let weights, .each(let delays, _, _)):
      return forEachRow(spikes, neurons) {
        for synapse in $0 {
          let slot = ring.slot(tick: tick, delay: Int(delays[synapse]))
          let cells = unsafe ring.cells(slot, receptor: receptor)
          unsafe cells[Int(targets[synapse])] += weights[synapse]
        }
      }
    }
  }

  @inline(__always)
  private func forEachRow(_ spikes: [UInt32], _ neurons: Range<Int>?, _ body: (Range<Int>) -> Void) -> Int {
    var events = 0
    for spike in spikes {
      guard let row = sources.row(of: Int(spike)) else { continue }
      var synapses = starts[row]..<starts[row + 1]
      if let neurons { synapses = narrowed(synapses, to: neurons) }
      body(synapses)
      events += synapses.count
    }
    return events
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
