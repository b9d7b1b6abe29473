/// A pyramidal cell after Traub and Miles, with exponential synaptic conductances.
package import Basics

/// PyNN's `HH_cond_exp`, NEST's `hh_cond_exp_traub`, the neuron of the benchmark COBAHH.
///
/// The defaults are PyNN's. For the integration see ``HodgkinHuxley``, for the rates ``TraubRates``.
/// - References: Traub & Miles 1991; Brette et al. 2007, doi:10.1007/s10827-007-0038-6, appendix 2, benchmark 3.
package enum HHCondExp<L: Lane>: HodgkinHuxley {
  package typealias State = HodgkinHuxleyState<L>
  package typealias Coefficients = HodgkinHuxleyCoefficients<L>
  package typealias Gates = TraubRates<L>

  package static var descriptor: ModelDescriptor {
    let fields = HodgkinHuxleyFields(
      cm: 0.2, leak: (0.01, -65), sodium: (20, 50), potassium: (6, -90), offset: -63, tau: (0.2, 2), threshold: -20,
      refractory: 3)
    return ModelDescriptor(
      id: "HH_cond_exp", plainName: "hh-traub", kind: .neuron,
      summary: "Hodgkin–Huxley neuron with the channels of Traub and Miles and exponential synaptic conductances.",
      equations: HodgkinHuxleyFields.equations + [
        "u = v - v_offset",
        "alpha_m = 0.32 (13-u)/(exp((13-u)/4)-1), beta_m = 0.28 (u-40)/(exp((u-40)/5)-1)",
        "alpha_h = 0.128 exp((17-u)/18), beta_h = 4/(1+exp((40-u)/5))",
        "alpha_n = 0.032 (15-u)/(exp((15-u)/5)-1), beta_n = 0.5 exp((10-u)/40)",
      ] + HodgkinHuxleyFields.ending,
      parameters: fields.parameters, state: HodgkinHuxleyFields.state, weightDimension: .conductance,
      isDimensionless: false, reference: "Traub & Miles 1991; Brette et al. 2007, doi:10.1007/s10827-007-0038-6",
      plane: HodgkinHuxleyPlane.plane(TraubRates<DoubleLane>.self),
      step: HodgkinHuxleyFields.step(
        offset: StepEquations.Line("U", "v - v_offset", .voltage),
        rates: [
          ("m", "0.32*(13 - U)/(exp((13 - U)/4) - 1)", "0.28*(U - 40)/(exp((U - 40)/5) - 1)"),
          ("h", "0.128*exp((17 - U)/18)", "4/(1 + exp((40 - U)/5))"),
          ("n", "0.032*(15 - U)/(exp((15 - U)/5) - 1)", "0.5*exp((10 - U)/40)"),
        ]))
  }
}
