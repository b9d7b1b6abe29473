/// What arrives at a block in a step: from the ring, or nothing where arrivals are added to the state.

protocol BlockArrivals {
  associatedtype L: Lane
  /// What arrives now; its place is free again afterwards.
  func take(_ block: Int, receptor: Int) -> L
}

@safe struct RingArrivals<L: Lane>: BlockArrivals {
  private let first: UnsafeMutablePointer<L>
  private let last: UnsafeMutablePointer<L>

  init(_ ring: ArrivalRing<L>, slot: Int) {
    unsafe first = ring.plane(slot, receptor: 0)
    unsafe last = ring.plane(slot, receptor: ring.receptors - 1)
  }

  @inline(__always)
  func take(_ block: Int, receptor: Int) -> L {
    let plane = unsafe receptor == 0 ? first : last
    let arriving = unsafe plane[block]
    unsafe plane[block] = .zero
    return arriving
  }
}

struct NoArrivals<L: Lane>: BlockArrivals {
  /// −0 and not 0: to add it changes no number whatever, so that the compiler leaves the addition out.
  @inline(__always)
  func take(_ block: Int, receptor: Int) -> L { L(repeating: -0.0) }
}
