/// Files beside a document, for what is too long to be written into it: matrices, tables, lists of numbers.
import Basics

/// A file to be written beside a document. Its name is relative to the document's folder.
package struct CompanionFile: Sendable, Equatable {
  package let name: String
  package let bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// Collects the companions of one writing of one document.
final class CompanionFiles {
  /// More numbers than these nobody reads in a document.
  static let longestList = 64

  private let folder: String
  private let successors: [CompanionFile]
  private(set) var files: [CompanionFile] = []

  /// - Parameters:
  ///   - stem: the document's name without its ending; its companions lie in a folder of this name.
  ///   - successors: what will be written next: a file with another content there has another name here, so that two
  ///     writings differ where their files do.
  init(stem: String, before successors: [CompanionFile] = []) {
    folder = Self.plain(stem)
    self.successors = successors
  }

  /// Adds an array and returns how the document names it.
  func add(_ shape: [Int], _ values: [Double], as name: String) -> String {
    add(NPYFile.encode(NPYArray(shape: shape, values: values)), as: name + ".npy")
  }

  func add(_ bytes: [UInt8], as name: String) -> String {
    let path = folder + "/" + Self.plain(name)
    files.removeAll { $0.name == path }
    files.append(CompanionFile(name: path, bytes: bytes))
    let changes = successors.contains { $0.name == path && $0.bytes != bytes }
    return changes ? path + " before" : path
  }

  /// A name that every file system takes.
  private static func plain(_ name: String) -> String {
    var text = name.map { $0.isLetter || $0.isNumber || "._-".contains($0) ? $0 : "-" }
    while text.first == "." { text.removeFirst() }
    return text.isEmpty ? "data" : String(text)
  }
}
