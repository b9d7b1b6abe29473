/// A neuron with its parameters, synapses and stimuli in a network of its own, where all that fired into it is played.
import Basics
import NetworkModel
import Simulation
import Testing

@testable import Debugger

/// The network knows nothing of shares, so that it can say whether an answer is right.
struct Twin {
  struct Arrival: Hashable {
    let neuron: NeuronAddress
    let stamp: Tick
  }

  private let spec: NetworkSpec
  /// The presynaptic neurons, in the order of the sources.
  private let sources: [NeuronAddress]
  /// By source: the stamps of its spikes.
  private let stamps: [[Tick]]

  /// - Precondition: neither weights nor stimuli but `current` hang on anything else: no noise.
  init(
    _ network: NetworkSpec, _ neuron: NeuronAddress, of session: borrowing DebugSession,
    trains: [NeuronAddress: [Tick]]
  ) {
    let synapses = session.simulation.incoming(population: neuron.population, index: neuron.index)
    let sources = Set(synapses.map { NeuronAddress(population: $0.population, index: $0.index) })
      .sorted { ($0.population, $0.index) < ($1.population, $1.index) }
    self.sources = sources
    stamps = sources.map { trains[$0] ?? [] }
    var spec = network
    var own = network.populations[neuron.population]
    let initial = session.simulation.initialState(population: neuron.population, index: neuron.index)
    own.name = "twin"
    own.shape = [1]
    own.initial = ["v": .constant(initial[0])]
    spec.populations = [
      PopulationSpec(
        name: "others", shape: [max(1, sources.count)], model: "SpikeSourceArray",
        parameters: ["spike_times": .spikeTimes(stamps.map { $0.map { $0.time(dt: network.dt) } })]), own,
    ]
    spec.projections = [0, 1].map { receptor in
      ProjectionSpec(
        name: "receptor \(receptor)", from: Selection(all: "others", size: max(1, sources.count)),
        to: Selection(all: "twin", size: 1),
        connector: .list(
          synapses.filter { $0.receptor == receptor }.map { synapse in
            ListedSynapse(
              pre: sources.firstIndex(of: NeuronAddress(population: synapse.population, index: synapse.index)) ?? 0,
              post: 0, weight: session.simulation.weight(of: synapse),
              delay: Milliseconds(Double(synapse.delay) * network.dt.value))
          }), receptor: receptor == 0 ? .excitatory : .inhibitory)
    }.filter { if case .list(let list) = $0.connector { !list.isEmpty } else { true } }
    spec.stimuli = network.stimuli.compactMap { stimulus in
      guard stimulus.target.population == network.populations[neuron.population].name,
        stimulus.target.contains(neuron.index)
      else { return nil }
      return StimulusSpec(into: Selection(all: "twin", size: 1), stimulus.kind)
    }
    self.spec = spec
  }

  /// All that set out before a time.
  func arrivals(before end: Tick) -> [Arrival] {
    zip(sources, stamps).flatMap { source, stamps in
      stamps.filter { $0 < end }.map { Arrival(neuron: source, stamp: $0) }
    }
  }

  /// Whether it fires at one of these ticks when some arrivals are left out.
  func fires(from first: Tick, through last: Tick, without left: [Arrival]) throws -> Bool {
    var spec = spec
    spec.without = left.map { arrival in
      let place = sources.firstIndex(of: arrival.neuron) ?? 0
      return WithoutSpec(
        .arrival(
          from: NeuronPlace("others", place), to: NeuronPlace("twin", 0), at: arrival.stamp.time(dt: spec.dt)))
    }
    var simulation = try Simulation(spec)
    var fires = false
    while simulation.tick < last {
      simulation.step()
      let hasFired = simulation.lastSpikes.contains(UInt32(simulation.populations[1].firstNeuron))
      if hasFired, simulation.tick >= first { fires = true }
    }
    return fires
  }
}
