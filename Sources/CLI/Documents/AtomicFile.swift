/// Writing files so that they are never half there: what was there before stays until all that is new is complete.
import Foundation

/// A file to be written, and how the user calls it.
struct NewFile {
  let path: String
  let name: String
  let bytes: [UInt8]
}

enum AtomicFile {
  /// Writes a file beside its place, then puts it there.
  /// - Throws: why not; then nothing has changed.
  static func write(_ bytes: [UInt8], to path: String, shownAs name: String) throws(WriteTrouble) {
    try write([NewFile(path: path, name: name, bytes: bytes)])
  }

  /// Whether a file can be put there, as far as can be known beforehand.
  static func canWrite(_ path: String) -> Bool {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    return FileManager.default.isWritableFile(atPath: folder)
  }

  /// Writes all of them or none: every file lies complete beside its place before the first takes it, which needs no
  /// room on the disk. Folders are made where they are missing one level deep.
  static func write(_ files: [NewFile]) throws(WriteTrouble) {
    var waiting: [(new: String, file: NewFile)] = []
    defer { for (new, _) in waiting { try? FileManager.default.removeItem(atPath: new) } }
    for file in files {
      let new = file.path + mark + "\(ProcessInfo.processInfo.processIdentifier)"
      waiting.append((new, file))
      do {
        try prepare(file, as: new)
      } catch let trouble as WriteTrouble {
        throw trouble
      } catch {
        throw WriteTrouble(name: file.name, reason: Self.reason(error))
      }
    }
    for (new, file) in waiting {
      if unsafe rename(new, file.path) != 0 { throw WriteTrouble(name: file.name, reason: Self.reason(code: errno)) }
    }
  }

  /// Behind the name of a file that is not complete yet, and before the number of the process that writes it.
  private static let mark = ".new-"

  /// Which process was writing a file of this name, if it is one that has not taken its place.
  static func writer(ofUnfinished name: String) -> Int32? {
    name.range(of: mark, options: .backwards).flatMap { Int32(name[$0.upperBound...]) }
  }

  /// Complete and on the disk, with the permissions of what it will replace.
  private static func prepare(_ file: NewFile, as new: String) throws {
    let manager = FileManager.default
    try prepareFolder(of: file)
    let present = try? manager.attributesOfItem(atPath: file.path)
    let kind = present?[.type] as? FileAttributeType
    if kind == .typeDirectory { throw WriteTrouble(name: file.name, reason: "there is a folder of this name") }
    // A device or a pipe must not be replaced by a file.
    if let kind, kind != .typeRegular { throw WriteTrouble(name: file.name, reason: "what is there is no file") }
    try Data(file.bytes).write(to: URL(fileURLWithPath: new))
    if let permissions = present?[.posixPermissions] {
      try manager.setAttributes([.posixPermissions: permissions], ofItemAtPath: new)
    }
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: new))
    try handle.synchronize()
    try handle.close()
  }

  private static func prepareFolder(of file: NewFile) throws {
    let folder = URL(fileURLWithPath: file.path).deletingLastPathComponent().path
    let kind = try? FileManager.default.attributesOfItem(atPath: folder)[.type] as? FileAttributeType
    if kind == .typeRegular { throw WriteTrouble(name: file.name, reason: reason(code: ENOTDIR)) }
    if kind == nil, file.name.contains("/"), !file.name.hasPrefix("/") {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    }
  }

  // MARK: Why not

  private static func reason(_ error: any Error) -> String {
    let underlying = ((error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError)?.code
    switch (error as? CocoaError)?.code {
    case .fileWriteOutOfSpace?: return reason(code: ENOSPC)
    case .fileWriteNoPermission?: return reason(code: EACCES)
    case .fileWriteVolumeReadOnly?: return reason(code: EROFS)
    case .fileNoSuchFile?, .fileReadNoSuchFile?: return reason(code: ENOENT)
    default: return underlying.map { reason(code: Int32($0)) } ?? error.localizedDescription
    }
  }

  private static func reason(code: Int32) -> String {
    switch code {
    case ENOSPC, EDQUOT: "the disk is full"
    case EACCES, EPERM: "its folder may not be written"
    case EROFS: "its folder is read-only"
    case ENOENT: "its folder does not exist"
    case ENOTDIR: "a part of its path is no folder"
    case EISDIR: "there is a folder of this name"
    case ENAMETOOLONG: "its name is too long"
    default: "the system says \(code)"
    }
  }
}

/// A file that could not be written, and why: what was there before is still there.
struct WriteTrouble: Error, Equatable {
  let name: String
  let reason: String

  var text: String { "\(name) was not written: \(reason)" }
}
