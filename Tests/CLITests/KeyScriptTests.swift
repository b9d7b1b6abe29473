/// Interactions as folders: `Scripts/<case>/` holds `network.yaml`, `keys`, and the screens that must come out.
import Basics
import Formats
import Foundation
import Kernels
import Support
import Terminal
import Testing

/// A case is a folder; adding one needs no code. `keys` has a key a word (`space`, `Tab`, `Ctrl-L`, `↑`, a character), or
/// a word in quotes for text to be typed; `#` begins a comment. Screens are recorded with GANGLION_RECORD=1.
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
    let spec = try DocumentReader(models: Catalogue.descriptors)
      .read(file: place.appendingPathComponent("network.yaml").path).spec
    let keys = try KeyScript.parse(String(contentsOf: place.appendingPathComponent("keys"), encoding: .utf8))
    for (look, size, capabilities) in Self.looks {
      var workbench = try ScriptedWorkbench(
        spec, name: "network.yaml", size: size, capabilities, documents: ["network.yaml": spec])
      for key in keys { workbench.press(key) }
      expectScreen(workbench.screen(), "screen.\(look)", in: place)
    }
  }
}

enum KeyScript {
  struct Unreadable: Error { let word: Substring }

  static func parse(_ text: String) throws -> [Key] {
    var keys: [Key] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      var rest = line.drop { $0 == " " }
      while !rest.isEmpty {
        if rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") {
          keys += rest[rest.index(after: rest.startIndex)..<end].map { Key.character($0) }
          rest = rest[rest.index(after: end)...]
        } else {
          let word = rest.prefix { $0 != " " }
          guard let key = Key(label: String(word)) else { throw Unreadable(word: word) }
          keys.append(key)
          rest = rest[word.endIndex...]
        }
        rest = rest.drop { $0 == " " }
      }
    }
    return keys
  }
}
