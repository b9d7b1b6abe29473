/// What a step of a Hodgkin–Huxley neuron needs, and the membrane's part of it.
import Basics

package struct HodgkinHuxleyCoefficients<L: Lane>: ThresholdCoefficients {
  let offset: L
  /// 1 where gates are half a step before v, 0 where both stand at the same time.
  let isStaggered: L
  let substeps: Substeps<L>
  let excitatory: Synapse
  let inhibitory: Synapse
  package let threshold: Threshold<L>
  private let leak: L
  private let leakDrive: L
  private let currentToV: L
  private let sodium: Channel
  private let potassium: Channel

  /// From a conductance to its part of z = sub-step · conductance / c_m [1/µS], and where it draws v.
  private struct Channel: BitwiseCopyable, Sendable {
    let toZ: L
    let reversal: L
  }

  /// The same for a conductance that decays.
  struct Synapse: BitwiseCopyable, Sendable {
    fileprivate let toZ: L
    fileprivate let reversal: L
    let decay: L
  }

  init(_ parameters: BlockParameters<L>, dt: Double) {
    let perCm = { (p: NeuronParameters) in dt / Substeps<L>.count(p) / p["cm"] }
    offset = parameters.lane { $0.has("v_offset") ? $0["v_offset"] : 0 }
    isStaggered = parameters.lane { $0.choice("integrator") == "staggered" ? 1 : 0 }
    substeps = Substeps(parameters, dt: dt)
    leak = parameters.lane { perCm($0) * $0["g_leak"] }
    leakDrive = parameters.lane { perCm($0) * ($0["g_leak"] * $0["e_rev_leak"] + $0["i_offset"]) }
    currentToV = parameters.lane(perCm)
    sodium = Channel(
      toZ: parameters.lane { perCm($0) * $0["gbar_Na"] }, reversal: parameters.lane { $0["e_rev_Na"] })
    potassium = Channel(
      toZ: parameters.lane { perCm($0) * $0["gbar_K"] }, reversal: parameters.lane { $0["e_rev_K"] })
    let synapse = { (tau: String, reversal: String) in
      Synapse(
        // Staggered, v feels the conductance of the middle of its sub-step.
        toZ: parameters.lane {
          let half = $0.choice("integrator") == "staggered" ? 0.5 : 0
          return perCm($0) * Elementary.exp(-half * dt / Substeps<L>.count($0) / $0[tau])
        },
        reversal: parameters.lane { $0[reversal] },
        decay: parameters.lane { Elementary.exp(-dt / Substeps<L>.count($0) / $0[tau]) })
    }
    excitatory = synapse("tau_syn_E", "e_rev_E")
    inhibitory = synapse("tau_syn_I", "e_rev_I")
    threshold = Threshold(
      at: parameters.lane { $0["v_thresh"] }, resetTo: nil,
      refractorySteps: parameters.lane { MembraneFields.refractorySteps($0, dt: dt) })
  }

  /// m³h, as a part of z.
  @inline(__always)
  func open(sodium m: L, _ h: L) -> L { (m * m) * (m * h) * sodium.toZ }

  /// n⁴, as a part of z.
  @inline(__always)
  func open(potassium n: L) -> L { (n * n) * (n * n) * potassium.toZ }

  /// v after a sub-step in which all conductances stay: v∞ + (v − v∞)·e^{−z}, the exponential by `meanDecay`.
  @inline(__always)
  func moved(_ v: L, sodium open: L, potassium: L, _ gExcitatory: L, _ gInhibitory: L, _ current: L) -> L {
    let (zE, zI) = (gExcitatory * excitatory.toZ, gInhibitory * inhibitory.toZ)
    let z = (leak + (zE + zI)) + (open + potassium)
    let drive =
      ((leakDrive + current * currentToV) + (zE * excitatory.reversal + zI * inhibitory.reversal))
      + (open * sodium.reversal + potassium * self.potassium.reversal)
    return v + (drive - z * v) * L.meanDecay(z)
  }
}
