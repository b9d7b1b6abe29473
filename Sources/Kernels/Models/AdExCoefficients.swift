/// The right-hand sides of the adaptive exponential neuron, and its fields.
import Basics

package struct AdExCoefficients<L: Lane>: ThresholdCoefficients {
  let substeps: Substeps<L>
  let excitatory: Synapse
  let inhibitory: Synapse
  /// What a spike adds to w [nA].
  let jump: L
  package let threshold: Threshold<L>
  private let rest: L
  private let perTau: L
  private let perCm: L
  private let offset: L
  private let soft: L
  private let slope: L
  private let perSlope: L
  private let coupling: L
  private let perTauW: L

  struct Synapse: BitwiseCopyable, Sendable {
    let reversal: L
    /// What is left of the conductance after half a sub-step, and after a whole one.
    let halfDecay: L
    let decay: L

    init(_ parameters: BlockParameters<L>, reversal: String, tau: String, dt: Double) {
      self.reversal = parameters.lane { $0[reversal] }
      halfDecay = parameters.lane { Elementary.exp(-0.5 * dt / Substeps<L>.count($0) / $0[tau]) }
      decay = parameters.lane { Elementary.exp(-dt / Substeps<L>.count($0) / $0[tau]) }
    }

    @inline(__always)
    func at(_ stage: RungeKutta.Stage, _ conductance: L) -> L {
      switch stage {
      case .start: conductance
      case .middle: conductance * halfDecay
      case .end: conductance * decay
      }
    }
  }

  init(_ parameters: BlockParameters<L>, dt: Double) {
    substeps = Substeps(parameters, dt: dt)
    excitatory = Synapse(parameters, reversal: "e_rev_E", tau: "tau_syn_E", dt: dt)
    inhibitory = Synapse(parameters, reversal: "e_rev_I", tau: "tau_syn_I", dt: dt)
    jump = parameters.lane { $0["b"] }
    rest = parameters.lane { $0["v_rest"] }
    perTau = parameters.lane { 1 / $0["tau_m"] }
    perCm = parameters.lane { 1 / $0["cm"] }
    offset = parameters.lane { $0["i_offset"] }
    soft = parameters.lane { $0["v_thresh"] }
    slope = parameters.lane { $0["delta_T"] }
    perSlope = parameters.lane { 1 / $0["delta_T"] }
    coupling = parameters.lane { $0["a"] }
    perTauW = parameters.lane { 1 / $0["tau_w"] }
    threshold = Threshold(
      at: parameters.lane { $0["v_spike"] }, resetTo: parameters.lane { $0["v_reset"] },
      refractorySteps: parameters.lane { MembraneFields.refractorySteps($0, dt: dt) })
  }

  /// dv/dt [mV/ms] and dw/dt [nA/ms] at a stage of a sub-step.
  /// - Parameters: the conductances are those of the sub-step's start.
  @inline(__always)
  func slope(_ stage: RungeKutta.Stage, _ v: L, _ w: L, _ startE: L, _ startI: L, _ current: L) -> (L, L) {
    let v = L.minimum(v, threshold.level)
    let (gE, gI) = (excitatory.at(stage, startE), inhibitory.at(stage, startI))
    let spike = slope * L.exp((v - soft) * perSlope)
    let currents = (gE * (excitatory.reversal - v) + gI * (inhibitory.reversal - v)) + ((offset + current) - w)
    return (((rest - v) + spike) * perTau + currents * perCm, (coupling * (v - rest) - w) * perTauW)
  }
}

enum AdExFields {
  static var parameters: [ParameterField] { membrane + adaptation + synapses }

  private static func positive(_ name: String, _ dimension: Dimension, _ value: Double, _ doc: String)
    -> ParameterField
  {
    ParameterField(name, dimension, default: value, in: 0...1e9, excludesLowerBound: true, doc: doc)
  }

  private static var membrane: [ParameterField] {
    [
      positive("cm", .capacitance, 0.281, "Capacitance of the membrane."),
      positive("tau_m", .time, 9.3667, "Time constant of the membrane: how fast it leaks."),
      ParameterField("v_rest", .voltage, default: -70.6, doc: "Where the leak draws v."),
      ParameterField("i_offset", .current, default: 0, doc: "A constant current into the membrane."),
      ParameterField("v_thresh", .voltage, default: -50.4, doc: "Where the upswing of a spike begins."),
      positive("delta_T", .voltage, 2, "How sharply it begins."),
      ParameterField("v_spike", .voltage, default: -40, doc: "At or above it the neuron spikes."),
      ParameterField("v_reset", .voltage, default: -70.6, doc: "Where a spike leaves v."),
      ParameterField("tau_refrac", .time, default: 0.1, in: 0...1e9, doc: "How long v is held after a spike."),
    ]
  }

  private static var adaptation: [ParameterField] {
    [
      ParameterField("a", .conductance, default: 0.004, doc: "How strongly w follows v."),
      ParameterField("b", .current, default: 0.0805, in: 0...1e9, doc: "What a spike adds to w."),
      positive("tau_w", .time, 144, "Time constant of w."),
    ]
  }

  private static var synapses: [ParameterField] {
    SynapseFields.timeConstants("conductance", excitatory: 5, inhibitory: 5)
      + SynapseFields.reversals(excitatory: 0, inhibitory: -80) + [
        Substeps<DoubleLane>.field(default: 1)
      ]
  }

  static var state: [StateVariable] {
    [MembraneFields.v, StateVariable("w", .current, doc: "Current of adaptation.")] + SynapseFields.conductances + [
      StateVariable("refractory", .time, doc: "Time until it may fire again.", isInitial: false)
    ]
  }
}
