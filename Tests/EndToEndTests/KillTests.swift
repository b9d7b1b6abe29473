/// Killed at any moment: the terminal is as before, and neither saved nor journaled work is lost.
import Foundation
import Support
import Testing

extension InATerminal {
  /// GANGLION_KILLS says how many times; 100 are those of the acceptance.
  @Suite struct KillTests {
    private static let kills = ProcessInfo.processInfo.environment["GANGLION_KILLS"].flatMap { Int($0) } ?? 3

    private static let document = """
      populations:
        a: {size: 10, model: lif, parameters: {i_offset: 0.8 nA}}   # mine

      """

    @Test func nothingIsLostByAKillAtAnyMoment() throws {
      var random = SystemRandomNumberGenerator()
      let seed = ProcessInfo.processInfo.environment["GANGLION_SEED"].flatMap { UInt64($0) } ?? random.next()
      var dice = SeededGenerator(seed: seed)
      for number in 0..<Self.kills {
        let signal = [SIGTERM, SIGHUP, SIGSEGV][number % 3]
        try kill(with: signal, &dice, "kill \(number), signal \(signal), seed \(seed)")
      }
    }

    private func kill(with signal: Int32, _ dice: inout SeededGenerator, _ what: Comment) throws {
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ganglion-kill-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let file = folder.appendingPathComponent("mine.yaml")
      try Self.document.write(to: file, atomically: true, encoding: .utf8)
      let session = try Session(file.path, environment: ["XDG_STATE_HOME": folder.path], tellsStatus: true)
      let process = try session.processID()
      let saved = try work(in: session, file, &dice)
      // What is in the journal now must be there afterwards, or something newer.
      let journaled = Self.journaled(folder, process)
      #expect(Foundation.kill(process, signal) == 0)
      let status = try session.endsCleanly()
      #expect(status == (signal == SIGSEGV ? 128 + SIGSEGV : 0), what)
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(text.contains("# mine") && Self.populations(text).isSuperset(of: saved), what)
      #expect(try Program.run(["check", file.path]).status == 0, what)
      let kept = Self.journaled(folder, process)
      #expect(kept.isSuperset(of: journaled) || Self.populations(text).isSuperset(of: journaled), what)
      if !kept.isEmpty { try expectRecovery(of: kept, file, folder, what) }
    }

    /// Adds populations and saves some of them; a last saving may be under way, and so may the journal. Returns those
    /// that are saved for certain.
    private func work(in session: Session, _ file: URL, _ dice: inout SeededGenerator) throws -> Set<String> {
      var saved: Set<String> = ["a"]
      if Bool.random(using: &dice) { try session.terminal.press("=") }
      let count = Int.random(in: 1...4, using: &dice)
      for number in 0..<count {
        try session.terminal.type(":add p\(number) \(Int.random(in: 1...500, using: &dice)) lif")
        try session.terminal.press("Enter")
        session.shows("add p\(number): ")
        guard number < count - 1, Bool.random(using: &dice) else { continue }
        try session.terminal.press("S")
        session.shows("saved ")
        saved = Self.populations(try String(contentsOf: file, encoding: .utf8))
      }
      if Bool.random(using: &dice) { try session.terminal.press("S") }
      // A look at the screen takes some milliseconds: so many of them until the moment has come.
      for _ in 0..<Int.random(in: 0...60, using: &dice) { _ = session.screen }
      return saved
    }

    private static func populations(_ text: String) -> Set<String> {
      Set(
        text.split(separator: "\n").compactMap { line in
          line.hasPrefix("  ") ? line.split(separator: ":").first.map { $0.trimmingCharacters(in: .whitespaces) } : nil
        })
    }

    /// The populations of the journal of this process; none where there is no journal.
    private static func journaled(_ folder: URL, _ process: Int32) -> Set<String> {
      let place = folder.appendingPathComponent("ganglion/recovery/\(process).json")
      guard let data = try? Data(contentsOf: place),
        let entry = try? JSONSerialization.jsonObject(with: data) as? [String: Any], let text = entry["text"] as? String
      else { return [] }
      return populations(text)
    }

    /// The next program offers what was kept, and saves all of it.
    private func expectRecovery(of names: Set<String>, _ file: URL, _ folder: URL, _ what: Comment) throws {
      let session = try Session(
        "lif", until: "that were not saved", environment: ["XDG_STATE_HOME": folder.path])
      try session.terminal.press("r")
      session.shows("mine.yaml •")
      try session.terminal.press("S")
      session.shows("lines")
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(Self.populations(text).isSuperset(of: names), what)
      try session.terminal.press("q")
      #expect(try session.endsCleanly() == 0)
    }
  }
}
