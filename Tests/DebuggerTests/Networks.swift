/// Small networks that fire, for the tests of this room.
import Basics
import NetworkModel

enum Networks {
  /// 80 excitatory and 20 inhibitory neurons that fire by themselves, a source that plays into them, and one population
  /// that cannot fire.
  static func active(seed: UInt64 = 7) -> NetworkSpec {
    var spec = NetworkSpec()
    spec.title = "active"
    spec.seed = seed
    let membrane: [String: ParameterSource] = [
      "cm": .number(.constant(0.2)), "tau_m": .number(.constant(20)), "v_rest": .number(.constant(-49)),
      "v_reset": .number(.constant(-60)), "v_thresh": .number(.constant(-50)), "tau_refrac": .number(.constant(2)),
      "tau_syn_I": .number(.constant(10)),
    ]
    let initial: [String: ValueSource] = ["v": .uniform(low: -60, high: -50)]
    spec.populations = [
      PopulationSpec(name: "exc", shape: [80], model: "IF_curr_exp", parameters: membrane, initial: initial),
      PopulationSpec(
        name: "noise", shape: [10], model: "SpikeSourcePoisson", parameters: ["rate": .number(.constant(100))]),
      PopulationSpec(name: "inh", shape: [20], model: "IF_curr_exp", parameters: membrane, initial: initial),
    ]
    spec.projections = [
      projection("exc->inh", "exc", 80, "inh", 20, .fixedProbability(0.2), .excitatory, 0.02),
      projection("inh->exc", "inh", 20, "exc", 80, .fixedProbability(0.2), .inhibitory, -0.05),
      projection("noise->exc", "noise", 10, "exc", 80, .allToAll, .excitatory, 0.05),
    ]
    return spec
  }

  /// A 2 × 2 picture into two neurons that integrate, by way of two that fire; the first pixel votes for 0.
  static func classifier(encoder: DataStimulus.Encoder = .current) -> NetworkSpec {
    var spec = NetworkSpec()
    spec.dt = Milliseconds(1)
    spec.populations = [
      PopulationSpec(name: "input", shape: [2, 2], model: "Input"),
      PopulationSpec(name: "hidden", shape: [2], model: "IF_discrete", parameters: ["reset": .choice("soft")]),
      PopulationSpec(name: "output", shape: [2], model: "Integrator"),
    ]
    let first = WeightMatrix(postCount: 2, preCount: 4, values: [1, 0, 0, 0, 0, 1, 0, 0])
    let second = WeightMatrix(postCount: 2, preCount: 2, values: [1, 0, 0, 1])
    spec.projections = [
      ProjectionSpec(
        name: "in", from: Selection(all: "input", size: 4), to: Selection(all: "hidden", size: 2),
        connector: .matrix(first)),
      ProjectionSpec(
        name: "out", from: Selection(all: "hidden", size: 2), to: Selection(all: "output", size: 2),
        connector: .matrix(second)),
    ]
    // Row 0 shows nothing and is not presented; row 3 is labelled wrongly on purpose.
    spec.datasets = [
      Dataset(
        name: "pictures", values: [0, 0, 0, 0, 1, 0.25, 0, 0, 0.25, 1, 0, 0, 1, 0, 0, 0], featureCount: 4,
        labels: [0, 0, 1, 1], presentedRows: [1, 2, 3])
    ]
    spec.stimuli = [
      StimulusSpec(
        into: Selection(all: "input", size: 4),
        .data(DataStimulus(dataset: "pictures", encoder: encoder, presentSteps: 8)))
    ]
    spec.readout = ReadoutSpec(population: "output", vote: .potential, at: [4, 8])
    return spec
  }

  /// The same with synapses that are conductances, and neurons after Hodgkin and Huxley among them.
  static func conductances() -> NetworkSpec {
    var spec = active(seed: 21)
    spec.populations[0].model = "IF_cond_exp"
    spec.populations[2] = PopulationSpec(name: "inh", shape: [20], model: "HH_cond_exp")
    spec.projections[1].weight = .constant(0.05)
    return spec
  }

  /// The same where what arrives from the noise is learned, with delays that differ.
  static func learning() -> NetworkSpec {
    var spec = active(seed: 22)
    spec.projections[2].plasticity = PlasticitySpec(rule: "stdp_pair", weights: 0...0.2)
    spec.projections[2].delay = .uniform(low: 0.5, high: 3)
    return spec
  }

  /// Synapses without delay in a circle: cannot be built.
  static func impossible() -> NetworkSpec {
    var spec = classifier()
    spec.projections.append(
      ProjectionSpec(
        name: "back", from: Selection(all: "output", size: 2), to: Selection(all: "hidden", size: 2),
        connector: .allToAll))
    return spec
  }

  private static func projection(
    _ name: String, _ source: String, _ sources: Int, _ target: String, _ targets: Int, _ connector: Connector,
    _ receptor: Receptor, _ weight: Double
  ) -> ProjectionSpec {
    ProjectionSpec(
      name: name, from: Selection(all: source, size: sources), to: Selection(all: target, size: targets),
      connector: connector, receptor: receptor, weight: .constant(weight), delay: .constant(0.5))
  }
}

/// Numbers that look random and are the same in every run.
struct SeededNumbers: RandomNumberGenerator {
  private let random: CounterRNG
  private var counter: UInt64 = 0
  init(seed: UInt64) { random = CounterRNG(seed: seed, stream: "test") }

  mutating func next() -> UInt64 {
    counter += 1
    let words = random.words(0, counter)
    return UInt64(words[0]) << 32 | UInt64(words[1])
  }
}
