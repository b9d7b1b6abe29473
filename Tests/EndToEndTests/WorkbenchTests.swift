/// What a user does first, in a real terminal: watch, change, stop, step, compare.
import Foundation
import Testing

extension InATerminal {
  @Suite struct WorkbenchTests {
    @Test func theFirstScreenReadsHandwriting() throws {
      let session = try Session("")
      let early = session.shows("a picture, spikes and a vote") { screen in
        screen.contains("Classifier") && !screen.contains("No spikes") && screen.contains("right %")
          && screen.contains("▸") && (screen.simulatedSeconds ?? 0) > 0.07
      }
      #expect(early.contains("266 neurons"))
      #expect(early.split(separator: "\n").filter { $0.contains("▀▀▀▀▀▀▀▀") }.count > 8, "\(early)")
      let start = try #require(early.simulatedSeconds)
      session.shows("time goes on") { ($0.simulatedSeconds ?? 0) > start }
      try session.terminal.press("q")
      #expect(try session.endsCleanly() == 0)
    }

    @Test func aParameterChangedByArrowsAndByWordsActsAtOnce() throws {
      let session = try Session("lif")
      session.shows("last spike at")
      try session.terminal.press("e")
      session.shows("▸cm")
      try session.terminal.press("Down", "Down", "Down")
      session.shows("▸i_offset   1 nA")
      try session.terminal.press("Left")
      let changed = session.shows("i_offset of neuron 1 →")
      #expect(!changed.contains("▸i_offset   1 nA"), "\(changed)")
      try session.command("set neuron.i_offset 0 nA")
      session.shows("→ 0 nA")
      session.shows("▸i_offset   0 nA")
      try session.terminal.press("=")
      // Nothing drives it: it rests, and in the whole window it does not fire.
      session.shows("at rest") { $0.contains("v          -65.0 mV") && $0.contains("rate       0.0 Hz") }
    }

    @Test func oneKeyMeasuresHowFastANeuronFires() throws {
      let session = try Session("lif")
      session.shows("last spike at")
      try session.terminal.press("F")
      // 15 mV over 20 MΩ, and the network has gone on meanwhile.
      let screen = session.shows("rheobase 0.75")
      #expect(screen.contains("f-I curve") && screen.contains("● measured"), "\(screen)")
      let then = try #require(screen.simulatedSeconds)
      session.shows("time goes on") { ($0.simulatedSeconds ?? 0) > then }
    }

    @Test func stepsAreCountedExactly() throws {
      let session = try Session("lif")
      try session.terminal.press("Space")
      session.shows("paused")
      try session.terminal.press("R")
      session.shows("0.000 0 s")
      try session.terminal.type(".")
      session.shows("0.000 1 s")
      try session.terminal.type("12.")
      let screen = session.shows("0.001 3 s")
      #expect(screen.contains("paused"))
    }

    @Test func theHashIsThatOfARunWithoutAScreen() throws {
      let session = try Session("cuba")
      let file = session.terminal.folder.appendingPathComponent("spikes.npy").path
      let plain = try #require(Program.report(["cuba", "--for", "500ms"])["state_hash"] as? String)
      let recorded = try Program.report(["cuba", "--for", "500ms", "--record", "exc.spikes=\(file)"])
      #expect(recorded["state_hash"] as? String == plain)
      try session.command("run-to 500 ms")
      // It stops there, or comes back to it where it was past it already.
      session.shows("at 500 ms")
      try session.command("hash")
      let screen = session.shows("state hash")
      #expect(screen.contains("state hash \(plain)"), "\(plain) wanted:\n\(screen)")
    }

    @Test func pausedItWritesNothingAndSleeps() throws {
      let session = try Session("lif")
      try session.terminal.keepBytes()
      session.shows("bytes are kept") { _ in !session.terminal.bytes.isEmpty }
      try session.terminal.press("Space")
      session.shows("paused")
      // A run of another process is time enough for whatever the pause leaves to be drawn, and then for idleness.
      _ = try Program.report(["digits"])
      let bytes = session.terminal.bytes.count
      let wakeUps = try wakeUps(of: session.processID())
      for _ in 0..<3 { _ = try Program.report(["digits"]) }
      #expect(session.terminal.bytes.count == bytes)
      let later = try self.wakeUps(of: session.processID())
      // Fewer where a worker thread that was no longer needed has ended, and its count with it.
      #expect(later <= wakeUps)
      try session.terminal.press("Space")
      session.shows("running")
      session.shows("bytes again") { _ in session.terminal.bytes.count > bytes }
    }

    /// How often the threads of a process went to sleep of themselves, which they must wake up for.
    private func wakeUps(of process: Int32) throws -> Int {
      #if os(Linux)
        let tasks = "/proc/\(process)/task"
        return try FileManager.default.contentsOfDirectory(atPath: tasks).reduce(0) { sum, task in
          let status = try String(contentsOfFile: "\(tasks)/\(task)/status", encoding: .utf8)
          let line = status.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches") }
          return sum + (line.flatMap { Int($0.filter(\.isNumber)) } ?? 0)
        }
      #else
        return 0
      #endif
    }
  }
}
