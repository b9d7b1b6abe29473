/// The series 1, 2, 5, 10, 20, 50 … in both directions: the steps of speed, window and values.
import Basics

enum Ladder {
  /// The least number of the series that is clearly above `x`. - Precondition: 0 < x < 1e300.
  static func above(_ x: Double) -> Double { rungs(around: x).first { $0 > x * (1 + tolerance) } ?? x }

  /// The greatest number of the series that is clearly below `x`. - Precondition: 1e-300 < x.
  static func below(_ x: Double) -> Double { rungs(around: x).last { $0 < x * (1 - tolerance) } ?? x }

  /// The greatest number of the series that is not above `x`. - Precondition: x > 0.
  static func atMost(_ x: Double) -> Double { rungs(around: x).last { $0 <= x * (1 + tolerance) } ?? x }

  /// `mantissa` · 10^`exponent` as the number that people write: 3 · 10⁻¹ is 0.3, not 0.30000000000000004.
  static func decimal(_ mantissa: Double, exponent: Int) -> Double {
    exponent >= 0 ? mantissa * Elementary.power10(Double(exponent)) : mantissa / Elementary.power10(Double(-exponent))
  }

  /// The exponent of ten of `x` > 0: 0.05 → −2, 50 → 1.
  static func exponent(of x: Double) -> Int {
    let guess = Int((Elementary.log(x) / Elementary.log(10)).rounded(.down))
    // The logarithm of a power of ten may come out a little too low.
    return decimal(1, exponent: guess + 1) <= x ? guess + 1 : guess
  }

  /// Rounding errors smaller than this do not make two rungs out of one.
  private static let tolerance = 1e-9

  private static func rungs(around x: Double) -> [Double] {
    let middle = exponent(of: x)
    return (middle - 1...middle + 1).flatMap { exponent in
      [1.0, 2, 5].map { decimal($0, exponent: exponent) }
    }
  }
}
