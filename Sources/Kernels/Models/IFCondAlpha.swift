/// Leaky integrate-and-fire neuron with alpha-shaped synaptic conductances.
package import Basics

/// PyNN's `IF_cond_alpha`, NEST's `iaf_cond_alpha`.
///
///     τ_m dv/dt = −(v − v_rest) + (τ_m/c_m) (gsyn_exc (e_rev_E − v) + gsyn_inh (e_rev_I − v) + i_offset + I)
///     τ dgsyn/dt = −gsyn + e·rise,   τ drise/dt = −rise,   an arrival of weight w: rise ← rise + w
///
/// so that an arrival gives gsyn(t) = w·(t/τ)·e^{1 − t/τ}, whose peak is w, τ after it.
///
/// Integration: the conductances exactly, v to fourth order in dt (see ``ConductanceLeak``).
/// State of a neuron: v [mV], gsyn, rise [µS] of both kinds, refractory [steps]; 24 bytes in single precision.
/// - Complexity: O(n), one division, no exponential, no allocation, no branch.
/// - References: Rall 1967, J. Neurophysiol. 30:1138 (the alpha function); Brette et al. 2007.
package enum IFCondAlpha<L: Lane>: ThresholdModel {
  package typealias State = AlphaSynapseState<L>

  package struct Coefficients: ThresholdCoefficients {
    let membrane: ConductanceLeak<L>
    let excitatory: Synapse
    let inhibitory: Synapse
    package let threshold: Threshold<L>
  }

  /// h = dt/c_m times the mean of a conductance over a step, by what it and `rise` are at its start; a twelfth of h, for
  /// its change; and how it goes on.
  package struct Synapse: BitwiseCopyable, Sendable {
    let mean: L
    let risingMean: L
    let twelfth: L
    let course: AlphaDecay<L>

    init(_ parameters: BlockParameters<L>, tau: String, dt: Double) {
      mean = parameters.lane { dt / $0["cm"] * ExactLeak.mean(dt / $0[tau]) }
      risingMean = parameters.lane {
        dt / $0["cm"] * Elementary.exp(1) * dt / $0[tau] * ExactLeak.firstMoment(dt / $0[tau])
      }
      twelfth = parameters.lane { dt / $0["cm"] / 12 }
      course = AlphaDecay(parameters, tau: tau, dt: dt)
    }
  }

  package static var descriptor: ModelDescriptor {
    ModelDescriptor(
      id: "IF_cond_alpha", plainName: "lif-cond-alpha", kind: .neuron,
      summary: "Leaky integrate-and-fire neuron with synaptic conductances that rise and fall as alpha functions.",
      equations: [
        "tau_m dv/dt = -(v - v_rest) + (tau_m/cm) (gsyn_exc (e_rev_E - v) + gsyn_inh (e_rev_I - v) + i_offset + I)",
        "tau_syn dgsyn/dt = -gsyn + e rise;  tau_syn drise/dt = -rise;  an arrival: rise += w (peak w, tau_syn later)",
        "v >= v_thresh: spike, reset, v held for tau_refrac",
        "conductances exactly; v to fourth order in dt (Magnus), stable for any dt",
      ],
      parameters: MembraneFields.parameters
        + SynapseFields.timeConstants("conductance", excitatory: 0.3, inhibitory: 0.3)
        + SynapseFields.reversals(excitatory: 0, inhibitory: -70) + AdaptiveThreshold<L>.fields(.voltage, .time),
      state: [MembraneFields.v] + SynapseFields.conductances + SynapseFields.rising(.conductance)
        + Threshold<L>.state(.voltage, .time),
      weightDimension: .conductance, isDimensionless: false,
      reference: "Rall 1967, J. Neurophysiol. 30:1138", firing: LeakyFiring.theory, step: step)
  }

  package static var receptors: Int { 2 }
  package static var arrivalVariables: [Int] { [3, 4] }
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
    let (fromE, fromI) = (s.excitatory, s.inhibitory)
    let (risingE, risingI) = (s.risingExcitatory, s.risingInhibitory)
    c.excitatory.course.advance(&s.excitatory, &s.risingExcitatory, arriving: input.excitatory)
    c.inhibitory.course.advance(&s.inhibitory, &s.risingInhibitory, arriving: input.inhibitory)
    let moved = c.membrane.moved(
      s.v,
      meanZ: (
        fromE * c.excitatory.mean + risingE * c.excitatory.risingMean,
        fromI * c.inhibitory.mean + risingI * c.inhibitory.risingMean
      ),
      twelfths: ((s.excitatory - fromE) * c.excitatory.twelfth, (s.inhibitory - fromI) * c.inhibitory.twelfth),
      current: input.current)
    s.v = s.v.replacing(with: moved, where: c.threshold.isReady(s.refractory, at: input.clock))
  }
}

extension IFCondAlpha {
  private static var step: StepEquations {
    .leaky(
      helpers: [
        StepEquations.Line("a", "dt/cm*(gsyn_exc*phi(dt/tau_syn_E) + rise_exc*exp(1)*dt/tau_syn_E*psi(dt/tau_syn_E))"),
        StepEquations.Line("b", "dt/cm*(gsyn_inh*phi(dt/tau_syn_I) + rise_inh*exp(1)*dt/tau_syn_I*psi(dt/tau_syn_I))"),
      ] + StepLines.conductanceLeak + [
        change("S_exc", "gsyn_exc", "rise_exc", "tau_syn_E"), change("S_inh", "gsyn_inh", "rise_inh", "tau_syn_I"),
        StepEquations.Line(
          "bend",
          "S_exc*(dt/tau_m*e_rev_E - d + b*(e_rev_E - e_rev_I)) + S_inh*(dt/tau_m*e_rev_I - d - a*(e_rev_E - e_rev_I))",
          .voltage),
      ],
      charge: [StepLines.conductanceStep] + StepLines.alpha("gsyn", .conductance),
      arrivals: StepLines.arrivals("rise", .conductance))
  }

  /// A twelfth of what a conductance changes in the step.
  private static func change(_ name: String, _ value: String, _ rising: String, _ tau: String) -> StepEquations.Line {
    StepEquations.Line(
      name, "dt/cm/12*((\(value) + \(rising)*exp(1)*dt/\(tau))*exp(-dt/\(tau)) - \(value))")
  }
}
