/// Interactions as folders: `Scripts/<case>/` holds `network.yaml`, `keys`, and the screens that must come out.
import Basics
import Formats
import Foundation
import Kernels
import Support
import Terminal
import Testing

@testable import CLI

/// A case is a folder; adding one needs no code. `keys` has a key a word (`space`, `Tab`, `Ctrl-L`, `↑`, a character), or
/// a word in quotes for text to be typed; `click@12,5`, `drag@12,5-20,5`, `wheel-up@12,5` are the mouse's, with columns
/// and rows from 0; `#` begins a comment. Screens are recorded with GANGLION_RECORD=1.
@Suite struct KeyScriptTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Scripts")

  static var cases: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { !$0.hasPrefix(".") && !$0.hasSuffix(".md") }.sorted()
  }

  private static let looks: [(name: String, size: Size, ScreenCapabilities)] = [
    ("80x24", Size(columns: 80, rows: 24), ScreenCapabilities(colors: .trueColor, glyphs: .braille)),
    ("80x24-ascii", Size(columns: 80, rows: 24), ScreenCapabilities(colors: .none, glyphs: .ascii)),
    ("120x36", Size(columns: 120, rows: 36), ScreenCapabilities(colors: .trueColor, glyphs: .braille)),
    ("200x60", Size(columns: 200, rows: 60), ScreenCapabilities(colors: .sixteen, glyphs: .blocks)),
  ]

  @Test func thereAreCases() { #expect(Self.cases.count >= 5) }

  @Test(arguments: cases)
  func theScreenIsAsReviewed(_ name: String) throws {
    let place = Self.folder.appendingPathComponent(name)
    let spec = try DocumentSource.reader
      .read(file: place.appendingPathComponent("network.yaml").path).spec
    let inputs = try KeyScript.inputs(String(contentsOf: place.appendingPathComponent("keys"), encoding: .utf8))
    for (look, size, capabilities) in Self.looks {
      var workbench = try ScriptedWorkbench(
        spec, name: "network.yaml", size: size, capabilities, documents: ["network.yaml": spec])
      for input in inputs {
        switch input {
        case .key(let key): workbench.press(key)
        case .mouse(let mouse): workbench.point(mouse)
        }
      }
      expectScreen(workbench.screen(), "screen.\(look)", in: place)
    }
  }
}

extension KeyScript {
  private struct WaitsForSomething: Error { let line: Int }

  enum Input { case key(Key), mouse(Mouse) }

  /// A script of keys alone.
  static func parse(_ text: String) throws -> [Key] {
    try inputs(text).compactMap { if case .key(let key) = $0 { key } else { nil } }
  }

  /// What is pressed and pointed at, for a workbench that has no clock to wait by.
  static func inputs(_ text: String) throws -> [Input] {
    try KeyScript(parsing: text, name: "keys").cues.map { placed in
      switch placed.cue {
      case .key(let key): .key(key)
      case .mouse(let mouse): .mouse(mouse)
      default: throw WaitsForSomething(line: placed.line)
      }
    }
  }
}
