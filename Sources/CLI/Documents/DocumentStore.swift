/// The documents of a workbench on their way from files and into them.
import Formats
import Foundation
import Kernels
import NetworkModel
import Workbench

/// Remembers the text that the open document was read from, so that saving changes only what has to be changed.
struct DocumentStore {
  /// The text behind the open document.
  struct Basis: Equatable {
    /// The file it was read from, links followed; nil for what has no file.
    var path: String?
    /// Of the file, when it was read or written last.
    var bytes: [UInt8]
    /// Where the files are that it names.
    var folder: String
  }

  let source: DocumentSource
  /// By the name under which a document was opened or saved.
  private var bases: [String: Basis] = [:]
  private let writer = DocumentWriter(models: Catalogue.descriptors, rules: Catalogue.rules.map(\.descriptor))

  init(source: DocumentSource = DocumentSource()) { self.source = source }

  /// Reads a document or preset by the name that the user gave it.
  mutating func load(_ name: String) throws(Failure) -> LoadedDocument {
    let path = try source.path(of: name)
    let document = try source.read(path)
    let resolved = Self.resolved(path)
    bases[name] = Basis(path: resolved, bytes: document.bytes, folder: Self.folder(of: resolved))
    return document
  }

  /// Reads a document; where there is no file of this name, and it is one of a document, an empty one begins.
  mutating func open(_ name: String) throws(Failure) -> NetworkSpec {
    let isNew = name.hasSuffix(".yaml") && !FileManager.default.fileExists(atPath: name)
    return isNew ? NetworkSpec() : try load(name).spec
  }

  /// Goes on with a text that was written, or comes out of a journal.
  mutating func adopt(_ basis: Basis, as name: String) { bases[name] = basis }

  /// The text behind a document; none for what has just been begun.
  func basis(of origin: String) -> Basis { bases[origin] ?? Basis(path: nil, bytes: [], folder: ".") }

  /// The text that says `spec`, as near to the present text as it can be.
  func text(of spec: NetworkSpec, from origin: String, for file: String) -> WrittenDocument {
    let stem = Self.stem(of: file)
    let basis = basis(of: origin)
    if basis.bytes.isEmpty { return writer.write(spec, stem: stem) }
    let text = String(decoding: basis.bytes, as: UTF8.self)
    return writer.update(text, to: spec, stem: stem, folder: basis.folder, reader: DocumentSource.reader)
  }

  /// What was written, and the text that the document stands on from then on.
  struct Written: Sendable {
    let file: SavedFile
    let basis: Basis
  }

  /// Writes the document, and goes on from its text.
  mutating func save(_ request: SaveRequest) throws(Failure) -> SavedFile {
    let written = try write(request)
    adopt(written.basis, as: request.file)
    return written.file
  }

  /// Writes the document, all of it or nothing of it.
  func write(_ request: SaveRequest) throws(Failure) -> Written {
    let path = Self.resolved(request.file)
    if !request.isForced { try checkNobodyElseWrote(path, basis(of: request.origin), shownAs: request.file) }
    let folder = Self.folder(of: path)
    var document = text(of: request.spec, from: request.origin, for: path)
    if !says(document, request.spec, in: folder) {
      // The files that the text names are not in this folder: what they hold goes with the document.
      document = writer.write(request.spec, stem: Self.stem(of: path))
    }
    guard says(document, request.spec, in: folder) else {
      throw Failure(.failed, "\(request.file) was not written: this network cannot be said in a document")
    }
    let bytes = [UInt8](document.text.utf8)
    let companions = document.files.map { NewFile(path: folder + "/" + $0.name, name: $0.name, bytes: $0.bytes) }
    do throws(WriteTrouble) {
      try AtomicFile.write(companions + [NewFile(path: path, name: request.file, bytes: bytes)])
    } catch {
      throw Failure(.failed, "\(error.text) · the changes are still here, unsaved · :save NAME tries elsewhere")
    }
    let lines = document.text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
    return Written(file: SavedFile(lines: lines), basis: Basis(path: path, bytes: bytes, folder: folder))
  }

  private func says(_ document: WrittenDocument, _ spec: NetworkSpec, in folder: String) -> Bool {
    let read = try? DocumentSource.reader.read(text: document.text, name: "", folder: folder, beside: document.files)
      .spec
    return read?.withoutPlaces == spec.withoutPlaces
  }

  private func checkNobodyElseWrote(_ path: String, _ basis: Basis, shownAs name: String) throws(Failure) {
    guard let there = FileManager.default.contents(atPath: path) else { return }
    if path != basis.path {
      throw Failure(.failed, "\(name) exists already · :save-over \(name) writes over it")
    }
    if [UInt8](there) != basis.bytes {
      throw Failure(
        .failed,
        "\(name) was changed by another program since it was read · :save-over writes over it, :save NAME beside it")
    }
  }

  // MARK: Paths

  private static func resolved(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  private static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? "document"
    return name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name.hasSuffix(".yml") ? String(name.dropLast(4)) : name
  }
}
