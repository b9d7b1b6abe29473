/// Networks whose neurons have reasons to fire, and ways to look at what they did.
import Basics
import NetworkModel
import Simulation

@testable import Debugger

enum WhyNetworks {
  /// 60 neurons driven by noise of their own and by each other, in double precision.
  static func current(
    _ model: String, numbers: [String: Double] = [:], words: [String: String] = [:], hasNoise: Bool = true
  ) -> NetworkSpec {
    var spec = NetworkSpec()
    spec.title = model
    spec.precision = .double
    spec.seed = 5
    let isDelta = model == "IF_curr_delta"
    var parameters: [String: ParameterSource] = [
      "cm": .number(.constant(0.2)), "tau_m": .number(.constant(20)), "v_rest": .number(.constant(-60)),
      "v_reset": .number(.constant(-63)), "v_thresh": .number(.constant(-52)), "tau_refrac": .number(.constant(2)),
      "i_offset": .number(.constant(0.03)),
    ]
    for (name, value) in numbers { parameters[name] = .number(.constant(value)) }
    for (name, word) in words { parameters[name] = .choice(word) }
    spec.populations = [
      PopulationSpec(
        name: "exc", shape: [60], model: model, parameters: parameters, initial: ["v": .uniform(low: -62, high: -53)]),
      PopulationSpec(
        name: "noise", shape: [20], model: "SpikeSourcePoisson", parameters: ["rate": .number(.constant(90))]),
    ]
    let weight = isDelta ? 1.2 : 0.12
    spec.projections = [
      projection("noise->exc", "noise", 20, "exc", 60, 0.8, .excitatory, weight),
      projection("exc->exc", "exc", 60, "exc", 60, 0.1, .inhibitory, -weight / 2),
    ]
    spec.stimuli = [
      StimulusSpec(
        into: Selection(all: "exc", size: 60),
        .poisson(rate: 200, weight: weight / 4, receptor: .excitatory)),
      StimulusSpec(
        into: Selection(all: "exc", size: 60), .current(amplitude: 0.02, from: Milliseconds(50), to: Milliseconds(200))),
    ]
    if !hasNoise { spec.stimuli.removeFirst() }
    return spec
  }

  static func izhikevich() -> NetworkSpec {
    var spec = current("IF_curr_delta")
    spec.title = "Izhikevich"
    spec.populations[0].model = "Izhikevich"
    spec.populations[0].parameters = ["i_offset": .number(.constant(0.004))]
    spec.populations[0].initial = [:]
    return spec
  }

  /// Steps without units, with samples between which nothing is kept.
  static func discrete(_ model: String) -> NetworkSpec {
    var spec = Networks.classifier()
    spec.title = model
    spec.precision = .double
    spec.populations[1].model = model
    // Both fire within the first sample that shows them anything.
    spec.populations[1].parameters["v_thresh"] = .number(.constant(0.4))
    return spec
  }

  private static func projection(
    _ name: String, _ source: String, _ sources: Int, _ target: String, _ targets: Int, _ probability: Double,
    _ receptor: Receptor, _ weight: Double
  ) -> ProjectionSpec {
    ProjectionSpec(
      name: name, from: Selection(all: source, size: sources), to: Selection(all: target, size: targets),
      connector: .fixedProbability(probability), receptor: receptor, weight: .constant(weight),
      delay: .uniform(low: 0.3, high: 2))
  }
}

extension DebugSession {
  /// Those that have a membrane and can fire.
  var firingNeurons: [NeuronAddress] {
    simulation.populations.indices.filter {
      simulation.populations[$0].descriptor.kind == .neuron && simulation.populations[$0].descriptor.fires
    }.flatMap { population in
      (0..<simulation.populations[population].size).map { NeuronAddress(population: population, index: $0) }
    }
  }

  /// The stamps of all spikes, by neuron.
  var trains: [NeuronAddress: [Tick]] {
    var trains: [NeuronAddress: [Tick]] = [:]
    for step in history.spikes.firstStep..<history.spikes.endStep {
      for place in history.spikes.range(ofSteps: step..<step + 1) {
        let number = Int(history.spikes.spikes[place])
        let population = simulation.populations.lastIndex { $0.firstNeuron <= number } ?? 0
        let index = number - simulation.populations[population].firstNeuron
        trains[NeuronAddress(population: population, index: index), default: []].append(Tick(step + 1))
      }
    }
    return trains
  }

  /// All of their spikes so far, by their stamps.
  func spikes(of neurons: [NeuronAddress]) -> [(NeuronAddress, Tick)] {
    neurons.flatMap { neuron in
      let number = UInt32(simulation.populations[neuron.population].firstNeuron + neuron.index)
      return history.spikes.steps(ofNeuron: number).map { (neuron, Tick($0 + 1)) }
    }
  }
}
