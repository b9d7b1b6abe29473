/// Competition among the inputs of one neuron: Song, Miller and Abbott 2000 (doi:10.1038/78829), as the preset `song`.
import Basics
import NetworkModel

enum Song {
  /// - Parameter inputs: their conductance in all is that of 1,000.
  static func network(inputs: Int) -> NetworkSpec {
    var spec = NetworkSpec()
    spec.seed = 42
    spec.populations = [
      PopulationSpec("inputs", inputs, "SpikeSourcePoisson", ["rate": 15]),
      PopulationSpec(
        "neuron", 1, "IF_cond_exp",
        [
          "cm": 0.1, "tau_m": 10, "v_rest": -74, "v_reset": -60, "v_thresh": -54, "tau_refrac": 0, "e_rev_E": 0,
          "tau_syn_E": 5,
        ]),
    ]
    let greatest = 1e-4 * 1000 / Double(inputs)
    spec.projections = [
      ProjectionSpec(
        name: "learned", from: Selection(all: "inputs", size: inputs), to: Selection(all: "neuron", size: 1),
        connector: .allToAll, weight: .uniform(low: 0, high: greatest), delay: .constant(0.1),
        plasticity: PlasticitySpec(
          rule: "stdp_pair", parameters: ["A_plus": .number(0.01), "A_minus": .number(0.0105)],
          weights: 0...greatest))
    ]
    return spec
  }
}
