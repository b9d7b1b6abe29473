/// Integrate-and-fire neuron in discrete time, the counterpart of a ReLU.
package import Basics

/// SpikingJelly's `IFNode`, with a bias.
///
///     v ← v + x + bias,   x: the sum of the weights that arrive in this step
///
/// With soft reset its rate over T steps is the clipped drive, off by less than one spike.
/// State of a neuron: v, refractory [steps]; exact.
/// - References: Rueckauer et al. 2017, doi:10.3389/fnins.2017.00682, eq. 1 and 4.
package enum IFDiscrete<L: Lane>: ThresholdModel {
  package typealias State = MembraneState<L>

  package struct Coefficients: ThresholdCoefficients {
    let bias: L
    package let threshold: Threshold<L>
  }

  package static var descriptor: ModelDescriptor {
    ModelDescriptor(
      id: "IF_discrete", plainName: "if", kind: .neuron,
      summary: "Integrate-and-fire neuron in discrete time, without units: adds up its input and fires.",
      equations: ["v += x + bias", "v >= v_thresh: spike, reset, v held for tau_refrac steps"],
      parameters: DiscreteFields.parameters + AdaptiveThreshold<L>.fields(.none, .steps),
      state: DiscreteFields.state,
      weightDimension: Dimension.none, isDimensionless: true,
      reference: "Rueckauer et al. 2017, doi:10.3389/fnins.2017.00682", firing: DiscreteFiring.perfect, step: step)
  }

  package static var isLinear: Bool { true }
  package static var receptors: Int { 1 }
  package static var rest: State { State() }

  package static func coefficients(_ parameters: BlockParameters<L>, dt: Double) -> Coefficients {
    Coefficients(
      bias: parameters.lane { $0["bias"] }, threshold: Threshold(parameters) { $0["tau_refrac"].rounded() })
  }

  @inline(__always)
  package static func charge(_ s: inout State, _ input: BlockInput<L>, _ c: Coefficients) {
    let moved = s.v + (input.excitatory + input.current + c.bias)
    s.v = s.v.replacing(with: moved, where: c.threshold.isReady(s.refractory, at: input.clock))
  }
}

extension IFDiscrete {
  private static var step: StepEquations {
    .leaky(helpers: [], charge: [StepEquations.Line("v", "v + x + I + bias")])
  }
}
