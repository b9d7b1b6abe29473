/// The benchmarks 1 to 3 of Brette et al. 2007 (doi:10.1007/s10827-007-0038-6, appendix 2), after Vogels and Abbott.
import Basics
import NetworkModel

/// Four fifths of the neurons excite, one fifth inhibits, and each has 80 synapses on average from all of them.
enum VogelsAbbott {
  static func currents(neurons: Int) -> NetworkSpec {
    let parameters = membrane.merging(["v_rest": -49]) { $1 }
    return network(
      neurons, "IF_curr_exp", parameters, initial: ["v": .uniform(low: -60, high: -50)], weights: (0.0162, -0.09))
  }

  /// The excitatory synapses among themselves learn by pairs, with twice their strength as the greatest weight.
  static var plastic: NetworkSpec {
    var spec = currents(neurons: 4000)
    spec.projections[0].plasticity = PlasticitySpec(
      rule: "stdp_pair", parameters: ["A_plus": .number(0.001), "A_minus": .number(0.00105)], weights: 0...0.0324)
    return spec
  }

  static var conductances: NetworkSpec {
    let parameters = membrane.merging(["v_rest": -60, "e_rev_E": 0, "e_rev_I": -80]) { $1 }
    return network(4000, "IF_cond_exp", parameters, initial: open, weights: (0.006, 0.067))
  }

  static var spikeCurrents: NetworkSpec {
    let parameters: [String: Double] = [
      "cm": 0.2, "g_leak": 0.01, "e_rev_leak": -60, "gbar_Na": 20, "e_rev_Na": 50, "gbar_K": 6, "e_rev_K": -90,
      "v_offset": -63, "e_rev_E": 0, "e_rev_I": -80, "tau_syn_E": 5, "tau_syn_I": 10, "v_thresh": -20, "tau_refrac": 3,
    ]
    return network(4000, "HH_cond_exp", parameters, initial: open, weights: (0.006, 0.067))
  }

  private static let membrane: [String: Double] = [
    "cm": 0.2, "tau_m": 20, "v_reset": -60, "v_thresh": -50, "tau_refrac": 5, "tau_syn_E": 5, "tau_syn_I": 10,
  ]

  /// Without conductances at first nobody would ever fire. Some begin below 0, as in the preset: cut off at 0 the
  /// inhibition is so strong that all falls silent.
  private static let open: [String: ValueSource] = [
    "v": .normal(mean: -65, deviation: 5, min: nil, max: nil),
    "gsyn_exc": .normal(mean: 0.04, deviation: 0.015, min: nil, max: nil),
    "gsyn_inh": .normal(mean: 0.2, deviation: 0.12, min: nil, max: nil),
  ]

  private static func network(
    _ neurons: Int, _ model: String, _ parameters: [String: Double], initial: [String: ValueSource],
    weights: (excitatory: Double, inhibitory: Double)
  ) -> NetworkSpec {
    var spec = NetworkSpec()
    spec.seed = 42
    let excitatory = neurons * 4 / 5
    spec.populations = [
      PopulationSpec("exc", excitatory, model, parameters, initial: initial),
      PopulationSpec("inh", neurons - excitatory, model, parameters, initial: initial),
    ]
    for source in spec.populations {
      for target in spec.populations {
        let isExcitatory = source.name == "exc"
        spec.projections.append(
          ProjectionSpec(
            name: ProjectionSpec.usualName(from: source.name, to: target.name),
            from: Selection(all: source.name, size: source.size),
            to: Selection(all: target.name, size: target.size), connector: .fixedProbability(80 / Double(neurons)),
            receptor: isExcitatory ? .excitatory : .inhibitory,
            weight: .constant(isExcitatory ? weights.excitatory : weights.inhibitory), delay: .constant(0.1)))
      }
    }
    return spec
  }
}
