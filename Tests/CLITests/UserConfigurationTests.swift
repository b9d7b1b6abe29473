/// The user's configuration as the program understands it.
import Formats
import Foundation
import Terminal
import Testing
import Workbench

@testable import CLI

struct UserConfigurationTests {
  private func read(_ text: String) throws -> Configuration {
    try UserConfiguration.reader.read(bytes: Array(text.utf8), name: "config.yaml")
  }

  @Test func itLiesWhereTheRulesSay() {
    #expect(UserConfiguration.standardPath(["XDG_CONFIG_HOME": "/c"]) == "/c/ganglion/config.yaml")
    // A relative folder is to be ignored.
    let usual = UserConfiguration.standardPath([:])
    #expect(usual.hasSuffix("/.config/ganglion/config.yaml"))
    #expect(UserConfiguration.standardPath(["XDG_CONFIG_HOME": "c"]) == usual)
  }

  @Test func everyWordOfTheProgramIsKnown() throws {
    for theme in ThemeName.allCases { #expect(try read("theme: \(theme.rawValue)").theme == theme.rawValue) }
    for glyphs in GlyphSet.allCases { #expect(try read("glyphs: \(glyphs.rawValue)").glyphs == glyphs.rawValue) }
    for color in ColorChoice.allCases where color != .auto {
      #expect(try read("color: \(color.rawValue)").color == color.rawValue)
    }
  }

  @Test func keysAreBoundToCommands() throws {
    let configuration = try read("keys: {poke: [F5, Ctrl-O], next-pane: \" \"}")
    #expect(
      configuration.bindings == [.function(5): "poke", .control("o"): "poke", .character(" "): "next-pane"])
  }

  @Test(arguments: ["7", "Esc", "Ctrl-C", "F99", "shift-x"])
  func otherKeysAreNot(_ label: String) {
    #expect(throws: InvalidDocument.self) { _ = try read("keys: {poke: \(label)}") }
  }

  @Test func aNamedFileMustBeThereAndTheUsualOneNeedNot() throws {
    #expect(throws: Failure.self) { _ = try UserConfiguration.read("/nowhere/config.yaml") }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("mine.yaml")
    try Data("theme: mono\n".utf8).write(to: file)
    #expect(try UserConfiguration.read(file.path).theme == "mono")
    try Data("theme: mono\nmouse: 3\n".utf8).write(to: file)
    let failure = #expect(throws: Failure.self) { _ = try UserConfiguration.read(file.path) }
    #expect(failure?.status == .usage && failure?.text.contains(":2:8: error: mouse") == true)
  }
}
