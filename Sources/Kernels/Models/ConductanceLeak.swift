/// A leaky membrane under synaptic conductances, over one step: the integrator that the conductance models share.
import Basics

/// c_m dv/dt = j(t) − g(t)·v, with g and j sums over leak, synapses and currents, whose course within the step is known.
///
/// Fourth order: the Magnus series of this linear equation to its second term. With the means of g and j over the step,
/// their changes Δg, Δj from its start to its end, and h = dt/c_m,
///
///     z = h·g,   f = h·j − z·v,   v ← v + (f + (z·Δf − Δz·f)/12) · (1 − e^{−z})/z
///
/// Conductances keep v within their reversal potentials, whatever the step.
/// - References: Blanes, Casas, Oteo, Ros 2009, "The Magnus expansion and some of its applications",
///   doi:10.1016/j.physrep.2008.11.001, section 2.
package struct ConductanceLeak<L: Lane>: BitwiseCopyable, Sendable {
  /// The leak's part of z, of h·j, and what a current of 1 nA adds to h·j [mV].
  private let leak: L
  private let leakDrive: L
  private let currentToV: L
  private let reversals: Pair

  private struct Pair: BitwiseCopyable, Sendable {
    let excitatory: L
    let inhibitory: L
  }

  init(_ parameters: BlockParameters<L>, dt: Double) {
    leak = parameters.lane { dt / $0["tau_m"] }
    leakDrive = parameters.lane { dt / $0["tau_m"] * $0["v_rest"] + dt / $0["cm"] * $0["i_offset"] }
    currentToV = parameters.lane { dt / $0["cm"] }
    reversals = Pair(
      excitatory: parameters.lane { $0["e_rev_E"] }, inhibitory: parameters.lane { $0["e_rev_I"] })
  }

  /// Where v is after the step.
  /// - Parameters:
  ///   - meanZ: the excitatory and inhibitory conductances' means over the step, times h = dt/c_m.
  ///   - twelfths: a twelfth of what they change from its start to its end, times h.
  @inline(__always)
  func moved(_ v: L, meanZ: (L, L), twelfths: (L, L), current: L) -> L {
    let (towardsE, towardsI) = (reversals.excitatory - v, reversals.inhibitory - v)
    let z = leak + (meanZ.0 + meanZ.1)
    let pull = ((leakDrive + current * currentToV) - leak * v) + (meanZ.0 * towardsE + meanZ.1 * towardsI)
    let bend = z * (twelfths.0 * towardsE + twelfths.1 * towardsI) - (twelfths.0 + twelfths.1) * pull
    return v + (pull + bend) * L.meanDecay(z)
  }
}
