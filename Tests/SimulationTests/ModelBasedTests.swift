/// The simulation against the naive one: random networks, step for step, neuron for neuron.
import Basics
import NetworkModel
import Testing

@testable import Simulation

@Suite struct ModelBasedTests {
  @Test(arguments: 1...40)
  func aRandomNetworkDoesWhatTheNaiveOneDoes(seed: UInt64) throws {
    try NaiveNetwork.expectTheSame(of: RandomSpec(seed: seed).spec, seed: seed)
  }
}

extension Simulation {
  var spikesByPopulation: [[Int]] {
    populations.map { info in
      lastSpikes.map(Int.init).filter { $0 >= info.firstNeuron && $0 < info.firstNeuron + info.size }
        .map { $0 - info.firstNeuron }
    }
  }
}

extension NaiveNetwork {
  /// A simulation and a naive network of the same description do the same for 150 steps.
  /// - Parameter seed: of what was drawn, for who reads of a failure.
  static func expectTheSame(of spec: NetworkSpec, seed: UInt64) throws {
    var simulation = try Simulation(spec)
    var naive = NaiveNetwork(simulation)
    for step in 0..<150 {
      simulation.step()
      let ours = simulation.spikesByPopulation
      let sources = ours.indices.map { naive.neurons[$0].isEmpty ? ours[$0] : [] }
      let theirs = naive.advance(step: step, sources: sources)
      try #require(ours == theirs, "seed \(seed), step \(step)")
      try #require(naive.largestDistance(from: simulation) < 1e-8, "seed \(seed), step \(step)")
    }
  }

  /// The largest difference of a membrane potential, in units of 1 + its size.
  func largestDistance(from simulation: borrowing Simulation) -> Double {
    var largest = 0.0
    for (population, neurons) in self.neurons.enumerated() {
      for (index, neuron) in neurons.enumerated() {
        let v = simulation.state(population: population, variable: 0, index: index)
        largest = max(largest, abs(v - neuron.v) / (1 + abs(v)))
      }
    }
    return largest
  }

  /// The same network, with the wiring, parameters and initial state that the simulation has drawn.
  init(_ simulation: borrowing Simulation) {
    let spec = simulation.spec
    var synapses: [Synapse] = []
    for (index, info) in simulation.projections.enumerated() {
      let projection = spec.projections[index]
      for row in 0..<info.sourceCount {
        simulation.forEachSynapse(of: index, fromSource: row) { target, weight, delay in
          synapses.append(
            Synapse(
              source: (info.sourcePopulation, projection.source.index(at: row)),
              target: (info.targetPopulation, projection.target.index(at: target)),
              receptor: projection.receptor == .excitatory ? 0 : 1, weight: weight, delay: delay))
        }
      }
    }
    let currents = spec.stimuli.compactMap { stimulus -> Current? in
      guard case .current(let amplitude, let from, let to) = stimulus.kind,
        let population = simulation.populationIndex(stimulus.target.population)
      else { return nil }
      let first = Int((from.value / spec.dt.value).rounded())
      let end = to.map { Int(($0.value / spec.dt.value).rounded()) } ?? Int.max
      return Current(
        population: population, neurons: stimulus.target, amplitude: amplitude, steps: first..<max(first, end))
    }
    var neurons: [[NaiveNeuron]] = []
    for population in simulation.populations.indices { neurons.append(Self.neurons(simulation, population)) }
    self.init(dt: spec.dt.value, neurons: neurons, synapses: synapses, currents: currents)
    (without, names) = (spec.without.map(\.part), spec.populations.map(\.name))
  }

  private static func neurons(_ simulation: borrowing Simulation, _ population: Int) -> [NaiveNeuron] {
    let info = simulation.populations[population]
    guard info.descriptor.kind == .neuron else { return [] }
    var neurons: [NaiveNeuron] = []
    for index in 0..<info.size {
      var numbers: [String: Double] = [:]
      var words: [String: String] = [:]
      for (field, parameter) in info.descriptor.parameters.enumerated() {
        switch simulation.parameter(population: population, field: field, index: index) {
        case .number(let value): numbers[parameter.name] = value
        case .choice(let word): words[parameter.name] = word
        case .times: break
        }
      }
      let v = simulation.state(population: population, variable: 0, index: index)
      neurons.append(NaiveNeuron(model: info.descriptor.id, numbers: numbers, words: words, v: v))
    }
    return neurons
  }
}
