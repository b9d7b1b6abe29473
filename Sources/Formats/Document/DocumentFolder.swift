/// The folder of a document: the only place whose files it may use.
import Basics
import Foundation
import NetworkModel

/// Why a file that a document names cannot be used.
enum FileTrouble: Error, Equatable {
  case outside
  case missing(nearest: String?)
  case notAFile
  case tooLarge(bytes: Int)
  case unreadable
}

struct DocumentFolder {
  /// How the user calls it, for messages.
  private let shownPath: String
  /// Without symbolic links.
  private let root: URL
  /// Larger files are refused before they are opened [bytes].
  private let byteLimit: Int

  /// Files that are to be written into the folder and count as if they were there.
  private let coming: [CompanionFile]

  init(path: String, shownAs shownPath: String, byteLimit: Int, beside coming: [CompanionFile] = []) {
    self.shownPath = shownPath
    self.coming = coming
    root = URL(fileURLWithPath: path.isEmpty ? "." : path, isDirectory: true).resolvingSymlinksInPath()
    self.byteLimit = byteLimit
  }

  /// How a file of the folder is called in messages.
  func shown(_ name: String) -> String {
    shownPath == "." ? name : shownPath + (shownPath.hasSuffix("/") ? "" : "/") + name
  }

  /// The bytes of a file whose name is relative to the folder; symbolic links may not lead out of it.
  func contents(of name: String) throws(FileTrouble) -> [UInt8] {
    guard !name.isEmpty, !name.hasPrefix("/"), !name.hasPrefix("~"), !name.utf8.contains(0) else { throw .outside }
    if let file = coming.first(where: { $0.name == name }) { return file.bytes }
    let plain = root.appendingPathComponent(name).standardizedFileURL
    guard contains(plain) else { throw .outside }
    let real = plain.resolvingSymlinksInPath()
    guard contains(real) else { throw .outside }
    return try FileBytes.read(real.path, byteLimit: byteLimit)
  }

  private func contains(_ url: URL) -> Bool {
    let own = root.pathComponents
    return url.pathComponents.count > own.count && Array(url.pathComponents.prefix(own.count)) == own
  }
}

/// Reads whole regular files; a pipe or a device could go on for ever.
enum FileBytes {
  static func read(_ path: String, byteLimit: Int) throws(FileTrouble) -> [UInt8] {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else {
      throw .missing(nearest: neighbour(of: path))
    }
    guard attributes[.type] as? FileAttributeType == .typeRegular else { throw .notAFile }
    let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
    if size > byteLimit { throw .tooLarge(bytes: size) }
    guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable }
    return [UInt8](data)
  }

  /// The name in the same folder that was probably meant.
  private static func neighbour(of path: String) -> String? {
    let names = try? FileManager.default.contentsOfDirectory(atPath: PathText.folder(of: path))
    return Spelling.nearest(to: PathText.name(of: path), among: Array((names ?? []).sorted().prefix(1000)))
  }
}

/// Paths as text. Foundation's `deletingLastPathComponent` traps on a name of one letter (swift-corelibs 6.3).
enum PathText {
  /// What comes before the last `/`; `.` where there is none.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// What comes after the last `/`.
  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}
