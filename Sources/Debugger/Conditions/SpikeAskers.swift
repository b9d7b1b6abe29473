/// By neuron, who asks about it: so a step costs its spikes, however many ask.
import NetworkModel
import Simulation

struct SpikeAskers {
  /// All neurons of a population, of which there is no list.
  private struct Whole {
    let group: Int
    let first: Int
    let end: Int
  }

  /// A group that a neuron belongs to, and its place among its neurons.
  struct Asker {
    let group: Int
    let place: Int
  }

  private var wholes: [Whole] = []
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
        wholes.append(Whole(group: group, first: first, end: first + size))
        continue
      }
      for (place, index) in neurons.ranges.joined().enumerated() {
        lists[first + index].append(Asker(group: group, place: place))
      }
    }
    askers = lists.flatMap { $0 }
    if askers.isEmpty { return }
    starts = lists.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    isAsked = Array(repeating: 0, count: lists.count / 64 + 1)
    for (neuron, list) in lists.enumerated() where !list.isEmpty { isAsked[neuron / 64] |= 1 << (neuron % 64) }
  }

  /// Finds the groups to which spikes belong, and their places in these.
  /// - Parameters:
  ///   - spikes: of one step.
  ///   - found: is filled anew.
  /// - Complexity: O(spikes), for each whole population.
  func find(_ spikes: [UInt32], into found: inout [Asker]) {
    if !found.isEmpty { found.removeAll(keepingCapacity: true) }
    for whole in wholes {
      for spike in spikes where Int(spike) >= whole.first && Int(spike) < whole.end {
        found.append(Asker(group: whole.group, place: Int(spike) - whole.first))
      }
    }
    if askers.isEmpty { return }
    for spike in spikes where isAsked[Int(spike) / 64] & 1 << (UInt64(spike) % 64) != 0 {
      found.append(contentsOf: askers[starts[Int(spike)]..<starts[Int(spike) + 1]])
    }
  }
}
