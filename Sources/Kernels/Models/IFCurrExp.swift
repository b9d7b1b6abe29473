/// Leaky integrate-and-fire neuron with exponential synaptic currents.
package import Basics

/// PyNN's `IF_curr_exp`.
///
///     τ_m dv/dt = −(v − v_rest) + R (isyn_exc + isyn_inh + i_offset + I),   R = τ_m / c_m
///     τ_syn disyn/dt = −isyn,   an arrival of weight w: isyn ← isyn + w
///
/// Integration: exact over a step, for a current that is constant within it; error: rounding alone.
/// State of a neuron: v [mV], isyn_exc, isyn_inh [nA], refractory [steps]; 16 bytes in single precision.
/// - Complexity: O(n), no allocation, no branch.
/// - References: Rotter & Diesmann 1999, doi:10.1007/s004220050570, eq. 3 and section 3.1.2.
package enum IFCurrExp<L: Lane>: ThresholdModel {
  package typealias State = ExponentialSynapseState<L>

  package struct Coefficients: ThresholdCoefficients {
    /// v without synaptic input goes to `limit`, and `decay` of the distance is left after a step.
    let limit: L
    let decay: L
    /// What a step of isyn [nA] adds to v [mV], and what of isyn is left.
    let excitatoryToV: L
    let excitatoryDecay: L
    let inhibitoryToV: L
    let inhibitoryDecay: L
    let currentToV: L
    package let threshold: Threshold<L>
  }

  package static var descriptor: ModelDescriptor {
    ModelDescriptor(
      id: "IF_curr_exp", plainName: "lif", kind: .neuron,
      summary: "Leaky integrate-and-fire neuron with exponentially decaying synaptic currents.",
      equations: [
        "tau_m dv/dt = -(v - v_rest) + (tau_m/cm) (isyn_exc + isyn_inh + i_offset + I)",
        "tau_syn disyn/dt = -isyn;  an arrival: isyn += w",
        "v >= v_thresh: spike, reset, v held for tau_refrac",
      ],
      parameters: MembraneFields.parameters + SynapseFields.timeConstants("current", excitatory: 5, inhibitory: 5)
        + AdaptiveThreshold<L>.fields(.voltage, .time),
      state: [MembraneFields.v] + SynapseFields.currents + Threshold<L>.state(.voltage, .time),
      weightDimension: .current, isDimensionless: false,
      reference: "Rotter & Diesmann 1999, doi:10.1007/s004220050570", firing: LeakyFiring.theory, step: step)
  }

  package static var isLinear: Bool { true }
  package static var receptors: Int { 2 }
  package static var arrivalVariables: [Int] { [1, 2] }
  package static var rest: State { State() }

  package static func coefficients(_ parameters: BlockParameters<L>, dt: Double) -> Coefficients {
    Coefficients(
      limit: parameters.lane { $0["v_rest"] + $0["tau_m"] / $0["cm"] * $0["i_offset"] },
      decay: parameters.lane { Elementary.exp(-dt / $0["tau_m"]) },
      excitatoryToV: parameters.lane { ExactLeak.synapseToV($0, tau: $0["tau_syn_E"], dt: dt) },
      excitatoryDecay: parameters.lane { Elementary.exp(-dt / $0["tau_syn_E"]) },
      inhibitoryToV: parameters.lane { ExactLeak.synapseToV($0, tau: $0["tau_syn_I"], dt: dt) },
      inhibitoryDecay: parameters.lane { Elementary.exp(-dt / $0["tau_syn_I"]) },
      currentToV: parameters.lane { ExactLeak.currentToV($0, dt: dt) },
      threshold: Threshold(parameters) { MembraneFields.refractorySteps($0, dt: dt) })
  }

  @inline(__always)
  package static func charge(_ s: inout State, _ input: BlockInput<L>, _ c: Coefficients) {
    let synaptic = s.excitatory * c.excitatoryToV + s.inhibitory * c.inhibitoryToV
    // The form limit + (v − limit)·decay loses least to rounding; what does not depend on the state stands together.
    let moved = (c.limit + input.current * c.currentToV) + (s.v - c.limit) * c.decay + synaptic
    s.v = s.v.replacing(with: moved, where: c.threshold.isReady(s.refractory, at: input.clock))
    s.excitatory = s.excitatory * c.excitatoryDecay + input.excitatory
    s.inhibitory = s.inhibitory * c.inhibitoryDecay + input.inhibitory
  }
}

extension IFCurrExp {
  private static var step: StepEquations {
    .leaky(
      helpers: StepLines.currentLeak,
      charge: [
        StepEquations.Line(
          "v", "v_inf + (v - v_inf)*exp(-dt/tau_m) + P_exc*isyn_exc + P_inh*isyn_inh", .voltage)
      ] + StepLines.decays("isyn", .current), arrivals: StepLines.arrivals("isyn", .current))
  }
}
