/// `ganglion run`, `check` and their errors, as a process.
import Foundation
import Testing

@Suite struct RunTests {
  private func hash(_ arguments: String...) throws -> String {
    try #require(Program.report(arguments)["state_hash"] as? String)
  }

  @Test func theHashIsTheSameForAnyThreadsAndRecording() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).npy")
    defer { try? FileManager.default.removeItem(at: file) }
    let plain = try hash("cuba", "--for", "500ms")
    #expect(try hash("cuba", "--for", "500ms", "--threads", "2") == plain)
    #expect(try hash("cuba", "--for", "500ms", "--record", "exc.spikes=\(file.path)") == plain)
    #expect(try hash("cuba", "--for", "250ms", "--warmup", "250ms") == plain)
    #expect(try hash("cuba", "--for", "500ms", "--seed", "7") != plain)
    #expect(FileManager.default.fileExists(atPath: file.path))
  }

  @Test func aChangeOnTheCommandLineCounts() throws {
    let silent = try Program.report(["lif", "--set", "neuron.i_offset=0.7nA"])
    #expect((silent["spikes"] as? [String: Int]) == ["neuron": 0])
    let fast = try Program.report(["lif", "--set", "neuron.i_offset = 2 nA"])
    #expect(try #require((fast["spikes"] as? [String: Int])?["neuron"]) > 60)
  }

  @Test func recordedSpikesAreThoseOfTheFormula() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    _ = try Program.report(["lif", "--precision", "double", "--record", "neuron.spikes=\(file.path)"])
    let times = Table(try String(contentsOf: file, encoding: .utf8)).column("time_ms")
    // τ ln(20/5) after release, on the grid; then 2 ms of refractory time between the reset and the next start.
    let first = (20 * log(4.0) / 0.1).rounded(.up) * 0.1
    for (index, time) in times.enumerated() { #expect(abs(time - (first + Double(index) * (first + 2))) < 1e-6) }
    #expect(times.count == 33)
  }

  @Test(arguments: [
    ["run", "nowhere"], ["run", "lif", "--for", "5 bananas"], ["run", "lif", "--set", "neuron.tau_n=3ms"],
    ["run", "lif", "--set", "neuron.tau_m=3mV"], ["run", "lif", "--threads", "0"], ["run", "lif", "--frobnicate"],
    ["run", "lif", "--record", "neuron.w=x.csv"], ["run", "lif", "--record", "neuron.v=x.txt"],
    ["run", "lif", "--dt", "-1ms"], ["run", "lif", "--plot", "vector"], ["run", "lif", "--plot", "raster", "--json"],
    ["open", "lif", "--script", "nowhere"], ["open", "lif", "--record-cast", "no/such/folder/a.cast"],
    ["check", "nowhere"], ["models", "nobody"],
  ])
  func wrongUsageEndsWithTwoAndWords(_ arguments: [String]) throws {
    let outcome = try Program.run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(!outcome.errors.isEmpty)
  }

  @Test func everyPresetIsValidAndListed() throws {
    let list = try Program.run(["presets"]).output.split(separator: "\n")
    #expect(list.count >= 4)
    for line in list {
      let name = String(line.prefix { $0 != " " })
      let check = try Program.run(["check", name])
      #expect(check.status == 0, "\(check.errors)")
    }
  }

  @Test(arguments: [
    "coba", "cobahh", "brunel-ai", "brunel-si-fast", "brunel-si-slow", "brunel-sr", "hh", "adex", "izhikevich", "song",
  ])
  func aPresetOfAPaperNamesItAndFires(name: String) throws {
    let document = try Program.run(["presets", name]).output
    let about = try #require(document.firstRange(of: "about: |")).upperBound
    let end = try #require(document[about...].firstRange(of: "\ndt:")).lowerBound
    #expect(document[about..<end].contains("doi:") && document[about..<end].count > 500)
    let spikes = try #require(Program.report([name, "--for", "50ms"])["spikes"] as? [String: Int])
    #expect(spikes.values.contains { $0 > 0 }, "\(spikes)")
  }

  @Test func anErrorNamesFileLineAndColumn() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = "dt: 0.1 ms\npopulations:\n  a:\n    size: 3\n    model: lif\n    parameters: {tau_n: 20 ms}\n"
    try text.write(to: folder.appendingPathComponent("net.yaml"), atomically: true, encoding: .utf8)
    let outcome = try Program.run(["check", "net.yaml"], in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("net.yaml:6:18: error:"), "\(outcome.errors)")
    #expect(outcome.errors.contains("tau_m"), "\(outcome.errors)")
  }
}
