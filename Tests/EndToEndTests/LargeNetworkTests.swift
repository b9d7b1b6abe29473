/// Networks of many synapses: what memory they take while they are built and run, and that one need not wait for them.
import Foundation
import Testing

@Suite struct LargeNetworkTests {
  fileprivate static func document(neurons: Int, connect: String, weight: String) -> String {
    """
    populations:
      n: {size: \(neurons), model: IF_curr_exp, parameters: {i_offset: 0.9 nA, v_thresh: -50 mV, v_rest: -65 mV}}
    projections:
      - {from: n, to: n, connect: {\(connect)}, receptor: excitatory, weight: "\(weight)", delay: 1 ms}

    """
  }

  private func inAFolder(_ document: String, _ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try document.write(to: folder.appendingPathComponent("large.yaml"), atomically: true, encoding: .utf8)
    try body(folder)
  }

  /// The greatest memory of the whole process, less that of a run without synapses. A debug build would take minutes.
  @Test(
    .enabled(if: ProcessInfo.processInfo.environment["GANGLION_BINARY"] != nil, "needs a release binary"),
    arguments: [("uniform(0 nA, 0.002 nA)", 8.5), ("0.001 nA", 4.5)],
    ["fixed_number_pre: 100", "fixed_probability: 0.0005", "fixed_number_post: 100", "fixed_total_number: 20000000"])
  func aSynapseTakesNoMoreThanItMay(_ kind: (weight: String, limit: Double), connect: String) throws {
    func peak(_ connect: String) throws -> (bytes: Double, synapses: Int) {
      let document = Self.document(neurons: 200_000, connect: connect, weight: kind.weight)
      var result = (bytes: 0.0, synapses: 0)
      try inAFolder(document) { folder in
        let report = try Program.report([folder.path + "/large.yaml", "--for", "10ms"])
        result = (
          try #require(report["peak_rss_mib"] as? Double) * 1_048_576, try #require(report["synapses"] as? Int)
        )
      }
      return result
    }
    let (bare, whole) = (try peak("fixed_total_number: 0"), try peak(connect))
    #expect(whole.synapses > 19_900_000)
    #expect((whole.bytes - bare.bytes) / Double(whole.synapses) <= kind.limit)
  }

  @Test func whatDoesNotFitIsRefusedWithItsSize() throws {
    let document = Self.document(
      neurons: 1_000_000, connect: "fixed_number_pre: 100000000, with_replacement: true", weight: "0.001 nA")
    try inAFolder(document) { folder in
      for command in ["check", "run"] {
        let outcome = try Program.run([command, "large.yaml"], in: folder)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("large.yaml:4:22: error: its synapses would need 200 TB"), "\(outcome.errors)")
      }
    }
  }
}

extension InATerminal {
  @Test static func buildingShowsHowFarItIsAndStopsAtCtrlC() throws {
    let terminal = try Terminal()
    let document = LargeNetworkTests.document(
      neurons: 1_000_000, connect: "fixed_number_pre: 100", weight: "uniform(0 nA, 0.002 nA)")
    try document.write(to: terminal.folder.appendingPathComponent("large.yaml"), atomically: true, encoding: .utf8)
    try terminal.run("\"$GANGLION\" run large.yaml")
    let bar = terminal.wait { $0.contains("%  building") }
    #expect(bar.came, "\(bar.screen)")
    try terminal.press("C-c")
    let told = terminal.wait(for: "interrupted")
    #expect(told.came && !told.screen.contains("building"), "\(told.screen)")
    try terminal.run("echo $? > s; mv s status")
    #expect(terminal.awaitedFile("status") == "130\n")
  }
}
