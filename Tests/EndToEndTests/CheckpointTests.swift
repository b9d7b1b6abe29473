/// `--save` and `--resume`, `--converge` and `bench`, as a process.
import Foundation
import Testing

@Suite struct CheckpointTests {
  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private func hash(_ arguments: String...) throws -> String {
    try #require(Program.report(arguments)["state_hash"] as? String)
  }

  @Test(arguments: [["cuba"], ["cuba", "--seed", "7", "--precision", "double", "--set", "exc.tau_m=19ms"]])
  func goingOnIsGoingOn(_ network: [String]) throws {
    try inFolder { folder in
      let file = folder.appendingPathComponent("half").path
      let straight = try Program.report(network + ["--for", "300ms"])
      let half = try Program.report(network + ["--for", "170ms", "--save", file])
      // Seed and precision come from the file; the document's changes must be given again.
      let rest = try Program.report(
        ["cuba"] + network.dropFirst(5) + ["--for", "130ms", "--resume", file, "--threads", "2"])
      #expect(rest["state_hash"] as? String == straight["state_hash"] as? String)
      let spikes = try [straight, half, rest].map { try #require($0["spikes"] as? [String: Int])["exc"] ?? 0 }
      #expect(spikes[0] == spikes[1] + spikes[2])
    }
  }

  @Test func aSingleNeuronsParameterGoesAlong() throws {
    try inFolder { folder in
      let file = folder.appendingPathComponent("half").path
      let straight = try hash("cuba", "--for", "200ms", "--set", "exc[3].tau_m=9ms")
      _ = try hash("cuba", "--for", "100ms", "--set", "exc[3].tau_m=9ms", "--save", file)
      #expect(try hash("cuba", "--for", "100ms", "--resume", file) == straight)
    }
  }

  @Test func whatIsNoCheckpointOfThisNetworkIsRefused() throws {
    try inFolder { folder in
      let file = folder.appendingPathComponent("state")
      _ = try hash("cuba", "--for", "10ms", "--save", file.path)
      let bytes = try Data(contentsOf: file)
      func refusal(_ data: Data, _ network: String...) throws -> String {
        let other = folder.appendingPathComponent("other")
        try data.write(to: other)
        let outcome = try Program.run(["run"] + network + ["--resume", other.path])
        #expect(outcome.status == 2 && outcome.output.isEmpty, "\(outcome.output)")
        return outcome.errors
      }
      #expect(try refusal(bytes.prefix(1000), "cuba").contains("cut off"))
      #expect(try refusal(Data("rubbish".utf8), "cuba").contains("not a checkpoint"))
      #expect(try refusal(Data(), "cuba").contains("not a checkpoint"))
      #expect(try refusal(bytes, "lif").contains("another network"))
      #expect(try refusal(bytes, "cuba", "--seed", "3").contains("seed"))
      #expect(try refusal(bytes, "cuba", "--dt", "0.05ms").contains("dt"))
      #expect(try refusal(bytes, "cuba", "--set", "inh.tau_m=19ms").contains("another network"))
      var damaged = bytes
      damaged[5000] ^= 4
      #expect(try refusal(damaged, "cuba").contains("damaged"))
      for path in ["/dev/zero", folder.path, folder.path + "/nobody"] {
        #expect(try Program.run(["run", "cuba", "--resume", path]).status == 2, "\(path)")
      }
      #expect(try Program.run(["run", "cuba", "--save", folder.path]).status == 2)
      #expect(try Program.run(["run", "cuba", "--save", folder.path + "/no/where"]).status == 2)
    }
  }

  /// Exact propagators: a single neuron's spikes move by less than a step.
  @Test func aLinearNeuronConverges() throws {
    let outcome = try Program.run(["run", "lif", "--precision", "double", "--converge", "--quiet"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("none comes or goes"), "\(outcome.output)")
    let json = try Program.run(["run", "cuba", "--for", "200ms", "--converge", "--json", "--quiet"]).output
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect((object["at_half_dt"] as? [String: Any])?["dt_ms"] as? Double == 0.05)
    #expect((object["first_spikes"] as? [Any])?.count == 20)
    #expect(try Program.run(["run", "digits", "--converge"]).status == 2)
    #expect(try Program.run(["run", "lif", "--converge", "--save", "x"]).status == 2)
  }

  @Test func theBenchmarksRun() throws {
    let outcome = try Program.run(["bench", "cuba", "dense", "--quick", "--runs", "1", "--json"])
    let reports = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
    #expect(reports.map { $0["name"] as? String } == ["cuba", "dense"])
    #expect(reports.allSatisfy { ($0["synaptic_events"] as? Int ?? 0) > 0 })
    #expect(try Program.run(["bench", "nobody"]).status == 2)
  }
}
