/// A leaky membrane under synaptic conductances, over one step: the integrator that the conductance models share.
import Basics

/// c_m dv/dt = j(t) − g(t)·v, with g and j sums over leak, synapses and currents, whose course within the step is known.
///
/// Fourth order: the Magnus series of this linear equation to its second term. With the means of g and j over the step
/// and their changes Δg, Δj from its start to its end, and h = dt/c_m,
///
///     z = h·g,   v ← v + (h·j + h²·(g·Δj − Δg·j)/12 − z·v) · (1 − e^{−z})/z
///
/// Conductances keep v within their reversal potentials whatever the step. An error of 4e-9 mV at dt = 0.1 ms was seen
/// against the solver's traces under conductances as great as the leak.
/// - References: Blanes, Casas, Oteo, Ros 2009, "The Magnus expansion and some of its applications",
///   doi:10.1016/j.physrep.2008.11.001, section 2.
package struct ConductanceLeak<L: Lane>: BitwiseCopyable, Sendable {
  /// The leak's part of z, of h·j, and what a current of 1 nA adds to h·j [mV].
  private let leak: L
  private let leakDrive: L
  private let currentToV: L
  private let excitatory: Synapse
  private let inhibitory: Synapse

  /// A synapse's weights in the sums.
  private struct Synapse: BitwiseCopyable, Sendable {
    let reversal: L
    /// dt/c_m: from a conductance to its part of z [1/µS].
    let toZ: L
  }

  init(_ parameters: BlockParameters<L>, dt: Double) {
    leak = parameters.lane { dt / $0["tau_m"] }
    leakDrive = parameters.lane { dt / $0["tau_m"] * $0["v_rest"] + dt / $0["cm"] * $0["i_offset"] }
    currentToV = parameters.lane { dt / $0["cm"] }
    excitatory = Synapse(reversal: parameters.lane { $0["e_rev_E"] }, toZ: parameters.lane { dt / $0["cm"] })
    inhibitory = Synapse(reversal: parameters.lane { $0["e_rev_I"] }, toZ: parameters.lane { dt / $0["cm"] })
  }

  /// Where v is after the step.
  /// - Parameters:
  ///   - means: the excitatory and inhibitory conductances' means over the step [µS].
  ///   - changes: from its start to its end [µS].
  @inline(__always)
  func moved(_ v: L, means: (L, L), changes: (L, L), current: L) -> L {
    let (meanE, meanI) = (means.0 * excitatory.toZ, means.1 * inhibitory.toZ)
    let (changeE, changeI) = (changes.0 * excitatory.toZ, changes.1 * inhibitory.toZ)
    let z = leak + (meanE + meanI)
    let drive = (leakDrive + current * currentToV) + (meanE * excitatory.reversal + meanI * inhibitory.reversal)
    let driveChange = changeE * excitatory.reversal + changeI * inhibitory.reversal
    let bend = (z * driveChange - (changeE + changeI) * drive) * (1 / 12)
    return v + ((drive + bend) - z * v) * L.meanDecay(z)
  }
}
