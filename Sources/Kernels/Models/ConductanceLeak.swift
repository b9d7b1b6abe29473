/// A leaky membrane under synaptic conductances, over one step: the integrator that the conductance models share.
import Basics

/// c_m dv/dt = j(t) − g(t)·v, with g and j sums over leak, synapses and currents, whose course within the step is known.
///
/// Fourth order: the Magnus series of this linear equation to its second term. With the means of g and j over the step,
/// their changes Δg, Δj from its start to its end, and h = dt/c_m,
///
///     z = h·g,   v ← v + (h·j − z·v + (z·h·Δj − h·Δg·h·j)/12) · (1 − e^{−z})/z
///
/// With a and b the synapses' parts of z, s and t a twelfth of their changes, E_e and E_i their reversal potentials, λ and d
/// the rest of z and of h·j, most of the last bracket cancels:
///
///     h·j = d + a·E_e + b·E_i,   (…)/12 = s·(λ·E_e − d) + t·(λ·E_i − d) + (s·b − t·a)·(E_e − E_i)
/// - References: Blanes, Casas, Oteo, Ros 2009, "The Magnus expansion and some of its applications",
///   doi:10.1016/j.physrep.2008.11.001, section 2.
package struct ConductanceLeak<L: Lane>: BitwiseCopyable, Sendable {
  /// The leak's part of z, of h·j, and what a current of 1 nA adds to h·j [mV].
  private let leak: L
  private let leakDrive: L
  private let currentToV: L
  private let reversals: Pair
  /// λ·E, for either reversal potential.
  private let leakTowards: Pair
  /// E_e − E_i.
  private let between: L

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
    leakTowards = Pair(
      excitatory: parameters.lane { dt / $0["tau_m"] * $0["e_rev_E"] },
      inhibitory: parameters.lane { dt / $0["tau_m"] * $0["e_rev_I"] })
    between = parameters.lane { $0["e_rev_E"] - $0["e_rev_I"] }
  }

  /// Where v is after the step.
  /// - Parameters:
  ///   - meanZ: the excitatory and inhibitory conductances' means over the step, times h = dt/c_m.
  ///   - twelfths: a twelfth of what they change from its start to its end, times h.
  @inline(__always)
  func moved(_ v: L, meanZ: (L, L), twelfths: (L, L), current: L) -> L {
    let drive = leakDrive + current * currentToV
    let (bentE, bentI) = (leakTowards.excitatory - drive, leakTowards.inhibitory - drive)
    let bend = twelfths.0 * (bentE + meanZ.1 * between) + twelfths.1 * (bentI - meanZ.0 * between)
    let pull = drive + (meanZ.0 * reversals.excitatory + meanZ.1 * reversals.inhibitory)
    return moved(v, z: leak + (meanZ.0 + meanZ.1), pull: pull + bend)
  }

  /// The same for conductances whose change is in a fixed ratio to their mean, as it is for exponentials. All that does not
  /// hang on the neuron's state stays out of the loop where neurons are equal.
  /// - Parameter ratios: a twelfth of the change by the mean.
  @inline(__always)
  func moved(_ v: L, meanZ: (L, L), ratios: (L, L), current: L) -> L {
    let drive = leakDrive + current * currentToV
    let towardsE = reversals.excitatory + ratios.0 * (leakTowards.excitatory - drive)
    let towardsI = reversals.inhibitory + ratios.1 * (leakTowards.inhibitory - drive)
    let both = (ratios.0 - ratios.1) * between
    let pull = (drive + meanZ.0 * (towardsE + meanZ.1 * both)) + meanZ.1 * towardsI
    return moved(v, z: leak + (meanZ.0 + meanZ.1), pull: pull)
  }

  @inline(__always)
  private func moved(_ v: L, z: L, pull: L) -> L { v + L.followed(pull - z * v, decay: z) }
}
