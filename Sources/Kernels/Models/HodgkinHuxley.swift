/// Hodgkin–Huxley neurons with exponential synaptic conductances: `HH_squid` and `HH_cond_exp` but for their rates.
import Basics

/// One compartment, three gates.
///
///     c_m dv/dt = g_leak (e_rev_leak − v) + gbar_Na m³h (e_rev_Na − v) + gbar_K n⁴ (e_rev_K − v)
///               + gsyn_exc (e_rev_E − v) + gsyn_inh (e_rev_I − v) + i_offset + I
///     dx/dt = α_x(v) (1 − x) − β_x(v) x   for m, h, n;   τ dgsyn/dt = −gsyn
///
/// Integration, `staggered`: the gates stand half a (sub-)step before v, so that each is advanced by the exponential of
/// an equation whose other variables are those of its midpoint: second order for one evaluation of the rates a
/// sub-step. `exponential_euler`: both by what the other was at the start, first order, as Brian2 has it.
/// At dt = 0.1 ms over 200 ms of firing the spikes drift by ~1 ms (staggered) against 9 to 13 (exponential Euler).
/// A spike is v ≥ v_thresh out of refractory time; v is neither reset nor held.
/// State of a neuron: v [mV], m, h, n, gsyn [µS] of both kinds, refractory [steps]; 28 bytes in single precision.
/// - Complexity: O(n · sub-steps); two exponentials and seven divisions each, no allocation.
/// - References: Hodgkin & Huxley 1952; Hines 1984, Int. J. Biomed. Comput. 15:69 (staggered steps).
package protocol HodgkinHuxley: ThresholdModel
where State == HodgkinHuxleyState<L>, Coefficients == HodgkinHuxleyCoefficients<L> {
  associatedtype Gates: GateRates where Gates.L == L
}

package struct HodgkinHuxleyState<L: Lane>: ThresholdState {
  package var v: L
  package var m: L
  package var h: L
  package var n: L
  package var excitatory: L
  package var inhibitory: L
  package var refractory: L
}

extension HodgkinHuxley {
  package static var receptors: Int { 2 }
  package static var arrivalVariables: [Int] { [4, 5] }

  package static var rest: State {
    State(
      v: L(repeating: -65), m: .zero, h: .zero, n: .zero, excitatory: .zero, inhibitory: .zero, refractory: .zero)
  }

  package static func coefficients(_ parameters: BlockParameters<L>, dt: Double) -> Coefficients {
    Coefficients(parameters, dt: dt)
  }

  package static func settle(_ s: inout State, _ c: Coefficients) {
    let rates = Gates.rates(s.v - c.offset)
    (s.m, s.h, s.n) = (rates.m.balance, rates.h.balance, rates.n.balance)
  }

  @inline(__always)
  package static func charge(_ s: inout State, _ input: BlockInput<L>, _ c: Coefficients) {
    if c.substeps.most == 1 {
      move(&s, input.current, c)
    } else {
      for step in 0..<c.substeps.most {
        var moved = s
        move(&moved, input.current, c)
        s = s.replacing(with: moved, where: c.substeps.has(step))
      }
    }
    s.excitatory = s.excitatory + input.excitatory
    s.inhibitory = s.inhibitory + input.inhibitory
  }

  @inline(__always)
  private static func move(_ s: inout State, _ current: L, _ c: Coefficients) {
    let rates = Gates.rates(s.v - c.offset)
    let (m, h) = Gate.moved((rates.m, s.m), (rates.h, s.h), by: c.substeps.length)
    let n = rates.n.moved(s.n, by: c.substeps.length)
    let isStaggered = c.isStaggered .> .zero
    let sodium = c.open(
      sodium: s.m.replacing(with: m, where: isStaggered), s.h.replacing(with: h, where: isStaggered))
    let potassium = c.open(potassium: s.n.replacing(with: n, where: isStaggered))
    s.v = c.moved(s.v, sodium: sodium, potassium: potassium, s.excitatory, s.inhibitory, current)
    (s.m, s.h, s.n) = (m, h, n)
    s.excitatory = s.excitatory * c.excitatory.decay
    s.inhibitory = s.inhibitory * c.inhibitory.decay
  }
}

extension HodgkinHuxleyState {
  /// This state, with the variables of `other` where the mask is true; refractory time is left alone.
  @inline(__always)
  fileprivate func replacing(with other: Self, where mask: L.Mask) -> Self {
    Self(
      v: v.replacing(with: other.v, where: mask), m: m.replacing(with: other.m, where: mask),
      h: h.replacing(with: other.h, where: mask), n: n.replacing(with: other.n, where: mask),
      excitatory: excitatory.replacing(with: other.excitatory, where: mask),
      inhibitory: inhibitory.replacing(with: other.inhibitory, where: mask), refractory: refractory)
  }
}
