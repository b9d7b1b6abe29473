/// Leaky integrate-and-fire neuron with exponentially decaying synaptic conductances.
package import Basics

/// PyNN's `IF_cond_exp`, NEST's `iaf_cond_exp`.
///
///     τ_m dv/dt = −(v − v_rest) + (τ_m/c_m) (gsyn_exc (e_rev_E − v) + gsyn_inh (e_rev_I − v) + i_offset + I)
///     τ dgsyn/dt = −gsyn,   an arrival of weight w: gsyn ← gsyn + w
///
/// Integration: the conductances exactly, v to fourth order in dt (see ``ConductanceLeak``).
/// State of a neuron: v [mV], gsyn [µS] of both kinds, refractory [steps]; 16 bytes in single precision.
/// - Complexity: O(n), one division, no exponential, no allocation, no branch.
/// - References: Brette et al. 2007, doi:10.1007/s10827-007-0038-6, appendix 2, benchmark 1.
package enum IFCondExp<L: Lane>: ThresholdModel {
  package typealias State = ExponentialSynapseState<L>

  package struct Coefficients: ThresholdCoefficients {
    let membrane: ConductanceLeak<L>
    let excitatory: Synapse
    let inhibitory: Synapse
    package let threshold: Threshold<L>
  }

  /// By what a conductance is at the start of a step: h = dt/c_m times its mean over it, and what is left of it
  /// afterwards; a twelfth of its change by its mean.
  package struct Synapse: BitwiseCopyable, Sendable {
    let mean: L
    let ratio: L
    let decay: L

    init(_ parameters: BlockParameters<L>, tau: String, dt: Double) {
      mean = parameters.lane { dt / $0["cm"] * ExactLeak.mean(dt / $0[tau]) }
      // The mean is −(e^{−x} − 1)/x of what it is at the start, x = dt/τ.
      ratio = parameters.lane { -dt / $0[tau] / 12 }
      decay = parameters.lane { Elementary.exp(-dt / $0[tau]) }
    }
  }

  package static var descriptor: ModelDescriptor {
    ModelDescriptor(
      id: "IF_cond_exp", plainName: "lif-cond", kind: .neuron,
      summary: "Leaky integrate-and-fire neuron with exponentially decaying synaptic conductances.",
      equations: [
        "tau_m dv/dt = -(v - v_rest) + (tau_m/cm) (gsyn_exc (e_rev_E - v) + gsyn_inh (e_rev_I - v) + i_offset + I)",
        "tau_syn dgsyn/dt = -gsyn;  an arrival: gsyn += w",
        "v >= v_thresh: spike, reset, v held for tau_refrac",
        "conductances exactly; v to fourth order in dt (Magnus), stable for any dt",
      ],
      parameters: MembraneFields.parameters + SynapseFields.timeConstants("conductance", excitatory: 5, inhibitory: 5)
        + SynapseFields.reversals(excitatory: 0, inhibitory: -70) + AdaptiveThreshold<L>.fields(.voltage, .time),
      state: [MembraneFields.v] + SynapseFields.conductances
        + Threshold<L>.state(.voltage, .time),
      weightDimension: .conductance, isDimensionless: false,
      reference: "Brette et al. 2007, doi:10.1007/s10827-007-0038-6", firing: LeakyFiring.theory, step: step)
  }

  package static var receptors: Int { 2 }
  package static var arrivalVariables: [Int] { [1, 2] }
  package static var rest: State { State() }

  package static func coefficients(_ parameters: BlockParameters<L>, dt: Double) -> Coefficients {
    Coefficients(
      membrane: ConductanceLeak(parameters, dt: dt),
      excitatory: Synapse(parameters, tau: "tau_syn_E", dt: dt),
      inhibitory: Synapse(parameters, tau: "tau_syn_I", dt: dt),
      threshold: Threshold(parameters) { MembraneFields.refractorySteps($0, dt: dt) })
  }

  @inline(__always)
  package static func charge(_ s: inout State, _ input: BlockInput<L>, _ c: Coefficients) {
    let moved = c.membrane.moved(
      s.v, meanZ: (s.excitatory * c.excitatory.mean, s.inhibitory * c.inhibitory.mean),
      ratios: (c.excitatory.ratio, c.inhibitory.ratio), current: input.current)
    s.v = s.v.replacing(with: moved, where: c.threshold.isReady(s.refractory, at: input.clock))
    s.excitatory = s.excitatory * c.excitatory.decay + input.excitatory
    s.inhibitory = s.inhibitory * c.inhibitory.decay + input.inhibitory
  }
}

extension IFCondExp {
  private static var step: StepEquations {
    .leaky(
      helpers: [
        StepEquations.Line("a", "gsyn_exc*dt/cm*phi(dt/tau_syn_E)"),
        StepEquations.Line("b", "gsyn_inh*dt/cm*phi(dt/tau_syn_I)"),
      ] + StepLines.conductanceLeak + [
        StepEquations.Line(
          "bend",
          "-dt/12*(a/tau_syn_E*(dt/tau_m*e_rev_E - d) + b/tau_syn_I*(dt/tau_m*e_rev_I - d)"
            + " + a*b*(1/tau_syn_E - 1/tau_syn_I)*(e_rev_E - e_rev_I))", .voltage)
      ],
      charge: [StepLines.conductanceStep] + StepLines.decays("gsyn", .conductance),
      arrivals: StepLines.arrivals("gsyn", .conductance))
  }
}
