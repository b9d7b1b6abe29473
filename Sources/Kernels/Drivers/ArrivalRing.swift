/// Spikes under way: what will arrive at every neuron of a population, by the step in which it arrives.
import Basics

/// For each of `slots` steps, the sum of arriving weights for every receptor of every neuron.
///
/// A slot has one plane for each receptor, and a plane is one number for each neuron, so that a synapse needs to keep
/// nothing but the index of its target, and delivery is one addition.
/// Sums are made in a fixed order, whatever the number of threads, so that rounding is always the same.
final class ArrivalRing<L: Lane>: Sendable {
  let slots: Int
  let receptors: Int
  let blocks: Int
  /// All slots, one after another.
  let lanes: LaneBuffer<L>

  /// - Parameter slots: 0 where nothing waits, for arrivals are added to the state.
  init(blocks: Int, receptors: Int, slots: Int) {
    self.slots = slots
    self.blocks = blocks
    self.receptors = receptors
    lanes = LaneBuffer(count: slots * blocks * receptors, repeating: .zero)
  }

  var memory: Int { lanes.count * MemoryLayout<L>.stride }

  /// The slot of what arrives `delay` steps after step `tick`.
  @inline(__always)
  func slot(tick: Int, delay: Int = 0) -> Int { slots == 1 ? 0 : (tick &+ delay) % slots }

  /// The lanes of a receptor in a slot, for the population's own loop.
  @inline(__always)
  func plane(_ slot: Int, receptor: Int) -> UnsafeMutablePointer<L> {
    unsafe lanes.pointer + (slot * receptors + receptor) * blocks
  }

  /// The numbers of a receptor in a slot, one a neuron, for delivery.
  @inline(__always)
  func cells(_ slot: Int, receptor: Int) -> UnsafeMutablePointer<L.Scalar> {
    unsafe UnsafeMutableRawPointer(plane(slot, receptor: receptor)).assumingMemoryBound(to: L.Scalar.self)
  }

  func clear() { lanes.fill(.zero) }

  /// Only what is under way counts, so that a ring that is longer than it has to be changes nothing.
  func hash(into hash: inout StateHash, neurons: Int, tick: Int) {
    for delay in 0..<slots {
      for receptor in 0..<receptors {
        let arriving = unsafe cells(slot(tick: tick, delay: delay), receptor: receptor)
        for neuron in 0..<neurons {
          let sum = unsafe arriving[neuron]
          if sum == 0 { continue }
          hash.add(delay)
          hash.add(receptor)
          hash.add(neuron)
          hash.add(Double(sum))
        }
      }
    }
  }
}
