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

  @Test(arguments: [ThemeName.dark, .light, .contrast])
  func aPictureHasTheColoursOfTheThemeOnItsGround(_ theme: ThemeName) throws {
    try inFolder { folder in
      let file = folder + "/screen.svg"
      _ = try play(
        key(" "), .until("paused"), .rest, key(":"), .event(.paste("theme \(theme.rawValue)")),
        .event(.key(.enter)), .until("theme \(theme.rawValue)"), key(":"), .event(.paste("screenshot \(file)")),
        .event(.key(.enter)), .until("wrote"))
      let elements = try SVGReader.elements(of: try String(contentsOfFile: file, encoding: .utf8))
      let ground = elements.first { $0.name == "rect" }?.attributes["fill"]
      #expect(ground == [.dark: "#15181c", .light: "#ffffff", .contrast: "#000000"][theme])
      let accent = Theme.standard(ScreenCapabilities(colors: .trueColor, glyphs: .braille), theme)[.keyHint].foreground
      let hex = "#" + [accent.red, accent.green, accent.blue].map { String(format: "%02x", $0) }.joined()
      #expect(elements.contains { $0.name == "text" && $0.attributes["fill"] == hex })
    }
  }

  @Test func theTextIsDrawnWithTheGlyphsThatWereChosen() throws {
    try inFolder { folder in
      let file = folder + "/screen.txt"
      _ = try play(
        key(" "), .until("paused"), .rest, key(":"), .event(.paste("glyphs ascii")), .event(.key(.enter)),
        .until("drawn with ascii"), key(":"), .event(.paste("screenshot \(file)")), .event(.key(.enter)),
        .until("wrote"))
      let text = try String(contentsOfFile: file, encoding: .utf8)
      #expect(text.utf8.allSatisfy { $0 < 0x80 })
      #expect(text.contains("Inspector"))
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
