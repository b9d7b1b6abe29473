/// The networks of conductance neurons and of Hodgkin–Huxley neurons against another simulator's, seed by seed.
import Foundation
import Testing

@Suite struct ConductanceNetworkTests {
  private struct Activity {
    var excitatory: [Double] = []
    var inhibitory: [Double] = []
    var cvs: [Double] = []
  }

  /// Ten seeds of a preset; the CV is over all neurons.
  private func ours(_ arguments: [String]) throws -> Activity {
    var activity = Activity()
    for seed in 1...10 {
      let report = try Program.report(arguments + ["--warmup", "300ms", "--seed", "\(seed)"])
      let rates = try #require(report["rates_hz"] as? [String: Double])
      let cvs = try #require(report["cv_isi"] as? [String: Double])
      activity.excitatory.append(try #require(rates["exc"]))
      activity.inhibitory.append(try #require(rates["inh"]))
      activity.cvs.append(0.8 * (try #require(cvs["exc"])) + 0.2 * (try #require(cvs["inh"])))
    }
    return activity
  }

  private func expectAgreement(_ ours: Activity, _ reference: String) throws {
    let theirs = try Table.reference(reference)
    #expect(Welch(ours.excitatory, theirs.column("rate_exc_hz")).agrees, "\(ours.excitatory)")
    #expect(Welch(ours.inhibitory, theirs.column("rate_inh_hz")).agrees, "\(ours.inhibitory)")
    #expect(Welch(ours.cvs, theirs.column("cv_isi")).agrees, "\(ours.cvs)")
  }

  @Test func conductances() throws {
    try expectAgreement(ours(["coba", "--for", "2s"]), "coba_seeds.csv")
  }

  private static let exponentialEuler = ["exc", "inh"].flatMap { ["--set", "\($0).integrator=exponential_euler"] }

  /// Like with like: the reference, too, is exponential Euler at 0.1 ms.
  @Test func hodgkinHuxleyByExponentialEuler() throws {
    try expectAgreement(ours(["cobahh", "--for", "1s"] + Self.exponentialEuler), "cobahh_seeds.csv")
  }

  /// The preset's own integrator is closer to where both go with smaller steps, and exponential Euler is below.
  @Test func staggeredGatesAreNearTheLimit() throws {
    let substeps = ["exc", "inh"].flatMap { ["--set", "\($0).substeps=5"] }
    let staggered = try ours(["cobahh", "--for", "1s"])
    let limit = try ours(["cobahh", "--for", "1s"] + substeps)
    #expect(Welch(staggered.excitatory, limit.excitatory).agrees)
    #expect(Welch(staggered.inhibitory, limit.inhibitory).agrees)
    #expect(!Welch(staggered.inhibitory, try Table.reference("cobahh_seeds.csv").column("rate_inh_hz")).agrees)
  }
}
