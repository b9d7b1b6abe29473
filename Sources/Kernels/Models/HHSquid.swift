/// The squid's giant axon: Hodgkin and Huxley's own neuron.
package import Basics

/// The equations of 1952, resting at −65 mV. PyNN has no such model; the names are those of its `HH_cond_exp`.
///
/// The defaults are a membrane of 0.001 cm², so that nA read as µA/cm², µS as mS/cm² and nF as µF/cm²: the paper's
/// numbers. For the integration see ``HodgkinHuxley``, for the rates ``SquidRates``.
/// - References: Hodgkin & Huxley 1952, doi:10.1113/jphysiol.1952.sp004764.
package enum HHSquid<L: Lane>: HodgkinHuxley {
  package typealias State = HodgkinHuxleyState<L>
  package typealias Coefficients = HodgkinHuxleyCoefficients<L>
  package typealias Gates = SquidRates<L>

  package static var descriptor: ModelDescriptor {
    let fields = HodgkinHuxleyFields(
      cm: 1, leak: (0.3, -54.387), sodium: (120, 50), potassium: (36, -77), offset: nil, tau: (5, 10), threshold: 0,
      refractory: 2)
    return ModelDescriptor(
      id: "HH_squid", plainName: "hh", kind: .neuron,
      summary: "The squid's giant axon of Hodgkin and Huxley 1952; nA, µS and nF are per 0.001 cm².",
      equations: HodgkinHuxleyFields.equations + [
        "alpha_m = 0.1 (v+40)/(1-exp(-(v+40)/10)), beta_m = 4 exp(-(v+65)/18)",
        "alpha_h = 0.07 exp(-(v+65)/20), beta_h = 1/(1+exp(-(v+35)/10))",
        "alpha_n = 0.01 (v+55)/(1-exp(-(v+55)/10)), beta_n = 0.125 exp(-(v+65)/80)",
      ] + HodgkinHuxleyFields.ending,
      parameters: fields.parameters, state: HodgkinHuxleyFields.state, weightDimension: .conductance,
      isDimensionless: false, reference: "Hodgkin & Huxley 1952, doi:10.1113/jphysiol.1952.sp004764",
      plane: HodgkinHuxleyPlane.plane(SquidRates<DoubleLane>.self),
      step: HodgkinHuxleyFields.step(rates: [
        ("m", "0.1*(v + 40)/(1 - exp(-(v + 40)/10))", "4*exp(-(v + 65)/18)"),
        ("h", "0.07*exp(-(v + 65)/20)", "1/(1 + exp(-(v + 35)/10))"),
        ("n", "0.01*(v + 55)/(1 - exp(-(v + 55)/10))", "0.125*exp(-(v + 65)/80)"),
      ]))
  }
}
