/// The phase plane of Hodgkin–Huxley neurons: v and the potassium gate n.
import Basics

/// Four variables do not fit into a plane. m follows v at once, so that it stands at m∞(v); h is taken as it is now, which
/// holds for any set of rates, where a line such as h = 0.89 − 1.1 n fits one of them. So the nullcline of v moves with h:
/// down and to the right while the neuron is refractory.
///
///     0 = g_leak (e_leak − v) + gbar_Na m∞³ h (e_Na − v) + gbar_K n⁴ (e_K − v) + I,   n = n∞(v)
/// - References: Krinskii & Kokoz 1973, Biofizika 18:533, and Gerstner et al. 2014, Neuronal Dynamics, section 4.2 (m∞).
enum HodgkinHuxleyPlane {
  static func plane<Gates: GateRates>(_ gates: Gates.Type) -> PhasePlane where Gates.L == DoubleLane {
    PhasePlane(
      "v", "n", bounds: 0...1, jumps: false, reduction: "m = m∞(v), h and synapses as they are now",
      source: "Gerstner et al. 2014, Neuronal Dynamics, section 4.2",
      range: { $0["e_rev_K"] - 10...$0["e_rev_Na"] },
      xNullcline: { v, values in
        let open = balances(gates, v, values).m
        let inward =
          values["g_leak"] * (values["e_rev_leak"] - v)
          + values["gbar_Na"] * open * open * open * values["h"] * (values["e_rev_Na"] - v)
          + SimplePlanes.current(v, values)
        let fourth = inward / (values["gbar_K"] * (v - values["e_rev_K"]))
        return fourth >= 0 ? fourth.squareRoot().squareRoot() : .nan
      },
      yNullcline: { v, values in balances(gates, v, values).n })
  }

  private static func balances<Gates: GateRates>(
    _ gates: Gates.Type, _ v: Double, _ values: NeuronValues
  ) -> (m: Double, n: Double) where Gates.L == DoubleLane {
    let offset = values["v_offset"]
    let rates = Gates.rates(DoubleLane(repeating: v - (offset.isNaN ? 0 : offset)))
    return (rates.m.balance[0], rates.n.balance[0])
  }
}
