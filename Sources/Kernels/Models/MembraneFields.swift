/// What the models in physical time say of their membrane and of their synapses, once for all of them.
import Basics

/// Fields of the physical threshold models.
enum MembraneFields {
  static var parameters: [ParameterField] {
    [
      ParameterField(
        "cm", .capacitance, default: 1, in: 0...1e9, excludesLowerBound: true, doc: "Capacitance of the membrane."),
      ParameterField(
        "tau_m", .time, default: 20, in: 0...1e9, excludesLowerBound: true,
        doc: "Time constant of the membrane, R·cm: how fast it leaks."),
      ParameterField("v_rest", .voltage, default: -65, doc: "Where v goes without input."),
      ParameterField("i_offset", .current, default: 0, doc: "A constant current into the membrane."),
    ]
      + Threshold<DoubleLane>.fields(
        .voltage, thresh: -50, reset: -65,
        refractory: ParameterField(
          "tau_refrac", .time, default: 0.1, in: 0...1e9, doc: "How long v is held after a spike."))
  }

  static var v: StateVariable { StateVariable("v", .voltage, doc: "Membrane potential.") }

  static func refractorySteps(_ p: NeuronParameters, dt: Double) -> Double { (p["tau_refrac"] / dt).rounded() }
}

/// Fields and state of synapses with a time course.
enum SynapseFields {
  /// - Parameter what: `current` or `conductance`.
  static func timeConstants(_ what: String, excitatory: Double, inhibitory: Double) -> [ParameterField] {
    [("tau_syn_E", excitatory, "excitatory"), ("tau_syn_I", inhibitory, "inhibitory")].map { name, value, side in
      ParameterField(
        name, .time, default: value, in: 0...1e9, excludesLowerBound: true,
        doc: "Time constant of the \(side) synaptic \(what).")
    }
  }

  static func reversals(excitatory: Double, inhibitory: Double) -> [ParameterField] {
    [("e_rev_E", excitatory, "excitation"), ("e_rev_I", inhibitory, "inhibition")].map { name, value, side in
      ParameterField(name, .voltage, default: value, doc: "Where v goes under \(side) alone.")
    }
  }

  static var currents: [StateVariable] {
    [
      StateVariable("isyn_exc", .current, doc: "Excitatory synaptic current."),
      StateVariable("isyn_inh", .current, doc: "Inhibitory synaptic current, at most 0."),
    ]
  }

  static var conductances: [StateVariable] {
    [
      StateVariable("gsyn_exc", .conductance, doc: "Excitatory synaptic conductance."),
      StateVariable("gsyn_inh", .conductance, doc: "Inhibitory synaptic conductance."),
    ]
  }

  /// The inner variables of alpha functions: arrivals jump here, and the current or conductance follows.
  static func rising(_ dimension: Dimension) -> [StateVariable] {
    [
      StateVariable("rise_exc", dimension, doc: "Excitatory arrivals whose alpha function is still rising."),
      StateVariable("rise_inh", dimension, doc: "Inhibitory arrivals whose alpha function is still rising."),
    ]
  }
}
