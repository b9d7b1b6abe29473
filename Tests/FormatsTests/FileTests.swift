/// Documents as files: where they are, what they may reach, what is no document at all.
import Foundation
import Formats
import NetworkModel
import Testing

@Suite(.timeLimit(.minutes(1)))
struct FileTests {
  private static let network =
    "populations: {n: {size: 3, model: lif, parameters: {v_rest: {file: a/v.npy, unit: mV}}}}\n"

  /// A folder of its own, removed after `body`.
  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ganglion-files-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private func write(_ text: String, _ url: URL) throws {
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  private func writeArray(_ url: URL) throws {
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(NPYFile.encode(NPYArray(shape: [3], values: [-60, -61, -62]))).write(to: url)
  }

  private func issues(_ path: String) -> [String] {
    do {
      _ = try DocumentReader.ofTests.read(file: path)
      return []
    } catch {
      return error.issues.map { "\($0.message) · \($0.hint)" }
    }
  }

  @Test func filesAreLookedForBesideTheDocument() throws {
    try inFolder { folder in
      try write(Self.network, folder.appendingPathComponent("d.yaml"))
      try writeArray(folder.appendingPathComponent("a/v.npy"))
      let loaded = try DocumentReader.ofTests.read(file: folder.appendingPathComponent("d.yaml").path)
      #expect(loaded.spec.populations[0].parameters["v_rest"] == .number(.values([-60, -61, -62])))
    }
  }

  /// A link to a document stands for the document; a link in its folder may stay inside it.
  @Test func symbolicLinks() throws {
    try inFolder { folder in
      let manager = FileManager.default
      try write(Self.network, folder.appendingPathComponent("real/d.yaml"))
      try writeArray(folder.appendingPathComponent("real/b/v.npy"))
      try manager.createSymbolicLink(
        at: folder.appendingPathComponent("real/a"), withDestinationURL: folder.appendingPathComponent("real/b"))
      let link = folder.appendingPathComponent("link.yaml")
      try manager.createSymbolicLink(at: link, withDestinationURL: folder.appendingPathComponent("real/d.yaml"))
      #expect(issues(link.path) == [])
    }
  }

  @Test func linksOutOfTheFolder() throws {
    try inFolder { folder in
      try write(Self.network, folder.appendingPathComponent("inside/d.yaml"))
      try writeArray(folder.appendingPathComponent("outside/v.npy"))
      try FileManager.default.createSymbolicLink(
        at: folder.appendingPathComponent("inside/a"), withDestinationURL: folder.appendingPathComponent("outside"))
      let found = issues(folder.appendingPathComponent("inside/d.yaml").path)
      #expect(found.count == 1 && found[0].hasPrefix("\"a/v.npy\" is outside the document's folder"))
    }
  }

  /// A folder whose name begins with that of the document's is another folder.
  @Test func neighbourWithALongerName() throws {
    try inFolder { folder in
      try write(
        Self.network.replacingOccurrences(of: "a/v.npy", with: "../net2/v.npy"),
        folder.appendingPathComponent("net/d.yaml"))
      try writeArray(folder.appendingPathComponent("net2/v.npy"))
      #expect(issues(folder.appendingPathComponent("net/d.yaml").path).count == 1)
    }
  }

  @Test func noDocument() throws {
    try inFolder { folder in
      try write(Self.network, folder.appendingPathComponent("cuba.yaml"))
      #expect(
        issues(folder.appendingPathComponent("cubo.yaml").path) == [
          "there is no such file · did you mean \"cuba.yaml\"?"
        ])
      #expect(issues(folder.path).first?.contains("is no regular file") == true)
    }
  }

  /// Refused by its size alone: the file is as long as it says without a byte being stored, and none is read.
  @Test func enormousDocument() throws {
    try inFolder { folder in
      let url = folder.appendingPathComponent("d.yaml")
      try write("", url)
      let handle = try FileHandle(forWritingTo: url)
      try handle.truncate(atOffset: 1 << 40)
      try handle.close()
      #expect(issues(url.path).first?.hasPrefix("the document is 1.1 TB long") == true)
    }
  }

  @Test func enormousTable() throws {
    try inFolder { folder in
      let text = "populations: {n: {size: 1, model: lif}}\ndata: {d: {file: t.csv, values: \"p*\"}}\n"
      try write(text, folder.appendingPathComponent("d.yaml"))
      try write("", folder.appendingPathComponent("t.csv"))
      let handle = try FileHandle(forWritingTo: folder.appendingPathComponent("t.csv"))
      try handle.truncate(atOffset: 1 << 40)
      try handle.close()
      #expect(issues(folder.appendingPathComponent("d.yaml").path).first?.hasPrefix("\"t.csv\" is too large") == true)
    }
  }

  @Test(arguments: ["x", "", "x.yaml", "a/x.yaml", "/x"])
  func namesOfEveryLength(_ name: String) {
    #expect(throws: InvalidDocument.self) { try DocumentReader.ofTests.read(text: "a", name: name, folder: ".") }
    #expect(throws: Never.self) {
      try DocumentReader.ofTests.read(text: "populations: {n: {size: 1, model: lif}}", name: name, folder: "")
    }
  }

  /// Four hundred thousand values on one line, forty thousand keys, long chains of `like`: told in one go.
  @Test(arguments: [
    "title: [" + String(repeating: "a,", count: 400_000) + "a]",
    (0..<40_000).map { "k\($0): 1\n" }.joined(),
    "populations:\n" + (0..<5000).map { "  p\($0): {size: 1, like: p\($0 + 1)}\n" }.joined(),
    String(repeating: "[{a: ", count: 100_000), String(repeating: "*", count: 500_000),
    String(repeating: "- ", count: 400_000),
    "a: &a x\n" + String(repeating: "b: *a\n", count: 2),
  ])
  func rubbishInQuantity(_ text: String) {
    let found = errors(text)
    #expect((1...200).contains(found.count))
  }
}
