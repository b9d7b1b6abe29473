/// Screens and panes that go into files while the loop runs.
import Foundation
import Support
import Terminal
import Testing
import Workbench

@testable import CLI

extension TerminalLoopTests {
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  private func paused(_ command: String, until words: String) throws -> Ending {
    try play(
      key(" "), .until("paused"), .rest, key(":"), .event(.paste(command)), .event(.key(.enter)), .until(words))
  }

  @Test func aScreenshotIsTheScreenWithoutTheLineOfTheCommand() throws {
    try inFolder { folder in
      let file = folder + "/screen.ans"
      let ending = try paused("screenshot \(file)", until: "wrote")
      var terminal = ANSITerminal(Size(columns: 100, rows: 30))
      terminal.feed(try String(contentsOfFile: file, encoding: .utf8))
      #expect(terminal.unknown.isEmpty)
      // The last frame has besides the message that it was written.
      let shown = ending.screen.inner.contents
      for y in 0..<29 {
        for x in 0..<100 { #expect(terminal.canvas[x, y] == shown[x, y]) }
      }
      #expect(!terminal.canvas.lines[29].contains("wrote"))
    }
  }

  @Test func asTextItHasNoColoursAndAllWords() throws {
    try inFolder { folder in
      let file = folder + "/screen.txt"
      _ = try paused("screenshot \(file)", until: "wrote")
      let lines = try String(contentsOfFile: file, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == 31)
      #expect(lines[0].contains("net.yaml") && lines[0].contains("paused"))
      #expect(!lines.contains { $0.contains("\u{1B}") })
    }
  }

  @Test(arguments: ["screenshot", "plot"])
  func asSVGItIsADocument(_ command: String) throws {
    try inFolder { folder in
      let file = folder + "/picture.svg"
      _ = try paused("\(command) \(file)", until: "wrote")
      let elements = try SVGReader.elements(of: try String(contentsOfFile: file, encoding: .utf8))
      #expect(elements.contains { $0.text == (command == "plot" ? "cell" : "Inspector") })
    }
  }

  @Test func whatCannotBeWrittenIsToldAndNothingIsLeft() throws {
    try inFolder { folder in
      let ending = try paused("screenshot \(folder)/none/such/a.txt", until: "was not written")
      #expect(ending.state.message?.kind == .error)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
  }

  @Test func aFileThatNobodyNamedIsNotWrittenOver() throws {
    try inFolder { folder in
      let name = folder + "/net-1ms.svg"
      for expected in [name, folder + "/net-1ms-2.svg", folder + "/net-1ms-3.svg"] {
        let free = TerminalLoop<CuedScreen>.free(name)
        #expect(free == expected)
        try Data().write(to: URL(fileURLWithPath: free))
      }
    }
  }
}
