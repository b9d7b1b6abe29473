/// A constant input to a population through the weights of a projection, W·x, kept so that a step only adds it.

package struct AnalogDrive: Sendable {
  private enum Sums: Sendable {
    case single(ArrivalRing<FloatLane>, LaneBuffer<FloatLane>)
    case double(ArrivalRing<DoubleLane>, LaneBuffer<DoubleLane>)
  }

  private let sums: Sums
  private let receptor: Int
  private let delay: Int

  /// - Parameter totals: what a step gives to every neuron of the target population, in double precision.
  init(_ tray: ArrivalTray, receptor: Int, delay: Int, totals: [Double]) {
    self.receptor = receptor
    self.delay = delay
    switch tray {
    case .single(let tray): sums = .single(tray.ring, Self.lanes(totals, blocks: tray.ring.blocks))
    case .double(let tray): sums = .double(tray.ring, Self.lanes(totals, blocks: tray.ring.blocks))
    }
  }

  private static func lanes<L: Lane>(_ totals: [Double], blocks: Int) -> LaneBuffer<L> {
    let lanes = LaneBuffer<L>(count: blocks, repeating: .zero)
    for (neuron, value) in totals.enumerated() { lanes[neuron / L.width][neuron % L.width] = L.Scalar(value) }
    return lanes
  }

  /// Adds the input of step `tick` to what arrives. - Complexity: O(targets).
  package func deliver(tick: Int) {
    switch sums {
    case .single(let ring, let lanes): add(lanes, to: ring, slot: ring.slot(tick: tick, delay: delay))
    case .double(let ring, let lanes): add(lanes, to: ring, slot: ring.slot(tick: tick, delay: delay))
    }
  }

  @inline(__always)
  private func add<L: Lane>(_ lanes: LaneBuffer<L>, to ring: ArrivalRing<L>, slot: Int) {
    let plane = unsafe ring.plane(slot, receptor: receptor)
    for block in 0..<lanes.count { unsafe plane[block] = plane[block] + lanes[block] }
  }
}
