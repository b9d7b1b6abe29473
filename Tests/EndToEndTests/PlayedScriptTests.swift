/// Keys and the mouse out of a file, through the program as it ships: a network is built, run, pointed at and saved.
import Foundation
import Testing

extension InATerminal {
  @Suite struct PlayedScriptTests {
    /// Everything by keys and lines but one click, which selects a neuron in the raster.
    private static let script = """
      # out of nothing
      until "is empty"
      : "add exc 40 lif tau_m=15ms i_offset=1.2nA" Enter
      until "40 neurons"
      : "add inh 10" Enter
      : "connect exc inh all 0.1nA 1ms" Enter
      until "400 synapses"
      : "weight exc[3] -> inh[7] 0.3nA" Enter
      : "run-to 100 ms" Enter
      until 100ms
      rest
      until "inh[0] of 10"
      click@20,8
      : "raster voltage" Enter
      S
      """

    @Test func aNetworkIsBuiltAndKeptByAScript() throws {
      let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).keys")
      try Self.script.write(to: file, atomically: true, encoding: .utf8)
      defer { try? FileManager.default.removeItem(at: file) }
      let session = try Session("net.yaml --script \(file.path)", until: "saved net.yaml")
      let screen = session.screen
      // The click has led away from the first neuron.
      #expect(!screen.contains("exc[0] of 40") && screen.contains("] of 40"), "\(screen)")
      #expect(screen.simulatedSeconds == 0.1)
      try session.terminal.press("q")
      #expect(try session.endsCleanly() == 0)
      let text = try session.terminal.file("net.yaml")
      for said in ["tau_m: 15 ms", "except: [[3, 7, 0.3 nA]]", "raster: voltage"] {
        #expect(text.contains(said), "\(said) is not said:\n\(text)")
      }
      let outcome = try Program.run(["run", "net.yaml", "--for", "100ms", "--json"], in: session.terminal.folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }

    private static let toTheFirstSpike = """
      until "running"
      until 50ms
      space
      rest
      1 7 G
      R
      rest
      n
      until "next spike of exc[17]"
      """

    /// A newcomer stops at the first spike of a neuron, steps back before it and on again, marks it, and comes back to it.
    private static let walk = """
      \(toTheFirstSpike)
      m "the first spike of 17" Enter
      , , ,
      rest
      . . .
      rest
      : "set exc.tau_m 15 ms" Enter
      g "900 ms" Enter
      until 900ms
      g "m1" Enter
      until "bookmark m1 · at"
      U
      until "Timeline"
      """

    @Test func aRunIsWalkedBackAndForth() throws {
      let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).keys")
      try Self.walk.write(to: file, atomically: true, encoding: .utf8)
      defer { try? FileManager.default.removeItem(at: file) }
      let commands = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).txt")
      try "next spike of exc[17]\n".write(to: commands, atomically: true, encoding: .utf8)
      defer { try? FileManager.default.removeItem(at: commands) }
      let session = try Session("cuba --script \(file.path)", until: "Timeline")
      let alone = try Program.run(
        ["debug", "cuba", "--commands", commands.path, "--json"], in: session.terminal.folder)
      let answer = try JSONSerialization.jsonObject(with: Data(alone.output.utf8)) as? [String: Any]
      let time = try #require(answer?["time_ms"] as? Double)
      #expect(session.screen.simulatedSeconds == time / 1000, "\(session.screen)")
      try session.terminal.press("q")
      // Before the change there is nothing to save.
      #expect(try session.endsCleanly() == 0)
    }

    /// And asks why it fired, walks to the strongest cause, asks what if that had not fired, and sees what changed.
    private static let question = """
      \(toTheFirstSpike)
      y
      until "fires by itself"
      Enter
      until "exc[17] ←"
      x
      until ":whatif without spike exc["
      Enter
      """

    @Test func aNewcomerAsksWhyAndWhatIf() throws {
      let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).keys")
      try Self.question.write(to: file, atomically: true, encoding: .utf8)
      defer { try? FileManager.default.removeItem(at: file) }
      let session = try Session("cuba --script \(file.path)", until: "the first spike that differs")
      #expect("\(session.screen)".contains("without spike exc["), "\(session.screen)")
      try session.terminal.press("q")
      try session.terminal.press("d")
      #expect(try session.endsCleanly() == 0)
    }

    /// A script that waits for what never comes says where, and the terminal is as before.
    @Test func aScriptThatFailsSaysWhere() throws {
      let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).keys")
      try "until \"running\"\nspace\nrest\nuntil 10000 s\n".write(to: file, atomically: true, encoding: .utf8)
      defer { try? FileManager.default.removeItem(at: file) }
      let session = try Session("lif --script \(file.path)", until: "never comes to")
      #expect(try session.endsCleanly() != 0)
    }
  }
}
