/// Leaky integrate-and-fire neuron in discrete time.
package import Basics

/// SpikingJelly's `LIFNode`, with a bias.
///
///     decay_input yes:  v ← v + (x + bias − (v − v_reset)) / tau
///     decay_input no:   v ← v + x + bias − (v − v_reset) / tau
///
/// State of a neuron: v, refractory [steps]; exact.
/// - References: Fang et al. 2023, doi:10.1126/sciadv.adi1480 (SpikingJelly), eq. for the LIF neuron's charge.
package enum LIFDiscrete<L: Lane>: ThresholdModel {
  package typealias State = MembraneState<L>

  package struct Coefficients: ThresholdCoefficients {
    let bias: L
    let rest: L
    let tau: L
    /// What the input is divided by: tau where it decays, otherwise 1.
    let inputTau: L
    package let threshold: Threshold<L>
  }

  package static var descriptor: ModelDescriptor {
    ModelDescriptor(
      id: "LIF_discrete", plainName: "lif-steps", kind: .neuron,
      summary: "Leaky integrate-and-fire neuron in discrete time, without units.",
      equations: [
        "decay_input yes: v += (x + bias - (v - v_reset)) / tau",
        "decay_input no:  v += x + bias - (v - v_reset) / tau",
        "v >= v_thresh: spike, reset, v held for tau_refrac steps",
      ],
      parameters: DiscreteFields.parameters + [
        ParameterField("tau", .steps, default: 2, in: 1...1e9, doc: "Time constant of the membrane."),
        ParameterField("decay_input", choices: ["yes", "no"], doc: "Whether the input, too, is divided by tau."),
      ] + AdaptiveThreshold<L>.fields(.none, .steps),
      state: DiscreteFields.state, weightDimension: Dimension.none, isDimensionless: true,
      reference: "Fang et al. 2023, doi:10.1126/sciadv.adi1480", firing: DiscreteFiring.leaky, step: step)
  }

  package static var isLinear: Bool { true }
  package static var receptors: Int { 1 }
  package static var rest: State { State() }

  package static func coefficients(_ parameters: BlockParameters<L>, dt: Double) -> Coefficients {
    Coefficients(
      bias: parameters.lane { $0["bias"] },
      rest: parameters.lane { $0["v_reset"] },
      tau: parameters.lane { $0["tau"] },
      inputTau: parameters.lane { $0.choice("decay_input") == "yes" ? $0["tau"] : 1 },
      threshold: Threshold(parameters) { $0["tau_refrac"].rounded() })
  }

  @inline(__always)
  package static func charge(_ s: inout State, _ input: BlockInput<L>, _ c: Coefficients) {
    let drive = input.excitatory + input.current + c.bias
    let moved = s.v + (drive / c.inputTau - (s.v - c.rest) / c.tau)
    s.v = s.v.replacing(with: moved, where: c.threshold.isReady(s.refractory, at: input.clock))
  }
}

extension LIFDiscrete {
  private static var step: StepEquations {
    .leaky(
      helpers: [],
      charge: [
        StepEquations.Line(
          "v", "v + (x + I + bias - (v - v_reset))/tau", when: StepEquations.Condition("decay_input", "yes")),
        StepEquations.Line(
          "v", "v + x + I + bias - (v - v_reset)/tau", when: StepEquations.Condition("decay_input", "no")),
      ])
  }
}
