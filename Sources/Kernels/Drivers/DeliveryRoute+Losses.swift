/// Delivery where some arrivals are lost: rare, so that it may take its time, but to the same bits.

extension DeliveryRoute {
  /// Spikes that lose nothing are served as ever, in their order, those between two others together; sums are the same
  /// as if the lost arrivals had never been thought of.
  @inline(never)
  func deliverWithLosses(_ spikes: ServedSpikes, tick: Int, onto chunk: Int) -> Int {
    let losses = unsafe addresses.lost.pointee
    var (start, served) = (0, 0)
    for position in 0..<spikes.count {
      let lost = losses.lost(of: spikes[position], step: tick &- lag)
      if lost.isEmpty { continue }
      if start < position { served &+= deliverAll(spikes[start..<position], tick, chunk) }
      if !lost.isEverybody { served &+= deliver(spikes[position], butNotTo: lost, tick: tick, onto: chunk) }
      start = position + 1
    }
    return start == spikes.count ? served : served &+ deliverAll(spikes[start..<spikes.count], tick, chunk)
  }

  /// Once more, so that the loops for all cases are not copied here twice; what was gathered of these rows is left alone.
  @inline(never)
  private func deliverAll(_ spikes: ServedSpikes, _ tick: Int, _ chunk: Int) -> Int {
    deliver(spikes, tick: tick, onto: chunk)
  }

  private func deliver(_ neuron: Int, butNotTo lost: LostView.Targets, tick: Int, onto chunk: Int) -> Int {
    switch ends {
    case .single(let landing): deliver(neuron, butNotTo: lost, onto: landing, tick: tick, chunk: chunk)
    case .double(let landing): deliver(neuron, butNotTo: lost, onto: landing, tick: tick, chunk: chunk)
    case .nowhere: 0
    }
  }

  private func deliver<Scalar: LaneScalar>(
    _ neuron: Int, butNotTo lost: LostView.Targets, onto landing: Landing<Scalar>, tick: Int, chunk: Int
  ) -> Int {
    let table = addresses
    let row = table.row(of: neuron)
    if row < 0 { return 0 }
    let first = chunk &<< table.shift
    let cells = unsafe landing.cells(of: chunk, shift: table.shift)
    let weights = unsafe table.weights?.assumingMemoryBound(to: Scalar.self)
    let segment = row &* table.chunks &+ chunk
    var served = 0
    for synapse in unsafe Int(table.bounds[segment])..<Int(table.bounds[segment &+ 1]) {
      let target = unsafe Int(table.targets[synapse])
      if lost.contains(first &+ target) { continue }
      let delay = unsafe table.delays.map { unsafe Int($0[synapse]) } ?? table.delay
      let slot = landing.slots == 1 ? 0 : (tick &- lag &+ delay) % landing.slots
      let cell = slot &* landing.stride &+ Landing<Scalar>.place(of: target, spread: landing.spread)
      unsafe cells[cell] += weights.map { unsafe $0[synapse] } ?? Scalar(table.weight)
      served &+= 1
    }
    return served
  }
}
