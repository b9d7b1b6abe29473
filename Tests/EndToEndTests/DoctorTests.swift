/// `ganglion doctor` and the configuration, as a process.
import Foundation
import Testing

extension InATerminal {
  @Suite struct DoctorTests {
    @Test func theTerminalIsAskedAndGivenBack() throws {
      let terminal = try Terminal(columns: 120, rows: 60)
      try terminal.run("stty -a > before; \"$GANGLION\" doctor; echo ended with $?; stty -a > after; mv after after-it")
      let (screen, came) = terminal.wait(for: "ended with 0")
      #expect(came, "\(screen)")
      // tmux answers for the cursor, so that widths are known.
      #expect(screen.contains("120 x 60") && screen.contains("⣿ 1") && screen.contains("漢 2"))
      #expect(screen.contains("Nothing is wrong."))
      #expect(try terminal.awaitedFile("after-it") == terminal.file("before"))
    }

    @Test func aWrongConfigurationIsToldWithItsPlace() throws {
      let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).yaml")
      defer { try? FileManager.default.removeItem(at: file) }
      try Data("theme: drak\n".utf8).write(to: file)
      for arguments in [["doctor", "--config", file.path], ["open", "lif", "--config", file.path]] {
        let result = try Program.run(arguments)
        #expect(result.status != 0)
        #expect((result.output + result.errors).contains(":1:8: error: \"drak\" is unknown for theme"))
      }
    }

    @Test func programsGetJSON() throws {
      let result = try Program.run(["doctor", "--json"])
      let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
      let sections = try #require(json?["sections"] as? [String: Any])
      #expect(sections["folders"] != nil && sections["machine"] != nil && sections["terminal"] != nil)
      // There is no terminal here.
      #expect(result.status == 1)
    }
  }
}
