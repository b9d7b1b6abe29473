/// What all threshold models share: the test, the three ways to reset, refractory time. Written once and composed.
package import Basics

/// Threshold, reset and refractory time of a block, as lanes.
package struct Threshold<L: Lane>: BitwiseCopyable, Sendable {
  /// A neuron fires at or above this.
  package let level: L
  // A reset is v·keep − drop: (0, −v_reset) is hard, (1, v_thresh − v_reset) soft, (1, 0) none; no branch, and exact.
  private let keep: L
  private let drop: L
  /// Steps without moving or firing after a spike.
  private let refractorySteps: L

  /// - Parameter steps: the refractory time of a neuron, in steps.
  package init(_ parameters: BlockParameters<L>, refractorySteps steps: (NeuronParameters) -> Double) {
    var level = parameters.lane { $0["v_thresh"] }
    let isStrict = parameters.lane { $0.choice("fires") == "above" ? 1 : 0 }
    // v > threshold is v ≥ the next number above it: one comparison serves both.
    for index in 0..<L.width where isStrict[index] != 0 { level[index] = level[index].nextUp }
    self.level = level
    keep = parameters.lane { $0.choice("reset") == "hard" ? 0 : 1 }
    drop = parameters.lane { neuron in
      switch neuron.choice("reset") {
      case "hard": -neuron["v_reset"]
      case "soft": neuron["v_thresh"] - neuron["v_reset"]
      default: 0
      }
    }
    refractorySteps = parameters.lane(steps)
  }

  /// A threshold of other parameters than the usual ones: at `level`, with a hard reset to `target` or with none.
  init(at level: L, resetTo target: L?, refractorySteps: L) {
    self.level = level
    keep = L(repeating: target == nil ? 1 : 0)
    drop = target.map { L.zero - $0 } ?? .zero
    self.refractorySteps = refractorySteps
  }

  /// Who is out of refractory time: may move, and may fire.
  @inline(__always)
  package func isReady(_ refractory: L, at clock: L) -> L.Mask { clock .>= refractory }

  /// - Parameter raise: by how much an adaptive threshold has risen.
  @inline(__always)
  package func isReached(_ v: L, raise: L, refractory: L, at clock: L) -> L.Mask {
    (v .>= level + raise) .& isReady(refractory, at: clock)
  }

  @inline(__always)
  package func reset<State: ThresholdState>(_ s: inout State, where fired: L.Mask, at clock: L) where State.L == L {
    s.v = s.v.replacing(with: s.v * keep - drop, where: fired)
    s.refractory = s.refractory.replacing(with: (clock + L(repeating: 1)) + refractorySteps, where: fired)
  }

  /// The state that every threshold model has, last in its descriptor.
  package static func state(_ dimension: Dimension, _ time: Dimension) -> [StateVariable] {
    [
      StateVariable(
        "refractory", time, doc: time == .time ? "Time until it may fire again." : "Steps until it may fire again.",
        isInitial: false),
      StateVariable(
        AdaptiveThreshold<L>.theta, dimension, doc: "By how much the threshold has risen.", isInitial: false),
    ]
  }

  /// The fields that every threshold model has, for its descriptor.
  package static func fields(
    _ dimension: Dimension, thresh: Double, reset: Double, refractory: ParameterField
  ) -> [ParameterField] {
    [
      ParameterField("v_thresh", dimension, default: thresh, doc: "Threshold: at or above it the neuron fires."),
      ParameterField("v_reset", dimension, default: reset, doc: "Where a hard reset leaves v."),
      refractory,
      ParameterField(
        "reset", choices: ["hard", "soft", "none"],
        doc: "After a spike v becomes v_reset (hard), falls by v_thresh − v_reset (soft), or stays (none)."),
      ParameterField("fires", choices: ["at", "above"], doc: "Whether v = v_thresh fires (at) or v must be above it."),
    ]
  }
}
