/// The phase planes of the models that have two variables.
import Basics

enum SimplePlanes {
  /// u = 0.04 v² + 5 v + 140 + 1000 I, and u = b v.
  static let izhikevich = PhasePlane(
    "v", "u", jumps: true, reduction: "", source: "Izhikevich 2003, eqs. 1 and 2",
    range: { min(-85, $0["c"] - 10)...35 },
    xNullcline: { v, values in (0.04 * v + 5) * v + 140 + 1000 * (values["i_offset"] + values.current) },
    yNullcline: { v, values in values["b"] * v })

  /// w = g_L (v_rest − v + Δ_T e^{(v − v_thresh)/Δ_T}) + I, and w = a (v − v_rest); I with the synaptic currents.
  static let adaptiveExponential = PhasePlane(
    "v", "w", jumps: true, reduction: "synapses as they are now",
    source: "Brette & Gerstner 2005; Naud et al. 2008, doi:10.1007/s00422-008-0264-7",
    range: { min($0["v_rest"], $0["v_reset"]) - 10...max($0["v_thresh"], $0["v_reset"]) + 5 * $0["delta_T"] },
    xNullcline: { v, values in
      let slope = values["delta_T"]
      let upswing = slope * Elementary.exp((v - values["v_thresh"]) / slope)
      return values["cm"] / values["tau_m"] * (values["v_rest"] - v + upswing) + current(v, values)
    },
    yNullcline: { v, values in values["a"] * (v - values["v_rest"]) })

  /// Everything that flows in at a potential beside the leak and the channels of spikes [nA].
  static func current(_ v: Double, _ values: NeuronValues) -> Double {
    values["i_offset"] + values.current + values["gsyn_exc"] * (values["e_rev_E"] - v)
      + values["gsyn_inh"] * (values["e_rev_I"] - v)
  }
}
