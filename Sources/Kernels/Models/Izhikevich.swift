/// Izhikevich's simple model of spiking neurons.
package import Basics

/// PyNN's `Izhikevich`.
///
///     dv/dt = 0.04 v² + 5 v + 140 − u + I,   du/dt = a (b v − u)      (t in ms, v in mV)
///     v ≥ 30 mV: spike, v ← c, u ← u + d;    an arrival of weight w: v ← v + w
///
/// The paper's I is a number; here it is the current in pA (`i_offset: 0.01 nA` is its I = 10), as in PyNN.
/// Integration: classical Runge–Kutta of fourth order, `substeps` to a dt. Spikes lie on the grid of dt, so that each is
/// up to dt late and the next interval begins there; the 0.5 and 1 ms Euler steps of the paper's program differ more.
/// State of a neuron: v [mV], u [mV/ms]; 12 bytes in single precision.
/// - Complexity: O(n · sub-steps), no allocation.
/// - References: Izhikevich 2003, doi:10.1109/TNN.2003.820440, eqs. 1 to 3.
package enum Izhikevich<L: Lane>: ThresholdModel {
  package struct State: ThresholdState {
    package var v: L
    package var u: L
    package var refractory: L
  }

  package struct Coefficients: ThresholdCoefficients {
    let a: L
    let b: L
    let jump: L
    let offset: L
    let substeps: Substeps<L>
    package let threshold: Threshold<L>
  }

  package static var descriptor: ModelDescriptor {
    ModelDescriptor(
      id: "Izhikevich", plainName: "izhikevich", kind: .neuron,
      summary: "Izhikevich's simple model: two equations, twenty kinds of firing; an arrival moves v at once.",
      equations: [
        "dv/dt = 0.04 v^2 + 5 v + 140 - u + 1000 (i_offset + I)",
        "du/dt = a (b v - u);  an arrival: v += w",
        "v >= 30 mV: spike, v = c, u += d",
        "classical Runge–Kutta, fourth order, substeps to a dt; spikes on the grid of dt",
      ],
      parameters: [
        ParameterField("a", .none, default: 0.02, in: 0...1e6, doc: "How fast u follows, per ms."),
        ParameterField("b", .none, default: 0.2, doc: "How strongly u follows v."),
        ParameterField("c", .voltage, default: -65, in: -1e6...29.9, doc: "Where a spike leaves v."),
        ParameterField("d", .none, default: 2, doc: "What a spike adds to u, in mV/ms."),
        ParameterField("i_offset", .current, default: 0, doc: "A constant current; 0.01 nA is the paper's I = 10."),
        Substeps<L>.field(default: 2),
      ],
      state: [
        MembraneFields.v, StateVariable("u", .none, doc: "Recovery, in mV/ms; b v at first."),
        StateVariable("refractory", .time, doc: "Always 0: the model has no refractory time.", isInitial: false),
      ],
      weightDimension: .voltage, isDimensionless: false,
      reference: "Izhikevich 2003, doi:10.1109/TNN.2003.820440", plane: SimplePlanes.izhikevich, step: step)
  }

  package static var receptors: Int { 1 }
  package static var rest: State { State(v: L(repeating: -65), u: .zero, refractory: .zero) }

  package static func coefficients(_ parameters: BlockParameters<L>, dt: Double) -> Coefficients {
    Coefficients(
      a: parameters.lane { $0["a"] }, b: parameters.lane { $0["b"] }, jump: parameters.lane { $0["d"] },
      offset: parameters.lane { 140 + 1000 * $0["i_offset"] },
      substeps: Substeps(parameters, dt: dt),
      threshold: Threshold(
        at: L(repeating: 30), resetTo: parameters.lane { $0["c"] }, refractorySteps: .zero))
  }

  package static func settle(_ s: inout State, _ c: Coefficients) { s.u = c.b * s.v }

  @inline(__always)
  package static func charge(_ s: inout State, _ input: BlockInput<L>, _ c: Coefficients) {
    let drive = c.offset + input.current * 1000
    for step in 0..<c.substeps.most {
      let moved = RungeKutta.step((s.v, s.u), c.substeps.length) { _, v, u in
        let rise = (v * 0.04 + 5) * v
        return ((rise + drive) - u, c.a * (c.b * v - u))
      }
      // Who has got to the top waits there.
      let isMoving = c.substeps.has(step) .& (L(repeating: 30) .> s.v)
      s.v = s.v.replacing(with: moved.0, where: isMoving)
      s.u = s.u.replacing(with: moved.1, where: isMoving)
    }
    s.v = s.v + input.excitatory
  }

  @inline(__always)
  package static func reset(_ s: inout State, where fired: L.Mask, at clock: L, _ c: Coefficients) {
    s.u = s.u.replacing(with: s.u + c.jump, where: fired)
    c.threshold.reset(&s, where: fired, at: clock)
  }
}

extension Izhikevich {
  private static var step: StepEquations {
    var step = StepEquations(charge: [
      StepEquations.Line("v", "(0.04*v + 5)*v + 140 + 1000*(i_offset + I) - u", .voltage),
      StepEquations.Line("u", "a*(b*v - u)"),
    ])
    step.method = .rungeKutta(top: "30", clips: false)
    step.arrivals = [StepEquations.Line("v", "v + x", .voltage)]
    step.threshold = StepFormula("30")
    step.reset = [StepEquations.Line("v", "c", .voltage), StepEquations.Line("u", "u + d")]
    return step
  }
}
