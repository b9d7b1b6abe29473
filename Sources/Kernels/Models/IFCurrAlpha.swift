/// Leaky integrate-and-fire neuron with alpha-shaped synaptic currents.
package import Basics

/// PyNN's `IF_curr_alpha`, NEST's `iaf_psc_alpha`.
///
///     τ_m dv/dt = −(v − v_rest) + (τ_m/c_m) (isyn_exc + isyn_inh + i_offset + I)
///     τ disyn/dt = −isyn + e·rise,   τ drise/dt = −rise,   an arrival of weight w: rise ← rise + w
///
/// so that an arrival gives isyn(t) = w·(t/τ)·e^{1 − t/τ}, whose peak is w, τ after it.
///
/// Integration: exact over a step, for a current that is constant within it; error: rounding alone.
/// State of a neuron: v [mV], isyn, rise [nA] of both kinds, refractory [steps]; 24 bytes in single precision.
/// - Complexity: O(n), no allocation, no branch.
/// - References: Rotter & Diesmann 1999, doi:10.1007/s004220050570, section 3.1.3.
package enum IFCurrAlpha<L: Lane>: ThresholdModel {
  package typealias State = AlphaSynapseState<L>

  package struct Coefficients: ThresholdCoefficients {
    let limit: L
    let decay: L
    let currentToV: L
    let excitatory: Synapse
    let inhibitory: Synapse
    package let threshold: Threshold<L>
  }

  /// What a step of a synapse adds to v [mV/nA], and how it goes on.
  package struct Synapse: BitwiseCopyable, Sendable {
    let toV: L
    let risingToV: L
    let course: AlphaDecay<L>

    init(_ parameters: BlockParameters<L>, tau: String, dt: Double) {
      toV = parameters.lane { ExactLeak.synapseToV($0, tau: $0[tau], dt: dt) }
      risingToV = parameters.lane { ExactLeak.alphaToV($0, tau: $0[tau], dt: dt) }
      course = AlphaDecay(parameters, tau: tau, dt: dt)
    }
  }

  package static var descriptor: ModelDescriptor {
    ModelDescriptor(
      id: "IF_curr_alpha", plainName: "lif-alpha", kind: .neuron,
      summary: "Leaky integrate-and-fire neuron with synaptic currents that rise and fall as alpha functions.",
      equations: [
        "tau_m dv/dt = -(v - v_rest) + (tau_m/cm) (isyn_exc + isyn_inh + i_offset + I)",
        "tau_syn disyn/dt = -isyn + e rise;  tau_syn drise/dt = -rise;  an arrival: rise += w (peak w, tau_syn later)",
        "v >= v_thresh: spike, reset, v held for tau_refrac",
        "integrated exactly (matrix exponential)",
      ],
      parameters: MembraneFields.parameters + SynapseFields.timeConstants("current", excitatory: 0.5, inhibitory: 0.5)
        + AdaptiveThreshold<L>.fields(.voltage, .time),
      state: [MembraneFields.v] + SynapseFields.currents + SynapseFields.rising(.current)
        + Threshold<L>.state(.voltage, .time),
      weightDimension: .current, isDimensionless: false,
      reference: "Rotter & Diesmann 1999, doi:10.1007/s004220050570", firing: LeakyFiring.theory, step: step)
  }

  package static var isLinear: Bool { true }
  package static var receptors: Int { 2 }
  package static var arrivalVariables: [Int] { [3, 4] }
  package static var rest: State { State() }

  package static func coefficients(_ parameters: BlockParameters<L>, dt: Double) -> Coefficients {
    Coefficients(
      limit: parameters.lane { $0["v_rest"] + $0["tau_m"] / $0["cm"] * $0["i_offset"] },
      decay: parameters.lane { Elementary.exp(-dt / $0["tau_m"]) },
      currentToV: parameters.lane { ExactLeak.currentToV($0, dt: dt) },
      excitatory: Synapse(parameters, tau: "tau_syn_E", dt: dt),
      inhibitory: Synapse(parameters, tau: "tau_syn_I", dt: dt),
      threshold: Threshold(parameters) { MembraneFields.refractorySteps($0, dt: dt) })
  }

  @inline(__always)
  package static func charge(_ s: inout State, _ input: BlockInput<L>, _ c: Coefficients) {
    let synaptic =
      (s.excitatory * c.excitatory.toV + s.risingExcitatory * c.excitatory.risingToV)
      + (s.inhibitory * c.inhibitory.toV + s.risingInhibitory * c.inhibitory.risingToV)
    let moved = (c.limit + input.current * c.currentToV) + (s.v - c.limit) * c.decay + synaptic
    s.v = s.v.replacing(with: moved, where: c.threshold.isReady(s.refractory, at: input.clock))
    c.excitatory.course.advance(&s.excitatory, &s.risingExcitatory, arriving: input.excitatory)
    c.inhibitory.course.advance(&s.inhibitory, &s.risingInhibitory, arriving: input.inhibitory)
  }
}

extension IFCurrAlpha {
  private static var step: StepEquations {
    .leaky(
      helpers: StepLines.currentLeak + [
        StepEquations.Line("Q_exc", "exp(1 - dt/tau_m)*dt*dt/(tau_syn_E*cm)*psi(dt/tau_syn_E - dt/tau_m)"),
        StepEquations.Line("Q_inh", "exp(1 - dt/tau_m)*dt*dt/(tau_syn_I*cm)*psi(dt/tau_syn_I - dt/tau_m)"),
      ],
      charge: [
        StepEquations.Line(
          "v",
          "v_inf + (v - v_inf)*exp(-dt/tau_m) + P_exc*isyn_exc + Q_exc*rise_exc + P_inh*isyn_inh + Q_inh*rise_inh",
          .voltage)
      ] + StepLines.alpha("isyn", .current), arrivals: StepLines.arrivals("rise", .current))
  }
}
