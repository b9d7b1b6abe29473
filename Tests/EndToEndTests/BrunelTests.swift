/// The four regimes of Brunel's network against another simulator's, seed by seed.
import Foundation
import Testing

@Suite struct BrunelTests {
  /// A preset, the number of its regime in the reference, and the times that were simulated there.
  struct Regime: Sendable, CustomTestStringConvertible {
    let preset: String
    let number: Double
    let warmup: String
    let duration: String

    var testDescription: String { preset }
  }

  private static let regimes = [
    Regime(preset: "brunel-ai", number: 0, warmup: "200ms", duration: "800ms"),
    Regime(preset: "brunel-si-slow", number: 1, warmup: "300ms", duration: "1200ms"),
    Regime(preset: "brunel-si-fast", number: 2, warmup: "150ms", duration: "450ms"),
    Regime(preset: "brunel-sr", number: 3, warmup: "50ms", duration: "150ms"),
  ]

  @Test(arguments: regimes)
  func ratesAndCVsOfTwentySeedsAreTheReferences(regime: Regime) throws {
    let reference = try Table.reference("brunel_regimes_seeds.csv")
    let own = reference.column("regime").indices.filter { reference.column("regime")[$0] == regime.number }
    func expected(_ name: String) -> [Double] { own.map { reference.column(name)[$0] } }
    var exc: [Double] = []
    var inh: [Double] = []
    var cvs: [Double] = []
    // Twenty of ours, for the reference has only five: its own spread is known badly, ours should be known well.
    for seed in 1...20 {
      let report = try Program.report([
        regime.preset, "--for", regime.duration, "--warmup", regime.warmup, "--seed", "\(seed)",
      ])
      let rates = try #require(report["rates_hz"] as? [String: Double])
      exc.append(try #require(rates["exc"]))
      inh.append(try #require(rates["inh"]))
      cvs.append(try #require((report["cv_isi"] as? [String: Double])?["exc"]))
    }
    #expect(Welch(exc, expected("rate_E_Hz")).agrees)
    #expect(Welch(inh, expected("rate_I_Hz")).agrees)
    #expect(Welch(cvs, expected("cv_isi")).agrees)
    // The test itself must be able to tell two networks apart.
    #expect(!Welch(exc.map { $0 * 1.5 }, expected("rate_E_Hz")).agrees)
  }
}
