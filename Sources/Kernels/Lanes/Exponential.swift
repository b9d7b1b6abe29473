/// e^x for a whole block at once, in both precisions.

extension Lane {
  /// e^x for any x.
  ///
  /// Within 1 ulp of the true value wherever that is a normal number. Below the least normal number the result is 0, never
  /// subnormal; above the greatest it is infinite; not a number stays so.
  /// - Complexity: some 20 operations on whole blocks in single precision and 25 in double, no branch, no table.
  @inline(__always)
  package static func exp(_ x: Self) -> Self {
    let range = Scalar.exponential
    return expWithin(x).replacing(with: .zero, where: Self(repeating: range.lowest) .> x)
      .replacing(with: Self(repeating: .infinity), where: x .> Self(repeating: range.highest))
  }

  /// e^x where that is known to be a normal number, as it is for −87 < x < 88.
  ///
  /// x = n·ln 2 + r with a whole n and |r| ≤ ln 2 / 2; e^r = 1 + r + r²·q(r), q a polynomial whose relative error is
  /// below a tenth of the last digit; n is added to the exponent. Within 1 ulp.
  @inline(__always)
  static func expWithin(_ x: Self) -> Self {
    let range = Scalar.exponential
    let shifted = x * range.perLn2 + range.rounding
    let n = shifted + -range.rounding
    // ln 2 in two parts, the first so short that n times it is exact.
    let r = (x - n * range.ln2High) - n * range.ln2Low
    let small = r + r * r * exponentialRemainder(r)
    return scale(small + 1, byPowerIn: shifted)
  }

  /// x/(e^x − 1), which is 1 at x = 0, for an x whose exponential is known.
  ///
  /// The rates of gates have this form. Relative error: some ulps of `exponential` over |x|, where that is small.
  @inline(__always)
  package static func quotient(_ x: Self, exponential: Self) -> Self {
    let square = x * x
    // Bernoulli's numbers: 1 − x/2 + x²/12 − x⁴/720.
    let bend = square * (-1.0 / 720) + (1.0 / 12)
    let series = (x * -0.5 + 1) + square * bend
    let limit = Self(repeating: Scalar.quotientSeriesLimit * Scalar.quotientSeriesLimit)
    return (x / (exponential + -1)).replacing(with: series, where: limit .> square)
  }

  /// (1 − e^(−z))/z: how much of a drive is left on the average while it is being followed. For z ≥ 0.
  ///
  /// From the Padé approximant of e^(−z) of degrees 2 and 3, (60 − 24z + 3z²)/(60 + 36z + 9z² + z³): one division and
  /// no exponential, exact for z = 0, and falling to 0 for great z like the exponential itself, so that any step is
  /// stable. e^(−z) comes out with an error of z⁶/7200: 2e-12 at z = 0.05, 1.4e-10 at 0.1, below 1e-4 at 1,
  /// 0.064 at most, which is at z = 18.
  /// - References: Hairer & Wanner 1996, Solving Ordinary Differential Equations II, section IV.3.
  @inline(__always)
  package static func meanDecay(_ z: Self) -> Self {
    let ratio = decayRatio(z)
    return ratio.numerator / ratio.denominator
  }

  /// drive·(1 − e^(−z))/z, for z ≥ 0, in fewer operations than by `meanDecay`, as membranes need it whose z is small.
  ///
  /// From the Padé approximant of e^(−z) of degrees 2 and 2, (12 − 6z + z²)/(12 + 6z + z²): one division. e^(−z) comes out
  /// with an error of z⁵/720: 4e-10 at z = 0.05, 1.4e-8 at 0.1, 5e-4 at 1. It stays between 0.07 and 1, so that any step is
  /// stable, but rises again above z = 3.5: such a step is too long.
  @inline(__always)
  static func followed(_ drive: Self, decay z: Self) -> Self {
    drive / ((z * (1.0 / 12) + 0.5) * z + 1)
  }

  /// The same as `meanDecay` for two at once, with one division. Their cubes must not overflow together.
  @inline(__always)
  static func meanDecays(_ first: Self, _ second: Self) -> (Self, Self) {
    let (a, b) = (decayRatio(first), decayRatio(second))
    let reciprocal = Self(repeating: 1) / (a.denominator * b.denominator)
    return (a.numerator * b.denominator * reciprocal, b.numerator * a.denominator * reciprocal)
  }

  @inline(__always)
  private static func decayRatio(_ z: Self) -> (numerator: Self, denominator: Self) {
    ((z + 6) * z + 60, ((z + 9) * z + 36) * z + 60)
  }
}

/// How an argument of `exp` is cut into a power of two and a rest.
package struct ExponentialRange<Scalar: Sendable>: Sendable {
  let perLn2: Scalar
  /// Added and subtracted again, it rounds to a whole number.
  let rounding: Scalar
  let ln2High: Scalar
  let ln2Low: Scalar
  /// Logarithms of the least normal and of the greatest number.
  let lowest: Scalar
  let highest: Scalar
}

extension Float {
  package static var exponential: ExponentialRange<Float> {
    @inline(__always) get {
      ExponentialRange(
        perLn2: 1.442_695_04, rounding: 0x1.8p23, ln2High: 0.693_359_375, ln2Low: -2.121_944_4e-4,
        lowest: -87.336_54, highest: 88.722_83)
    }
  }
  package static var quotientSeriesLimit: Float { 0.25 }
}

extension Double {
  package static var exponential: ExponentialRange<Double> {
    @inline(__always) get {
      ExponentialRange(
        perLn2: 1.442_695_040_888_963_4, rounding: 0x1.8p52, ln2High: 0.693_145_751_953_125,
        ln2Low: 1.428_606_820_309_417_2e-6, lowest: -708.396_418_532_264_1, highest: 709.782_712_893_384)
    }
  }
  package static var quotientSeriesLimit: Double { 0.01 }
}
