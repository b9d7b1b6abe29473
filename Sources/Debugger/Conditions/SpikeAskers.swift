/// By neuron, who asks about it: so a step costs its spikes, however many ask.
import NetworkModel
import Simulation

struct SpikeAskers {
  /// All neurons of a population, of which there is no list.
  struct Whole {
    let group: Int
    let first: UInt32
    let end: UInt32
  }

  /// A group that a neuron belongs to, and its place among its neurons.
  struct Asker {
    let group: Int
    let place: UInt32
  }

  private(set) var wholes: [Whole] = []
  /// Of neuron n: askers[starts[n]..<starts[n + 1]].
  private var starts: [Int] = []
  private var askers: [Asker] = []
  /// By neuron, a bit for whether it has any: small enough to be at hand in every step.
  private var isAsked: [UInt64] = []

  init() {}

  /// - Parameter groups: those of some neurons, at the places of others.
  /// - Complexity: O(neurons + neurons asked about).
  init(_ groups: [Selection?], _ simulation: borrowing Simulation) {
    var lists = [[Asker]](repeating: [], count: simulation.neuronCount)
    for (group, neurons) in groups.enumerated() {
      guard let neurons, let population = simulation.populationIndex(neurons.population) else { continue }
      let (first, size) = (simulation.populations[population].firstNeuron, simulation.populations[population].size)
      if neurons == Selection(all: neurons.population, size: size) {
        wholes.append(Whole(group: group, first: UInt32(first), end: UInt32(first + size)))
        continue
      }
      for (place, index) in neurons.ranges.joined().enumerated() {
        lists[first + index].append(Asker(group: group, place: UInt32(place)))
      }
    }
    askers = lists.flatMap { $0 }
    if askers.isEmpty { return }
    starts = lists.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    isAsked = Array(repeating: 0, count: lists.count / 64 + 1)
    for (neuron, list) in lists.enumerated() where !list.isEmpty { isAsked[neuron / 64] |= 1 << (neuron % 64) }
  }

  /// The groups to which a neuron belongs, but for whole populations, and its places in these.
  /// - Complexity: O(1) for a neuron that belongs to none.
  subscript(_ neuron: UInt32) -> ArraySlice<Asker> {
    let neuron = Int(neuron)
    guard !askers.isEmpty, isAsked[neuron / 64] & 1 << (UInt64(neuron) % 64) != 0 else { return [] }
    return askers[starts[neuron]..<starts[neuron + 1]]
  }
}

extension SpikeAskers.Whole {
  /// Its own of the spikes of one step, which lie side by side.
  func own(_ spikes: [UInt32]) -> ArraySlice<UInt32> {
    let from = spikes.firstIndex { $0 >= first } ?? spikes.count
    let to = spikes[from...].firstIndex { $0 >= end } ?? spikes.count
    return spikes[from..<to]
  }
}
