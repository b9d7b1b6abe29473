/// A whole network, simulated the slow way: every synapse is looked at for every spike.
import Basics
import NetworkModel

/// Takes its wiring and its sources' spikes from the simulation under test, and works out everything else by itself.
struct NaiveNetwork {
  struct Synapse {
    let source: (population: Int, index: Int)
    let target: (population: Int, index: Int)
    let receptor: Int
    let weight: Double
    let delay: Int
  }

  struct Current {
    let population: Int
    let neurons: Selection
    let amplitude: Double
    let steps: Range<Int>
  }

  let dt: Double
  /// By population; empty for a source.
  var neurons: [[NaiveNeuron]]
  let synapses: [Synapse]
  let currents: [Current]
  /// What is left out, with the names that it uses, by population.
  var without: [WithoutSpec.Part] = []
  var names: [String] = []
  /// Excitatory and inhibitory.
  private var arrivals: [Place: [Double]] = [:]

  private struct Place: Hashable {
    let step: Int
    let population: Int
    let index: Int
  }

  init(dt: Double, neurons: [[NaiveNeuron]], synapses: [Synapse], currents: [Current]) {
    self.dt = dt
    self.neurons = neurons
    self.synapses = synapses
    self.currents = currents
  }

  /// Does step `step`. - Returns: who fired, by population, ascending.
  mutating func advance(step: Int, sources: [[Int]]) -> [[Int]] {
    var fired = sources
    var rest = Set(neurons.indices)
    while let population = rest.sorted().first(where: { isReady($0, rest: rest) }) {
      rest.remove(population)
      if !neurons[population].isEmpty { fired[population] = advance(population, step: step) }
      fired[population].removeAll { without.contains(.neuron(place(population, $0))) }
      for index in fired[population] { deliver(from: population, index, step: step) }
    }
    precondition(rest.isEmpty, "a circle without delay")
    return fired
  }

  /// Whether everything that reaches a population without delay has already been advanced.
  private func isReady(_ population: Int, rest: Set<Int>) -> Bool {
    !synapses.contains { $0.delay == 0 && $0.target.population == population && rest.contains($0.source.population) }
  }

  private mutating func advance(_ population: Int, step: Int) -> [Int] {
    var fired: [Int] = []
    for index in neurons[population].indices {
      let arriving = arrivals[Place(step: step, population: population, index: index)] ?? [0, 0]
      let injected = currents.filter {
        $0.population == population && $0.neurons.contains(index) && $0.steps.contains(step)
      }
      neurons[population][index].charge(
        dt: dt, injected: injected.reduce(0) { $0 + $1.amplitude }, arrivals: arriving)
      if neurons[population][index].firesAndResets(dt: dt) { fired.append(index) }
    }
    return fired
  }

  private mutating func deliver(from population: Int, _ index: Int, step: Int) {
    for synapse in synapses where synapse.source == (population, index) && arrives(over: synapse, step: step) {
      let place = Place(step: step + synapse.delay, population: synapse.target.population, index: synapse.target.index)
      arrivals[place, default: [0, 0]][synapse.receptor] += synapse.weight
    }
  }

  private func place(_ population: Int, _ index: Int) -> NeuronPlace {
    NeuronPlace(names.isEmpty ? "" : names[population], index)
  }

  private func arrives(over synapse: Synapse, step: Int) -> Bool {
    let source = place(synapse.source.population, synapse.source.index)
    let target = place(synapse.target.population, synapse.target.index)
    return !without.contains { part in
      switch part {
      case .neuron: false
      case .synapse(let from, let to): from == source && to == target
      case .spike(let neuron, let time): neuron == source && isStamp(time, of: step)
      case .arrival(let from, let to, let time): from == source && to == target && isStamp(time, of: step)
      }
    }
  }

  private func isStamp(_ time: Milliseconds, of step: Int) -> Bool { abs(time.value / dt - Double(step + 1)) < 0.5 }
}
