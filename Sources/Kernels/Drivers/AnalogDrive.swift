/// A constant input to a population through the weights of a projection, W·x, kept so that a step only adds it.

package final class AnalogDrive: Sendable {
  private enum Sums: Sendable {
    case single(ArrivalRing<FloatLane>, LaneBuffer<FloatLane>)
    case double(ArrivalRing<DoubleLane>, LaneBuffer<DoubleLane>)
  }

  private let sums: Sums
  private let delay: Int

  /// - Parameter contributions: calls its argument with a cell and what to add there, in a fixed order.
  ///   The sums are made in double precision and rounded once.
  init(_ ring: TypedRing, delay: Int, _ contributions: ((_ cell: Int, _ value: Double) -> Void) -> Void) {
    self.delay = delay
    switch ring {
    case .single(let ring): sums = .single(ring, Self.lanes(of: ring, contributions))
    case .double(let ring): sums = .double(ring, Self.lanes(of: ring, contributions))
    }
  }

  private static func lanes<L: Lane>(
    of ring: ArrivalRing<L>, _ contributions: ((_ cell: Int, _ value: Double) -> Void) -> Void
  ) -> LaneBuffer<L> {
    var total = Array(repeating: 0.0, count: ring.blocks * ring.receptors * L.width)
    contributions { cell, value in total[cell] += value }
    let lanes = LaneBuffer<L>(count: ring.blocks * ring.receptors, repeating: .zero)
    for (cell, value) in total.enumerated() { lanes[cell / L.width][cell % L.width] = L.Scalar(value) }
    return lanes
  }

  /// Adds the input of step `tick` to what arrives. - Complexity: O(targets).
  package func deliver(tick: Int) {
    switch sums {
    case .single(let ring, let lanes): Self.add(lanes, to: ring, slot: ring.slot(tick: tick, delay: delay))
    case .double(let ring, let lanes): Self.add(lanes, to: ring, slot: ring.slot(tick: tick, delay: delay))
    }
  }

  @inline(__always)
  private static func add<L: Lane>(_ lanes: LaneBuffer<L>, to ring: ArrivalRing<L>, slot: Int) {
    let row = unsafe ring.row(slot)
    for index in 0..<lanes.count { unsafe row[index] = row[index] + lanes[index] }
  }
}
