/// From a file to a network: the entrance to everything in this folder.
package import Basics
import Foundation
import NetworkModel

/// Reads documents, format 1. It knows models only by what they say of themselves.
package struct DocumentReader: Sendable {
  let models: [ModelDescriptor]
  let rules: [RuleDescriptor]
  let memoryLimit: Int

  /// - Parameters:
  ///   - models: the catalogue that documents may name.
  ///   - rules: the rules of plasticity that they may name.
  ///   - memoryLimit: networks and files that would need more are refused before anything is allocated [bytes]; the
  ///     machine's memory unless said.
  package init(models: [ModelDescriptor], rules: [RuleDescriptor] = [], memoryLimit: Int? = nil) {
    self.models = models
    self.rules = rules
    self.memoryLimit = memoryLimit ?? Int(clamping: ProcessInfo.processInfo.physicalMemory)
  }

  /// Reads the document in a file. Files that it names are looked for beside it.
  /// - Throws: every error that could be found, warnings among them.
  package func read(file path: String) throws(InvalidDocument) -> LoadedDocument {
    let url = URL(fileURLWithPath: path)
    let bytes = try Entrance.bytes(at: url.resolvingSymlinksInPath().path, shownAs: path)
    // A link to a document stands for it: its files are beside the document, not beside the link.
    let isLink = (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
    let own = isLink ? url.resolvingSymlinksInPath().path : path
    return try read(bytes: bytes, name: path, folder: PathText.folder(of: own))
  }

  /// Reads a document that is already in memory.
  /// - Parameters:
  ///   - name: what it is called in messages.
  ///   - folder: where the files that it names are.
  ///   - files: those of them that are still to be written, by their names in the document.
  package func read(
    text: String, name: String, folder: String, beside files: [CompanionFile] = []
  ) throws(InvalidDocument) -> LoadedDocument {
    try read(bytes: Array(text.utf8), name: name, folder: folder, beside: files)
  }

  /// Reads the bytes of a document, whatever they are.
  package func read(
    bytes: [UInt8], name: String, folder: String, beside files: [CompanionFile] = []
  ) throws(InvalidDocument) -> LoadedDocument {
    let syntax = try Entrance.syntax(bytes, name: name)
    let diagnostics = Diagnostics()
    // A file becomes numbers of eight bytes and is copied once or twice on the way.
    let folder = DocumentFolder(
      path: folder, shownAs: PathText.folder(of: name), byteLimit: memoryLimit / 8, beside: files)
    let scope = Scope(
      diagnostics: diagnostics, models: models, rules: rules, folder: folder, memoryLimit: memoryLimit)
    let spec = NetworkReader(scope).read(syntax)
    if diagnostics.hasErrors {
      throw InvalidDocument(issues: diagnostics.sorted(.error) + diagnostics.sorted(.warning))
    }
    return LoadedDocument(spec: spec, bytes: bytes, warnings: diagnostics.sorted(.warning))
  }
}
