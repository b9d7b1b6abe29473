/// Spikes under way: what will arrive at every neuron of a population, by the step in which it arrives.

/// For each of `slots` steps to come, the sum of arriving weights for every receptor of every neuron.
///
/// A slot is a row of lanes: block 0 receptor 0, block 0 receptor 1, block 1 receptor 0 … A synapse keeps the place of
/// its number in that row (its *cell*), so that delivery is one addition.
/// Sums are made in a fixed order, whatever the number of threads, so that rounding is always the same.
final class ArrivalRing<L: Lane>: Sendable {
  let slots: Int
  let receptors: Int
  let blocks: Int
  private let lanes: LaneBuffer<L>

  /// - Parameter longestDelay: in steps.
  init(blocks: Int, receptors: Int, longestDelay: Int) {
    slots = longestDelay + 1
    self.blocks = blocks
    self.receptors = receptors
    lanes = LaneBuffer(count: slots * blocks * receptors, repeating: .zero)
  }

  /// The slot of what arrives `delay` steps after step `tick`.
  @inline(__always)
  func slot(tick: Int, delay: Int = 0) -> Int { (tick &+ delay) % slots }

  /// The lanes of a slot, for the population's own loop.
  @inline(__always)
  func row(_ slot: Int) -> UnsafeMutablePointer<L> { unsafe lanes.pointer + slot * blocks * receptors }

  /// The numbers of a slot, for delivery.
  @inline(__always)
  func cells(_ slot: Int) -> UnsafeMutablePointer<L.Scalar> {
    unsafe UnsafeMutableRawPointer(row(slot)).assumingMemoryBound(to: L.Scalar.self)
  }

  func clear() { lanes.fill(.zero) }

  /// Where the number of a neuron's receptor is in a slot.
  static func cell(neuron: Int, receptor: Int, receptors: Int) -> Int {
    (neuron / L.width * receptors + min(receptor, receptors - 1)) * L.width + neuron % L.width
  }

  /// The neuron that a cell belongs to.
  static func neuron(cell: Int, receptors: Int) -> Int { cell / (L.width * receptors) * L.width + cell % L.width }
}
