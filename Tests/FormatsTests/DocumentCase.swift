/// Documents in folders, each with a golden file beside it. Adding a case needs no code.
import Foundation
import Formats
import Kernels
import NetworkModel
import Testing

struct DocumentCase: Sendable, CustomTestStringConvertible {
  let folder: URL
  let name: String

  static let bad = all(in: "Bad")
  static let good = all(in: "Good")

  private static func all(in name: String) -> [DocumentCase] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Cases/" + name)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted().map { DocumentCase(folder: folder, name: $0) }
  }

  var testDescription: String { name }

  func bytes() throws -> [UInt8] { [UInt8](try Data(contentsOf: folder.appendingPathComponent(name))) }

  /// Reads the document under its bare name, so that golden files hold no path of any machine.
  func read() throws -> LoadedDocument {
    try DocumentReader.ofTests.read(bytes: bytes(), name: name, folder: folder.path)
  }

  /// Holds `text` against the golden file, or writes it where GANGLION_RECORD=1.
  func expectGolden(_ text: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws {
    let url = folder.appendingPathComponent(name.replacingOccurrences(of: ".yaml", with: ".expected"))
    if ProcessInfo.processInfo.environment["GANGLION_RECORD"] == "1" {
      try Data(text.utf8).write(to: url)
      return
    }
    let golden = try String(decoding: Data(contentsOf: url), as: UTF8.self)
    #expect(text == golden, sourceLocation: sourceLocation)
  }
}

extension DocumentReader {
  /// With every model of the program, and a memory that does not depend on the machine.
  static let ofTests = DocumentReader(
    models: Catalogue.descriptors, rules: Catalogue.rules.map(\.descriptor), memoryLimit: 8_000_000_000)
}

/// The errors of a document that is given as text; empty where it has none.
func errors(_ text: String, folder: URL = FileManager.default.temporaryDirectory) -> [String] {
  do {
    _ = try DocumentReader.ofTests.read(text: text, name: "t.yaml", folder: folder.path)
    return []
  } catch {
    return error.issues.map(\.description)
  }
}
