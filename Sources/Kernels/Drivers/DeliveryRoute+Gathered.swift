/// Delivery of rows that have been gathered by chunk before.

extension DeliveryRoute {
  /// What the chunk's list has, and then what there was no room for. A call of its own, so that those who never gather
  /// do not make room for it.
  @inline(never)
  func deliverGathered(_ spikes: ServedSpikes, tick: Int, onto chunk: Int) -> Int {
    switch ends {
    case .single(let landing): deliverGathered(spikes, landing, tick: tick, chunk)
    case .double(let landing): deliverGathered(spikes, landing, tick: tick, chunk)
    case .nowhere: 0
    }
  }

  private func deliverGathered<Scalar: LaneScalar>(
    _ spikes: ServedSpikes, _ landing: Landing<Scalar>, tick: Int, _ chunk: Int
  ) -> Int {
    guard let gathered = addresses.gathered else { return 0 }
    let cells = unsafe landing.cells(of: chunk, shift: addresses.shift)
    let short = unsafe ShortRows(
      cells: landing.now(cells, tick: tick &- lag &+ addresses.delay),
      weights: addresses.weights?.assumingMemoryBound(to: Scalar.self), weight: Scalar(addresses.weight),
      spread: landing.spread)
    return short.deliver(gathered, then: spikes, addresses, chunk: chunk)
  }
}
