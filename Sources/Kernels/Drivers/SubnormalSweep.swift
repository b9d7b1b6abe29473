/// What has decayed to next to nothing becomes nothing.

/// A synaptic current that nobody feeds falls, in some seconds, into subnormal numbers, with which processors compute
/// several times slower, and rounding keeps it there for ever. So, at fixed steps, magnitudes far below anything that
/// can move a membrane are set to 0.
///
/// Not by the processor's flush-to-zero mode, which is a property of a thread that others use, too; not in every step,
/// which would cost all networks what few need. The steps are fixed, so that results depend on nothing else.
enum SubnormalSweep {
  static let interval = 256

  /// After the step from this tick.
  static func isDue(tick: Int) -> Bool { tick % interval == interval - 1 }

  /// - Complexity: O(lanes), every 256 steps.
  static func sweep<L: Lane>(_ lanes: UnsafeMutableBufferPointer<L>) {
    let limit = L(repeating: L.Scalar.negligible)
    for index in lanes.indices {
      let lane = unsafe lanes[index]
      let magnitude = L.maximum(lane, L.zero - lane)
      unsafe lanes[index] = lane.replacing(with: .zero, where: limit .> magnitude)
    }
  }
}
