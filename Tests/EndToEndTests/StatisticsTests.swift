/// The activity of the Vogels–Abbott network against another simulator's, seed by seed.
import Foundation
import Testing

@Suite struct StatisticsTests {
  @Test func ratesAndCVsOfTenSeedsAreTheReferences() throws {
    let reference = try Table.reference("vogels_abbott_seeds.csv")
    var exc: [Double] = []
    var inh: [Double] = []
    var cvs: [Double] = []
    for seed in 1...10 {
      let report = try Program.report(["cuba", "--for", "5s", "--warmup", "500ms", "--seed", "\(seed)"])
      let rates = try #require(report["rates_hz"] as? [String: Double])
      exc.append(try #require(rates["exc"]))
      inh.append(try #require(rates["inh"]))
      cvs.append(try #require((report["cv_isi"] as? [String: Double])?["exc"]))
    }
    #expect(Welch(exc, reference.column("rate_exc_hz")).agrees)
    #expect(Welch(inh, reference.column("rate_inh_hz")).agrees)
    #expect(Welch(cvs, reference.column("cv_isi")).agrees)
    // The test itself must be able to tell two networks apart.
    #expect(!Welch(exc.map { $0 * 1.2 }, reference.column("rate_exc_hz")).agrees)
  }
}

/// Welch's test of two means with unequal variances (Welch 1947, Biometrika 34), two-sided, α = 0.001.
struct Welch {
  let statistic: Double
  let degreesOfFreedom: Double

  init(_ a: [Double], _ b: [Double]) {
    let (first, second) = (Self.squaredError(a), Self.squaredError(b))
    statistic = abs(Self.mean(a) - Self.mean(b)) / (first + second).squareRoot()
    degreesOfFreedom =
      (first + second) * (first + second)
      / (first * first / Double(a.count - 1) + second * second / Double(b.count - 1))
  }

  var agrees: Bool { statistic < Self.quantiles[min(18, max(4, Int(degreesOfFreedom))) - 4] }

  /// Of Student's distribution at 0.9995, for 4 to 18 degrees of freedom: what ten samples and five or ten can have.
  private static let quantiles = [
    8.610, 6.869, 5.959, 5.408, 5.041, 4.781, 4.587, 4.437, 4.318, 4.221, 4.140, 4.073, 4.015, 3.965, 3.922,
  ]

  private static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  /// Of the mean: variance over number.
  private static func squaredError(_ values: [Double]) -> Double {
    let mean = mean(values)
    let sum = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return sum / Double(values.count - 1) / Double(values.count)
  }
}
