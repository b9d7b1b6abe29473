/// What the Hodgkin–Huxley models say of themselves beside their numbers.
import Basics

/// The numbers in which `HH_squid` and `HH_cond_exp` differ.
struct HodgkinHuxleyFields {
  var cm: Double
  var leak: (conductance: Double, reversal: Double)
  var sodium: (conductance: Double, reversal: Double)
  var potassium: (conductance: Double, reversal: Double)
  var offset: Double?
  var tau: (excitatory: Double, inhibitory: Double)
  var threshold: Double
  var refractory: Double

  private func conductance(_ name: String, _ value: Double, _ what: String) -> ParameterField {
    ParameterField(name, .conductance, default: value, in: 0...1e9, doc: "Conductance of \(what).")
  }

  private func reversal(_ name: String, _ value: Double, _ what: String) -> ParameterField {
    ParameterField(name, .voltage, default: value, doc: "Reversal potential of \(what).")
  }

  var parameters: [ParameterField] { membrane + channels + synapses + detection + method }

  private var membrane: [ParameterField] {
    [
      ParameterField(
        "cm", .capacitance, default: cm, in: 0...1e9, excludesLowerBound: true, doc: "Capacitance of the membrane."),
      ParameterField("i_offset", .current, default: 0, doc: "A constant current into the membrane."),
    ]
  }

  private var channels: [ParameterField] {
    let offsets = offset.map {
      [ParameterField("v_offset", .voltage, default: $0, doc: "Shifts the rates of the gates along v.")]
    }
    return [
      conductance("g_leak", leak.conductance, "the leak"), reversal("e_rev_leak", leak.reversal, "the leak"),
      conductance("gbar_Na", sodium.conductance, "sodium with all gates open"),
      reversal("e_rev_Na", sodium.reversal, "sodium"),
      conductance("gbar_K", potassium.conductance, "potassium with all gates open"),
      reversal("e_rev_K", potassium.reversal, "potassium"),
    ] + (offsets ?? [])
  }

  private var synapses: [ParameterField] {
    SynapseFields.timeConstants("conductance", excitatory: tau.excitatory, inhibitory: tau.inhibitory)
      + SynapseFields.reversals(excitatory: 0, inhibitory: -80)
  }

  private var detection: [ParameterField] {
    [
      ParameterField("v_thresh", .voltage, default: threshold, doc: "A spike is noted when v gets here."),
      ParameterField(
        "tau_refrac", .time, default: refractory, in: 0...1e9,
        doc: "How long no further spike is noted; v goes on meanwhile."),
    ]
  }

  private var method: [ParameterField] {
    [
      ParameterField(
        "integrator", choices: ["staggered", "exponential_euler"],
        doc: "Gates half a step before v (second order), or both by what the other was (first order, as Brian2)."),
      Substeps<DoubleLane>.field(default: 1, of: "dt is cut for v and gates"),
    ]
  }

  static var state: [StateVariable] {
    [
      MembraneFields.v,
      StateVariable("m", .none, doc: "Activation of sodium; in balance with v at first."),
      StateVariable("h", .none, doc: "Inactivation of sodium; in balance with v at first."),
      StateVariable("n", .none, doc: "Activation of potassium; in balance with v at first."),
    ] + SynapseFields.conductances + [
      StateVariable("refractory", .time, doc: "Time until the next spike can be noted.", isInitial: false)
    ]
  }

  static var equations: [String] {
    [
      "cm dv/dt = g_leak (e_rev_leak - v) + gbar_Na m^3 h (e_rev_Na - v) + gbar_K n^4 (e_rev_K - v)",
      "         + gsyn_exc (e_rev_E - v) + gsyn_inh (e_rev_I - v) + i_offset + I",
      "dx/dt = alpha_x(v) (1 - x) - beta_x(v) x  for m, h, n;  tau_syn dgsyn/dt = -gsyn;  an arrival: gsyn += w",
    ]
  }

  static let ending = [
    "v >= v_thresh and not refractory: spike; v is neither reset nor held",
    "integrator staggered: gates half a sub-step before v, each by its exponential, second order",
  ]
}
