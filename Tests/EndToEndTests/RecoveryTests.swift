/// Work that was not saved, when the program is killed and when it is left.
import Foundation
import Testing

extension InATerminal {
  @Suite struct RecoveryTests {
    private static let document = """
      # Mine.
      populations:
        a: {size: 10, model: lif}   # ten

      """

    @Test func whatWasNotSavedOutlivesKill9() throws {
      let session = try Session("lif")
      try session.command("new")
      session.shows("untitled")
      try session.command("add first 12 lif")
      session.shows("12 neurons")
      try session.command("add second 30 poisson")
      session.shows("42 neurons")
      let journal = session.terminal.folder.appendingPathComponent("state/ganglion/recovery")
      session.shows("the journal is written") { _ in
        let names = (try? FileManager.default.contentsOfDirectory(atPath: journal.path)) ?? []
        let texts = names.compactMap { try? String(contentsOf: journal.appendingPathComponent($0), encoding: .utf8) }
        return texts.contains { $0.contains("second") }
      }
      let process = try session.processID()
      #expect(kill(process, SIGKILL) == 0)
      let again = try Session(
        "lif", until: "that were not saved",
        environment: ["XDG_STATE_HOME": session.terminal.folder.appendingPathComponent("state").path])
      try again.terminal.press("r")
      let screen = again.shows("42 neurons")
      #expect(screen.contains("untitled •"), "\(screen)")
      try again.command("save there.yaml")
      again.shows("saved there.yaml")
      let text = try again.terminal.file("there.yaml")
      #expect(text.contains("first: {size: 12, model: IF_curr_exp}"), "\(text)")
      #expect(try Program.run(["check", again.terminal.folder.appendingPathComponent("there.yaml").path]).status == 0)
    }

    @Test func leavingWithChangesAsksAndSavingKeepsTheRest() throws {
      let terminal = try Terminal()
      let place = terminal.folder.appendingPathComponent("mine.yaml")
      try Self.document.write(to: place, atomically: true, encoding: .utf8)
      let session = try Session(place.path)
      try session.command("resize a 15")
      session.shows("15 neurons")
      try session.terminal.press("q")
      session.shows("changes that are not saved")
      try session.terminal.press("Escape")
      session.shows("no question") { !$0.contains("changes that are not saved") }
      try session.terminal.press("q", "s")
      #expect(try session.endsCleanly() == 0)
      #expect(try String(contentsOf: place, encoding: .utf8) == Self.document.replacing("size: 10", with: "size: 15"))
    }
  }
}
