/// The adaptive exponential integrate-and-fire neuron with exponential synaptic conductances.
package import Basics

/// PyNN's `EIF_cond_exp_isfa_ista`, NEST's `aeif_cond_exp`.
///
///     c_m dv/dt = −g_L (v − v_rest) + g_L Δ_T e^{(v − v_thresh)/Δ_T} − w + i_offset + I
///               + gsyn_exc (e_rev_E − v) + gsyn_inh (e_rev_I − v),   g_L = c_m/τ_m
///     τ_w dw/dt = a (v − v_rest) − w,   τ dgsyn/dt = −gsyn
///     v ≥ v_spike: spike, v ← v_reset, w ← w + b; v is held for tau_refrac, and w follows the held v
///
/// Integration: classical Runge–Kutta of fourth order, `substeps` to a dt, the conductances exactly; v does not count for
/// more than v_spike on the right-hand sides, as in NEST, so that the exponential stays finite. Spikes lie on the grid.
/// State of a neuron: v [mV], w [nA], gsyn [µS] of both kinds, refractory [steps]; 20 bytes in single precision.
/// - Complexity: O(n · sub-steps), four exponentials each, no allocation.
/// - References: Brette & Gerstner 2005, doi:10.1152/jn.00686.2005, eqs. 1 to 3.
package enum AdEx<L: Lane>: ThresholdModel {
  package struct State: ThresholdState {
    package var v: L
    package var w: L
    package var excitatory: L
    package var inhibitory: L
    package var refractory: L
  }

  package static var descriptor: ModelDescriptor {
    ModelDescriptor(
      id: "EIF_cond_exp_isfa_ista", plainName: "adex", kind: .neuron,
      summary: "Adaptive exponential integrate-and-fire neuron with exponentially decaying synaptic conductances.",
      equations: [
        "cm dv/dt = (cm/tau_m) (v_rest - v + delta_T exp((v - v_thresh)/delta_T)) - w + i_offset + I",
        "         + gsyn_exc (e_rev_E - v) + gsyn_inh (e_rev_I - v)",
        "tau_w dw/dt = a (v - v_rest) - w;  tau_syn dgsyn/dt = -gsyn;  an arrival: gsyn += weight",
        "v >= v_spike: spike, v = v_reset, w += b, v held for tau_refrac",
        "classical Runge–Kutta, fourth order, substeps to a dt; spikes on the grid of dt",
      ],
      parameters: AdExFields.parameters, state: AdExFields.state, weightDimension: .conductance,
      isDimensionless: false, reference: "Brette & Gerstner 2005, doi:10.1152/jn.00686.2005",
      plane: SimplePlanes.adaptiveExponential, step: step)
  }

  package static var receptors: Int { 2 }
  package static var arrivalVariables: [Int] { [2, 3] }
  package static var rest: State {
    State(v: .zero, w: .zero, excitatory: .zero, inhibitory: .zero, refractory: .zero)
  }

  package static func coefficients(_ parameters: BlockParameters<L>, dt: Double) -> AdExCoefficients<L> {
    AdExCoefficients(parameters, dt: dt)
  }

  @inline(__always)
  package static func charge(_ s: inout State, _ input: BlockInput<L>, _ c: AdExCoefficients<L>) {
    let isReady = c.threshold.isReady(s.refractory, at: input.clock)
    for step in 0..<c.substeps.most {
      let moved = RungeKutta.step((s.v, s.w), c.substeps.length) { stage, v, w in
        // A held v has no slope, so that w follows it as it stands.
        let slope = c.slope(stage, v, w, s.excitatory, s.inhibitory, input.current)
        return (L.zero.replacing(with: slope.0, where: isReady), slope.1)
      }
      let isIn = c.substeps.has(step)
      // Who has got to the top waits there.
      let isMoving = isIn .& (c.threshold.level .> s.v)
      s.v = s.v.replacing(with: moved.0, where: isMoving)
      s.w = s.w.replacing(with: moved.1, where: isMoving)
      s.excitatory = s.excitatory.replacing(with: s.excitatory * c.excitatory.decay, where: isIn)
      s.inhibitory = s.inhibitory.replacing(with: s.inhibitory * c.inhibitory.decay, where: isIn)
    }
    s.excitatory = s.excitatory + input.excitatory
    s.inhibitory = s.inhibitory + input.inhibitory
  }

  @inline(__always)
  package static func reset(_ s: inout State, where fired: L.Mask, at clock: L, _ c: AdExCoefficients<L>) {
    s.w = s.w.replacing(with: s.w + c.jump, where: fired)
    c.threshold.reset(&s, where: fired, at: clock)
  }
}

extension AdEx {
  private static var step: StepEquations {
    var step = StepEquations(charge: [
      StepEquations.Line(
        "v",
        "(v_rest - v + delta_T*exp((v - v_thresh)/delta_T))/tau_m"
          + " + (g_exc*(e_rev_E - v) + g_inh*(e_rev_I - v) + i_offset + I - w)/cm", .voltage),
      StepEquations.Line("w", "(a*(v - v_rest) - w)/tau_w", .current),
    ])
    step.method = .rungeKutta(top: "v_spike", clips: true)
    step.helpers = [
      StepEquations.Line("g_exc", "gsyn_exc*exp(-s/tau_syn_E)", .conductance),
      StepEquations.Line("g_inh", "gsyn_inh*exp(-s/tau_syn_I)", .conductance),
    ]
    step.decays = StepLines.decays("gsyn", .conductance, step: "step")
    step.held = ["v"]
    step.arrivals = StepLines.arrivals("gsyn", .conductance)
    step.threshold = StepFormula("v_spike")
    step.reset = [StepEquations.Line("v", "v_reset", .voltage), StepEquations.Line("w", "w + b", .current)]
    return step
  }
}
