/// Where there can be no screen: the reason on standard error, the status of the contract, the terminal untouched.
import Foundation
import Testing

extension InATerminal {
  @Suite struct RefusalTests {
    @Test(arguments: [
      ("TERM=dumb \"$GANGLION\" lif", 1, "TERM=dumb"), ("TERM=nonsense \"$GANGLION\" lif", 1, "TERM=nonsense"),
      ("TERM= \"$GANGLION\" lif", 1, "TERM"), ("\"$GANGLION\" nowhere", 2, "no preset \"nowhere\""),
      ("\"$GANGLION\" lif --color mauve", 2, "mauve"), ("\"$GANGLION\" lif | cat", 0, "standard output is none"),
    ])
    func theReasonIsToldAndTheTerminalUntouched(_ line: String, _ status: Int, _ reason: String) throws {
      let terminal = try Terminal()
      try terminal.keepBytes()
      let modes = terminal.modes
      try terminal.run(
        "stty -a > before; \(line) 2> errors; echo $? > s; stty -a > after; echo at-the-end; mv s status")
      let ended = try #require(terminal.awaitedFile("status"))
      if !line.contains("|") { #expect(ended == "\(status)\n") }
      let errors = try line.contains("|") ? terminal.wait(for: "\nat-the-end").screen : terminal.file("errors")
      #expect(errors.contains(reason), "\(errors)")
      let settings = try (before: terminal.file("before"), after: terminal.file("after"))
      #expect(settings.after == settings.before)
      #expect(terminal.modes == modes)
      let last = Data("\r\nat-the-end".utf8)
      #expect(terminal.wait { _ in terminal.bytes.range(of: last) != nil }.came)
      #expect(!terminal.bytes.contains(0x1B))
    }

    @Test func withoutATerminalItSaysSo() throws {
      let outcome = try Program.run(["lif"])
      #expect(outcome.status == 1)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains("ganglion run"), "\(outcome.errors)")
    }

    @Test func aDocumentThatIsWrongIsToldWithItsLine() throws {
      let terminal = try Terminal()
      let text = "populations:\n  a: {size: many, model: lif}\n"
      try text.write(to: terminal.folder.appendingPathComponent("net.yaml"), atomically: true, encoding: .utf8)
      try terminal.run("\"$GANGLION\" net.yaml 2> errors; echo $? > s; mv s status")
      #expect(terminal.awaitedFile("status") == "2\n")
      #expect(try terminal.file("errors").contains("net.yaml:2:"))
    }

    @Test func ctrlCEndsALongRunAndLeavesTheLineClean() throws {
      let terminal = try Terminal()
      try terminal.run("\"$GANGLION\" run cuba --for 100000s --record exc.spikes=spikes.csv")
      let bar = terminal.wait { $0.contains("[....") || $0.contains("[#") }
      #expect(bar.came, "\(bar.screen)")
      try terminal.press("C-c")
      let told = terminal.wait(for: "interrupted")
      #expect(told.came && !told.screen.contains("[...."), "\(told.screen)")
      try terminal.run("echo $? > s; mv s status")
      #expect(terminal.awaitedFile("status") == "130\n")
      #expect(throws: (any Error).self) { try terminal.file("spikes.csv") }
    }

    @Test func aFileThatCannotBeWrittenFailsAtTheEnd() throws {
      let terminal = try Terminal()
      let place = terminal.folder.appendingPathComponent("taken.csv")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      let outcome = try Program.run(
        ["run", "lif", "--record", "neuron.spikes=taken.csv", "--quiet"], in: terminal.folder)
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("taken.csv was not written"), "\(outcome.errors)")
      #expect(outcome.output.isEmpty)
    }
  }
}
