/// The gates of Hodgkin–Huxley neurons, and the two sets of rates with which they open and close.

/// A gate's rates of opening and closing at some potential [1/ms].
struct Gate<L: Lane> {
  let opening: L
  let closing: L

  /// Where the gate goes if the potential stays.
  @inline(__always)
  var balance: L { opening / (opening + closing) }

  /// The gate after `step` [ms] with these rates: x∞ + (x − x∞)·e^{−step·(α + β)}, the exponential by `meanDecay`.
  @inline(__always)
  func moved(_ gate: L, by step: L) -> L { moved(gate, by: step, L.meanDecay(step * total)) }

  @inline(__always)
  private func moved(_ gate: L, by step: L, _ meanDecay: L) -> L {
    gate + (opening - total * gate) * (step * meanDecay)
  }

  @inline(__always)
  private var total: L { opening + closing }

  /// The same for two gates at once, which saves a division.
  @inline(__always)
  static func moved(_ first: (Self, L), _ second: (Self, L), by step: L) -> (L, L) {
    let decays = L.meanDecays(step * first.0.total, step * second.0.total)
    return (first.0.moved(first.1, by: step, decays.0), second.0.moved(second.1, by: step, decays.1))
  }
}

/// The rates of m, h and n as functions of v.
package protocol GateRates: SendableMetatype {
  associatedtype L: Lane
  /// [mV], relative to what the model's rates are given for. Two exponentials.
  static func rates(_ u: L) -> Rates<L>
}

package struct Rates<L: Lane> {
  let m: Gate<L>
  let h: Gate<L>
  let n: Gate<L>
}

extension GateRates {
  /// So far beyond every reversal potential the rates stay as they are there, for their exponentials would overflow.
  @inline(__always)
  static func clamped(_ u: L) -> L { L.minimum(L.maximum(u, L(repeating: -300)), L(repeating: 300)) }
}

// All exponents are multiples of one small one, or nearly all: its powers save most of the exponentials.

/// The squid's giant axon, v in today's sign. u = v.
///
///     α_m = 0.1 (u + 40)/(1 − e^{−(u + 40)/10})    β_m = 4 e^{−(u + 65)/18}
///     α_h = 0.07 e^{−(u + 65)/20}                  β_h = 1/(1 + e^{−(u + 35)/10})
///     α_n = 0.01 (u + 55)/(1 − e^{−(u + 55)/10})   β_n = 0.125 e^{−(u + 65)/80}
///
/// - References: Hodgkin & Huxley 1952, J. Physiol. 117:500, eqs. 12, 13, 20, 21, 23, 24.
package enum SquidRates<L: Lane>: GateRates {
  @inline(__always)
  package static func rates(_ u: L) -> Rates<L> {
    let u = clamped(u)
    let e80 = L.expWithin((u + 65) * (-1 / 80))
    let e40 = e80 * e80
    let e20 = e40 * e40
    let e10 = e20 * e20
    return Rates(
      m: Gate(
        opening: L.quotient((u + 40) * -0.1, exponential: e10 * 12.182_493_960_703_473),  // e^2.5
        closing: L.expWithin((u + 65) * (-1 / 18)) * 4),
      h: Gate(opening: e20 * 0.07, closing: L(repeating: 1) / (e10 * 20.085_536_923_187_668 + 1)),  // e^3
      n: Gate(
        opening: L.quotient((u + 55) * -0.1, exponential: e10 * 2.718_281_828_459_045) * 0.1, closing: e80 * 0.125))
  }
}

/// Hippocampal pyramidal cells. u = v − v_offset.
///
///     α_m = 0.32 (13 − u)/(e^{(13 − u)/4} − 1)     β_m = 0.28 (u − 40)/(e^{(u − 40)/5} − 1)
///     α_h = 0.128 e^{(17 − u)/18}                  β_h = 4/(1 + e^{(40 − u)/5})
///     α_n = 0.032 (15 − u)/(e^{(15 − u)/5} − 1)    β_n = 0.5 e^{(10 − u)/40}
///
/// - References: Traub & Miles 1991, Neuronal Networks of the Hippocampus; as in Brette et al. 2007,
///   doi:10.1007/s10827-007-0038-6, appendix 2, benchmark 3.
package enum TraubRates<L: Lane>: GateRates {
  @inline(__always)
  package static func rates(_ u: L) -> Rates<L> {
    let u = clamped(u)
    let e40 = L.expWithin((u + -10) * (-1 / 40))
    let e20 = e40 * e40
    let e10 = e20 * e20
    let e5 = e10 * e10
    let e4 = e5 * e20
    // e^((40 − u)/5): x/(e^x − 1) is −x/(e^(−x) − 1) times e^(−x), so that β_m and β_h share it.
    let high = e5 * 403.428_793_492_735_1  // e^6
    return Rates(
      m: Gate(
        opening: L.quotient((u + -13) * -0.25, exponential: e4 * 2.117_000_016_612_674_8) * 1.28,  // e^0.75
        closing: L.quotient((u + -40) * -0.2, exponential: high) * high * 1.4),
      h: Gate(opening: L.expWithin((u + -17) * (-1 / 18)) * 0.128, closing: L(repeating: 4) / (high + 1)),
      n: Gate(
        opening: L.quotient((u + -15) * -0.2, exponential: e5 * 2.718_281_828_459_045) * 0.16, closing: e40 * 0.5))
  }
}
