/// Propagators of the leaky membrane over one step, and the parameters that every model of it has.
import Basics

enum ExactLeak {
  /// What a constant current of 1 nA adds to v within a step [mV/nA].
  static func currentToV(_ p: NeuronParameters, dt: Double) -> Double {
    -(p["tau_m"] / p["cm"]) * Elementary.expMinusOne(-dt / p["tau_m"])
  }

  /// What a synaptic current of 1 nA at the start of a step, decaying with `tau`, adds to v within it [mV/nA].
  ///
  /// (1/c_m)·(e^{−dt/τ_m} − e^{−dt/τ})/(1/τ − 1/τ_m), written so that close time constants lose no digits and
  /// equal ones give the limit (dt/c_m)·e^{−dt/τ}. - References: Rotter & Diesmann 1999, section 3.1.2.
  static func synapseToV(_ p: NeuronParameters, tau: Double, dt: Double) -> Double {
    let difference = dt / p["tau_m"] - dt / tau
    let shape = difference == 0 ? 1 : -Elementary.expMinusOne(-difference) / difference
    return dt / p["cm"] * Elementary.exp(-dt / tau) * shape
  }
}

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

  static func refractorySteps(_ p: NeuronParameters, dt: Double) -> Double { (p["tau_refrac"] / dt).rounded() }
}
