/// Leaky integrate-and-fire neuron whose synapses move the membrane at once.
package import Basics

/// NEST's `iaf_psc_delta`.
///
///     τ_m dv/dt = −(v − v_rest) + (τ_m/c_m) (i_offset + I),   an arrival of weight w: v ← v + w, unless refractory
///
/// Integration: exact over a step, for a current that is constant within it.
/// State of a neuron: v [mV], refractory [steps]; 8 bytes in single precision.
/// - Complexity: O(n), no allocation, no branch.
/// - References: Rotter & Diesmann 1999, doi:10.1007/s004220050570.
package enum IFCurrDelta<L: Lane>: ThresholdModel {
  package typealias State = MembraneState<L>

  package struct Coefficients: ThresholdCoefficients {
    let limit: L
    let decay: L
    let currentToV: L
    package let threshold: Threshold<L>
  }

  package static var descriptor: ModelDescriptor {
    ModelDescriptor(
      id: "IF_curr_delta", plainName: "lif-delta", kind: .neuron,
      summary: "Leaky integrate-and-fire neuron; an arriving spike moves v by its weight at once.",
      equations: [
        "tau_m dv/dt = -(v - v_rest) + (tau_m/cm) (i_offset + I)",
        "an arrival: v += w, discarded while refractory",
        "v >= v_thresh: spike, reset, v held for tau_refrac",
      ],
      parameters: MembraneFields.parameters + AdaptiveThreshold<L>.fields(.voltage, .time),
      state: [MembraneFields.v] + Threshold<L>.state(.voltage, .time),
      weightDimension: .voltage, isDimensionless: false,
      reference: "Rotter & Diesmann 1999, doi:10.1007/s004220050570", firing: LeakyFiring.theory, step: step)
  }

  package static var isLinear: Bool { true }
  package static var receptors: Int { 1 }
  package static var rest: State { State() }

  package static func coefficients(_ parameters: BlockParameters<L>, dt: Double) -> Coefficients {
    Coefficients(
      limit: parameters.lane { $0["v_rest"] + $0["tau_m"] / $0["cm"] * $0["i_offset"] },
      decay: parameters.lane { Elementary.exp(-dt / $0["tau_m"]) },
      currentToV: parameters.lane { ExactLeak.currentToV($0, dt: dt) },
      threshold: Threshold(parameters) { MembraneFields.refractorySteps($0, dt: dt) })
  }

  @inline(__always)
  package static func charge(_ s: inout State, _ input: BlockInput<L>, _ c: Coefficients) {
    let moved = (c.limit + input.current * c.currentToV) + (s.v - c.limit) * c.decay + input.excitatory
    s.v = s.v.replacing(with: moved, where: c.threshold.isReady(s.refractory, at: input.clock))
  }
}

extension IFCurrDelta {
  private static var step: StepEquations {
    .leaky(
      helpers: [StepLines.currentLeak[0]],
      charge: [StepEquations.Line("v", "v_inf + (v - v_inf)*exp(-dt/tau_m) + x", .voltage)])
  }
}
