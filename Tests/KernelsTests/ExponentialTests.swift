/// The block exponential against the platform's, over all that goes in.
import Basics
import Testing

@testable import Kernels

@Suite struct ExponentialTests {
  /// e^x of single arguments by way of a whole block.
  private func exp<L: Lane>(_ x: L.Scalar, _: L.Type) -> L.Scalar {
    var lanes = L(repeating: 0)
    lanes[L.width - 1] = x
    return L.exp(lanes)[L.width - 1]
  }

  /// How many units of the last digit apart.
  private func ulps<S: BinaryFloatingPoint>(_ value: S, _ truth: S) -> Double {
    value == truth ? 0 : Double(abs(value - truth) / truth.ulp)
  }

  @Test func singlePrecisionIsWithinAnUlp() {
    var worst = 0.0
    // Every 16,381st of all numbers whose exponential is a normal number, of both signs.
    for bits in stride(from: UInt32(0x2000_0000), to: Float(88.8).bitPattern, by: 16_381) {
      for x in [Float(bitPattern: bits), -Float(bitPattern: bits)] {
        let truth = Elementary.exp(Double(x))
        guard Float(truth).isNormal else { continue }
        worst = max(worst, abs(Double(exp(x, FloatLane.self)) - truth) / Double(Float(truth).ulp))
      }
    }
    #expect(worst < 1.01, "\(worst) ulp")
  }

  @Test func doublePrecisionIsWithinAnUlp() {
    var worst = 0.0
    for step in -20_000...20_000 {
      let x = Double(step) * 0.035_417_129_7
      let truth = Elementary.exp(x)
      guard truth.isNormal else { continue }
      worst = max(worst, ulps(exp(x, DoubleLane.self), truth))
    }
    for step in 0...2000 {
      let x = Double(step) * 0.000_346_7 - 0.3467
      worst = max(worst, ulps(exp(x, DoubleLane.self), Elementary.exp(x)))
    }
    // The library's own half of a digit comes on top.
    #expect(worst <= 1, "\(worst) ulp")
  }

  @Test func theEndsOfTheRange() {
    #expect(exp(0, FloatLane.self) == 1 && exp(0, DoubleLane.self) == 1)
    #expect(exp(-.leastNonzeroMagnitude, FloatLane.self) == 1)
    for x in [Float.infinity, 1e30, 88.73, 200] { #expect(exp(x, FloatLane.self) == .infinity) }
    for x in [-Float.infinity, -1e30, -87.34, -100, -104] { #expect(exp(x, FloatLane.self) == 0) }
    for x in [Double.infinity, 1e300, 709.79, 1000] { #expect(exp(x, DoubleLane.self) == .infinity) }
    for x in [-Double.infinity, -1e300, -708.4, -745, -1000] { #expect(exp(x, DoubleLane.self) == 0) }
    #expect(exp(Float(88.7228), FloatLane.self).isFinite && exp(709.782, DoubleLane.self).isFinite)
    #expect(exp(Float(-87.3365), FloatLane.self).isNormal && exp(-708.396, DoubleLane.self).isNormal)
    #expect(exp(Float.nan, FloatLane.self).isNaN && exp(Double.nan, DoubleLane.self).isNaN)
  }

  @Test func quotientsAreSafeAtZero() {
    for x in [-40, -3, -0.26, -0.24, -0.011, -0.009, -1e-9, 0, 1e-300, 1e-12, 0.009, 0.011, 0.24, 0.26, 5, 60.0] {
      let truth = x == 0 ? 1 : x / Elementary.expMinusOne(x)
      let lanes = DoubleLane(repeating: x)
      #expect(abs(DoubleLane.quotient(lanes, exponential: DoubleLane.exp(lanes))[0] - truth) < 1e-13 * truth)
      let singles = FloatLane(repeating: Float(x))
      let single = Double(FloatLane.quotient(singles, exponential: FloatLane.exp(singles))[0])
      #expect(abs(single - truth) < 1e-6 * truth)
    }
    // Where the exponential overflows there is nothing left.
    #expect(FloatLane.quotient(FloatLane(repeating: 100), exponential: FloatLane(repeating: .infinity))[0] == 0)
  }

  /// The error that the documentation states.
  @Test func theMeanDecayIsThatOfTheExponential() {
    for z in [0.0, 1e-6, 0.01, 0.05, 0.1, 0.5, 1, 2, 4, 10, 17.7, 100, 1e6] {
      let mean = DoubleLane.meanDecay(DoubleLane(repeating: z))[0]
      let error = abs((1 - z * mean) - Elementary.exp(-z))
      let rounding = 4e-16
      #expect(error <= min(0.064, Elementary.exp(6 * Elementary.log(max(z, 1e-30))) / 7200) + rounding, "z = \(z)")
      #expect(mean > 0)
    }
  }
}
