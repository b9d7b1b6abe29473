/// What is not saved yet, kept where a later program finds it: it survives `kill -9`.
import Formats
import Foundation
import NetworkModel
import Workbench

/// One file for each running program, written whole each time; it goes when the document is saved or left on purpose.
struct Journal {
  /// A document as it was written down.
  struct Entry: Codable, Equatable {
    struct File: Codable, Equatable {
      var name: String
      var bytes: Data
    }

    var version = 1
    var name: String
    /// Where it is saved; nil for what has no file yet.
    var file: String?
    var text: String
    var files: [File]
    /// Where the files are that it names.
    var folder: String
    /// What lay in `file` when it was read, to notice when another program changes it.
    var basis: Data
    var basisPath: String?
    var time: Date
  }

  let folder: String
  let process: Int32

  init(folder: String = Journal.standardFolder, process: Int32 = ProcessInfo.processInfo.processIdentifier) {
    self.folder = folder
    self.process = process
  }

  /// In the user's folder for state, as the XDG rules name it.
  static var standardFolder: String {
    StandardFolder.path("XDG_STATE_HOME", usual: ".local/state") + "/recovery"
  }

  private var path: String { folder + "/\(process).json" }

  /// - Throws: where the journal cannot be written; the document is not touched by that.
  func write(_ entry: Entry) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try AtomicFile.write([UInt8](JSONEncoder().encode(entry)), to: path, shownAs: path)
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }

  // MARK: Those of others

  /// Journals whose programs are no more, the newest first.
  func orphans() -> [RecoverableDocument] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    removeHalves(names)
    let entries = names.compactMap { name -> (id: String, entry: Entry)? in
      guard name.hasSuffix(".json"), let process = Int32(name.dropLast(5)), process != self.process, !isAlive(process),
        let entry = entry(name)
      else { return nil }
      return (name, entry)
    }
    return entries.sorted { $0.entry.time > $1.entry.time }.map {
      RecoverableDocument(id: $0.id, name: $0.entry.name, time: Self.text($0.entry.time))
    }
  }

  /// What was being written when its program ended; the journal of before lies beside it.
  private func removeHalves(_ names: [String]) {
    for name in names {
      guard let process = AtomicFile.writer(ofUnfinished: name), !isAlive(process) else { continue }
      try? FileManager.default.removeItem(atPath: folder + "/" + name)
    }
  }

  func entry(_ id: String) -> Entry? {
    guard !id.contains("/"), let data = FileManager.default.contents(atPath: folder + "/" + id) else { return nil }
    let entry = try? JSONDecoder().decode(Entry.self, from: data)
    return entry?.version == 1 ? entry : nil
  }

  func forget(_ id: String) {
    if !id.contains("/") { try? FileManager.default.removeItem(atPath: folder + "/" + id) }
  }

  private func isAlive(_ process: Int32) -> Bool { kill(process, 0) == 0 || errno == EPERM }

  private static func text(_ time: Date) -> String {
    let formatter = DateFormatter()
    formatter.dateFormat = "yyyy-MM-dd HH:mm"
    return formatter.string(from: time)
  }
}
