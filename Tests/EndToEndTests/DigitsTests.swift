/// The classifier against another simulator: every answer and every count of spikes.
import Foundation
import Testing

@Suite struct DigitsTests {
  @Test func everyAnswerAndSpikeCountIsTheReferences() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    let report = try Program.report([
      "digits", "--precision", "double", "--set", "input.present=128", "--set", "readout.at=8,32,128",
      "--record", "predictions=\(file.path)",
    ])
    #expect(report["presented"] as? Int == 450)
    let found = Table(try String(contentsOf: file, encoding: .utf8))
    let expected = try Table.reference("digits_expected.csv")
    #expect(expected.rows.count == 450)
    for name in expected.names { #expect(found.column(name) == expected.column(name), "\(name)") }
  }

  @Test func accuracyWithConstantInputIsTheReferences() throws {
    let accuracy = try #require(Program.report(["digits"])["accuracy_at"] as? [String: Double])
    let expected = ["4": 94.0, "8": 97.1, "16": 97.8, "32": 97.3, "64": 97.3]
    for (time, percent) in expected {
      #expect(abs(try #require(accuracy[time]) - percent) < 0.051, "after \(time) steps")
    }
  }

  @Test func accuracyWithPoissonInputRisesWithTime() throws {
    let preset = try #require(Program.report(["digits-poisson"])["accuracy_at"] as? [String: Double])
    let set = try #require(
      Program.report(["digits", "--set", "input.encoder=poisson"])["accuracy_at"] as? [String: Double])
    #expect(preset == set)
    let times = preset.keys.compactMap(Int.init).sorted()
    let percents = times.compactMap { preset["\($0)"] }
    // Three samples of 450: what chance may take back between two times.
    for (earlier, later) in zip(percents, percents.dropFirst()) { #expect(later > earlier - 0.7) }
    #expect(try #require(percents.last) > 95)
    #expect(try #require(preset["4"]) > 80)
    #expect(try #require(preset["1"]) < 40)
  }
}
