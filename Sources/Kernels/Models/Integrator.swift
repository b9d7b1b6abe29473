/// A neuron that adds up its input and never fires: the output layer of a classifier.
package import Basics

/// No threshold, no reset: at the end of a presentation v is T times the output of the rate network.
///
///     v ← v + x + bias
package enum Integrator<L: Lane>: NeuronModel {
  package struct State: BitwiseCopyable, Sendable {
    package var v: L
  }

  package struct Coefficients: BitwiseCopyable, Sendable {
    let bias: L
  }

  package static var descriptor: ModelDescriptor {
    ModelDescriptor(
      id: "Integrator", plainName: "integrator", kind: .neuron,
      summary: "Adds up its input without end and never fires; read as the output of a classifier.",
      equations: ["v += x + bias"], parameters: [DiscreteFields.bias], state: [DiscreteFields.v],
      weightDimension: Dimension.none, isDimensionless: true, fires: false,
      reference: "Rueckauer et al. 2017, doi:10.3389/fnins.2017.00682",
      step: StepEquations(charge: [StepEquations.Line("v", "v + x + I + bias")]))
  }

  package static var isLinear: Bool { true }
  package static var receptors: Int { 1 }
  package static var rest: State { State(v: .zero) }

  package static func coefficients(_ parameters: BlockParameters<L>, dt: Double) -> Coefficients {
    Coefficients(bias: parameters.lane { $0["bias"] })
  }

  @inline(__always)
  package static func charge(_ s: inout State, _ input: BlockInput<L>, _ c: Coefficients) {
    s.v = s.v + (input.excitatory + input.current + c.bias)
  }

  @inline(__always)
  package static func fires(_ s: State, raise: L, at clock: L, _ c: Coefficients) -> L.Mask { .none }

  @inline(__always)
  package static func reset(_ s: inout State, where fired: L.Mask, at clock: L, _ c: Coefficients) {}
}
