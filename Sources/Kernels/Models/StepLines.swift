/// Formulas that the steps of several models share.
import Basics

enum StepLines {
  /// Where v goes to under all currents but those of synapses, and how much of a synaptic current reaches it in a step.
  static let currentLeak = [
    StepEquations.Line("v_inf", "v_rest + tau_m/cm*(i_offset + I)", .voltage),
    StepEquations.Line("P_exc", "dt/cm*exp(-dt/tau_syn_E)*phi(dt/tau_m - dt/tau_syn_E)"),
    StepEquations.Line("P_inh", "dt/cm*exp(-dt/tau_syn_I)*phi(dt/tau_m - dt/tau_syn_I)"),
  ]

  /// A variable of either kind of synapse that decays.
  static func decays(_ stem: String, _ dimension: Dimension, step: String = "dt") -> [StepEquations.Line] {
    [("exc", "E"), ("inh", "I")].map { side, receptor in
      StepEquations.Line("\(stem)_\(side)", "\(stem)_\(side)*exp(-\(step)/tau_syn_\(receptor))", dimension)
    }
  }

  /// What arrives is added to a variable of either kind.
  static func arrivals(_ stem: String, _ dimension: Dimension) -> [StepEquations.Line] {
    ["exc", "inh"].map { StepEquations.Line("\(stem)_\($0)", "\(stem)_\($0) + in_\($0)", dimension) }
  }

  /// Variables that follow alpha functions, before what arrives is added.
  static func alpha(_ stem: String, _ dimension: Dimension) -> [StepEquations.Line] {
    [("exc", "E"), ("inh", "I")].map { side, receptor in
      let tau = "tau_syn_\(receptor)"
      return StepEquations.Line(
        "\(stem)_\(side)", "(\(stem)_\(side) + rise_\(side)*exp(1)*dt/\(tau))*exp(-dt/\(tau))", dimension)
    } + decays("rise", dimension)
  }

  /// A membrane under conductances: a and b are their parts of z, d that of everything else in the drive, and `bend` is
  /// the second term of the Magnus series.
  static let conductanceLeak = [
    StepEquations.Line("d", "dt/tau_m*v_rest + dt/cm*(i_offset + I)", .voltage),
    StepEquations.Line("z", "dt/tau_m + a + b"),
  ]

  static let conductanceStep = StepEquations.Line(
    "v", "v + (d + a*e_rev_E + b*e_rev_I + bend - z*v)*phi22(z)", .voltage)
}

extension StepEquations {
  /// That of a model with a threshold, whose v is held while it is refractory.
  static func leaky(helpers: [Line], charge: [Line], arrivals: [Line] = []) -> StepEquations {
    var step = StepEquations(charge: charge)
    step.helpers = helpers
    step.held = ["v"]
    step.arrivals = arrivals
    step.threshold = StepFormula("v_thresh + theta")
    step.reset = thresholdReset
    return step
  }
}
