/// Where presets are looked for, in which order, and what is no preset.
import Foundation
import Testing

@testable import CLI

@Suite struct PresetLibraryTests {
  /// A folder tree of its own, removed with it.
  private final class Tree {
    let root = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().appendingPathComponent(
      UUID().uuidString)

    deinit { try? FileManager.default.removeItem(at: root) }

    func write(_ path: String, _ text: String = "title: A network\n") throws -> String {
      let file = root.appendingPathComponent(path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return file.path
    }

    func path(_ path: String) -> String { root.appendingPathComponent(path).path }
  }

  @Test func whatIsGivenWinsThenTheInstalledThenTheCheckout() throws {
    let tree = Tree()
    let program = try tree.write("a/bin/ganglion")
    #expect(PresetLibrary.locate(given: nil, program: program) != tree.path("a/presets"))
    _ = try tree.write("presets/digits.yaml")
    #expect(PresetLibrary.locate(given: nil, program: program) == tree.path("presets"))
    _ = try tree.write("a/bin/presets/digits.yaml")
    #expect(PresetLibrary.locate(given: nil, program: program) == tree.path("a/bin/presets"))
    _ = try tree.write("a/share/ganglion/presets/digits.yaml")
    #expect(PresetLibrary.locate(given: nil, program: program) == tree.path("a/share/ganglion/presets"))
    #expect(PresetLibrary.locate(given: "elsewhere", program: program) == "elsewhere")
    #expect(PresetLibrary.locate(given: "", program: program) == tree.path("a/share/ganglion/presets"))
  }

  @Test func aLinkToTheProgramIsFollowed() throws {
    let tree = Tree()
    let program = try tree.write("a/bin/ganglion")
    _ = try tree.write("a/share/ganglion/presets/digits.yaml")
    let link = try tree.write("b/bin/other")
    try FileManager.default.removeItem(atPath: link)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: program)
    #expect(PresetLibrary.locate(given: nil, program: link) == tree.path("a/share/ganglion/presets"))
  }

  @Test func namesAreSortedWithTheDefaultFirst() throws {
    let tree = Tree()
    for name in ["zebra.yaml", "digits.yaml", "ant.yaml", "README.md", "data.csv"] { _ = try tree.write(name) }
    #expect(PresetLibrary(folder: tree.root.path).names == ["digits", "ant", "zebra"])
    #expect(PresetLibrary(folder: nil).names.isEmpty)
    #expect(PresetLibrary(folder: tree.path("nowhere")).names.isEmpty)
  }

  @Test(arguments: ["../ant", "sub/ant", ".hidden", "", "ant.yaml", "nobody"])
  func aNameIsNoPath(_ name: String) throws {
    let tree = Tree()
    for file in ["ant.yaml", "sub/ant.yaml", ".hidden.yaml", "presets/ant.yaml"] { _ = try tree.write(file) }
    #expect(PresetLibrary(folder: tree.path("presets")).path(of: name) == nil)
    #expect(PresetLibrary(folder: tree.path("presets")).path(of: "ant") == tree.path("presets/ant.yaml"))
  }

  @Test func aFileWinsOverAPresetAndTheUnknownIsToldWhatThereIs() throws {
    let tree = Tree()
    let preset = try tree.write("presets/ant.yaml")
    let file = try tree.write("ant")
    let source = DocumentSource(library: PresetLibrary(folder: tree.path("presets")))
    #expect(try source.path(of: "ant") == preset)
    #expect(try source.path(of: file) == file)
    let complaint = failure { _ = try source.path(of: "bee") }
    #expect(complaint?.status == .usage)
    #expect(complaint?.text.contains("the presets are ant") == true)
  }
}
