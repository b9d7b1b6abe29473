/// A step of the Hodgkin–Huxley models in formulas.
import Basics

extension HodgkinHuxleyFields {
  /// - Parameters:
  ///   - offset: what the rates are functions of, where that is not v.
  ///   - rates: for each gate how fast it opens and closes [1/ms].
  static func step(
    offset: StepEquations.Line? = nil, rates: [(gate: String, opening: String, closing: String)]
  ) -> StepEquations {
    var step = StepEquations(
      charge: [StepEquations.Line("v", "v + (j - z*v)*phi23(z)", .voltage)]
        + rates.map { StepEquations.Line($0.gate, "\($0.gate)_1") }
        + StepLines.decays("gsyn", .conductance, step: "step"))
    step.helpers = [offset].compactMap { $0 } + rates.flatMap { gate($0.gate, $0.opening, $0.closing) } + membrane
    step.arrivals = StepLines.arrivals("gsyn", .conductance)
    step.threshold = StepFormula("v_thresh")
    return step
  }

  /// Its rates, and where it is after a sub-step with them.
  private static func gate(_ x: String, _ opening: String, _ closing: String) -> [StepEquations.Line] {
    [
      StepEquations.Line("alpha_\(x)", opening), StepEquations.Line("beta_\(x)", closing),
      StepEquations.Line(
        "\(x)_1",
        "\(x) + (alpha_\(x) - (alpha_\(x) + beta_\(x))*\(x))*step*phi23(step*(alpha_\(x) + beta_\(x)))"),
    ]
  }

  private static let isStaggered = StepEquations.Condition("integrator", "staggered")
  private static let isPlain = StepEquations.Condition("integrator", "exponential_euler")

  /// The conductances that v feels; staggered, gates and synapses are those of the middle of the sub-step.
  private static var membrane: [StepEquations.Line] {
    [
      StepEquations.Line("g_Na", "gbar_Na*m_1^3*h_1", .conductance, when: isStaggered),
      StepEquations.Line("g_Na", "gbar_Na*m^3*h", .conductance, when: isPlain),
      StepEquations.Line("g_K", "gbar_K*n_1^4", .conductance, when: isStaggered),
      StepEquations.Line("g_K", "gbar_K*n^4", .conductance, when: isPlain),
      StepEquations.Line("g_exc", "gsyn_exc*exp(-step/2/tau_syn_E)", .conductance, when: isStaggered),
      StepEquations.Line("g_exc", "gsyn_exc", .conductance, when: isPlain),
      StepEquations.Line("g_inh", "gsyn_inh*exp(-step/2/tau_syn_I)", .conductance, when: isStaggered),
      StepEquations.Line("g_inh", "gsyn_inh", .conductance, when: isPlain),
      StepEquations.Line("z", "step/cm*(g_leak + g_exc + g_inh + g_Na + g_K)"),
      StepEquations.Line(
        "j",
        "step/cm*(g_leak*e_rev_leak + i_offset + I + g_exc*e_rev_E + g_inh*e_rev_I + g_Na*e_rev_Na + g_K*e_rev_K)",
        .voltage),
    ]
  }
}
