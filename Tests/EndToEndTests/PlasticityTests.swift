/// Synapses that learn, through the program: against another simulator, and over threads and checkpoints.
import Foundation
import Testing

@Suite struct PlasticityTests {
  /// Competition among the inputs of one neuron, after 100 s: how many weights are within 5 % of a bound, their mean,
  /// and the neuron's rate in the second half.
  @Test func competitionEndsWhereTheReferenceDoes() throws {
    let reference = try Table.reference("song_seeds.csv")
    var (atBounds, means, rates) = ([Double](), [Double](), [Double]())
    for seed in 1...10 {
      let (report, rows) = try weights([
        "song", "--for", "50s", "--warmup", "50s", "--precision", "double", "--seed", "\(seed)",
      ])
      let weights = rows.column("weight").map { $0 / 1e-4 }
      #expect(weights.count == 1000 && weights.allSatisfy { $0 >= 0 && $0 <= 1 })
      atBounds.append(Double(weights.count { $0 < 0.05 || $0 > 0.95 }) / 1000)
      means.append(weights.reduce(0, +) / 1000)
      rates.append(try #require((report["rates_hz"] as? [String: Double])?["neuron"]))
    }
    #expect(Welch(atBounds, reference.column("at_bounds")).agrees)
    #expect(Welch(means, reference.column("mean_weight")).agrees)
    #expect(Welch(rates, reference.column("rate_hz")).agrees)
    // The means are so sharp that the test would tell a rule of other ends.
    #expect(!Welch(means.map { $0 * 1.03 }, reference.column("mean_weight")).agrees)
  }

  @Test func theHashIsTheSameForThreadsAndOverACheckpoint() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let kept = folder.appendingPathComponent("kept").path
    let straight = try #require(Program.report(["song", "--for", "4s"])["state_hash"] as? String)
    #expect(try Program.report(["song", "--for", "4s", "--threads", "2"])["state_hash"] as? String == straight)
    _ = try Program.report(["song", "--for", "2s", "--save", kept])
    #expect(try Program.report(["song", "--for", "2s", "--resume", kept])["state_hash"] as? String == straight)
  }

  @Test func aProjectionThatDoesNotExistIsNotRecorded() throws {
    let outcome = try Program.run(["run", "song", "--record", "lerned.weights=w.csv"])
    #expect(outcome.status == 2 && outcome.errors.contains("learned"))
  }

  /// What a run reports, and its weights at the end.
  private func weights(_ arguments: [String]) throws -> ([String: Any], Table) {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    let report = try Program.report(arguments + ["--record", "learned.weights=\(file.path)"])
    return (report, Table(try String(contentsOf: file, encoding: .utf8)))
  }
}
