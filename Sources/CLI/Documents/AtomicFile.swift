/// Writing a file so that it is never half there: the old content stays until the new one is complete.
import Foundation

enum AtomicFile {
  /// Writes beside the file, then takes its place; folders are made where they are missing one level deep.
  /// - Parameter consolation: what follows the reason, where it fails.
  /// - Throws: `Failure` with words for the user; then the file is as it was.
  static func write(
    _ bytes: [UInt8], to path: String, shownAs name: String,
    otherwise consolation: String = " · the changes are still here, unsaved"
  ) throws(Failure) {
    let manager = FileManager.default
    let url = URL(fileURLWithPath: path)
    let permissions = (try? manager.attributesOfItem(atPath: path))?[.posixPermissions]
    do {
      let folder = url.deletingLastPathComponent().path
      if !manager.fileExists(atPath: folder), name.contains("/"), !name.hasPrefix("/") {
        try manager.createDirectory(atPath: folder, withIntermediateDirectories: false)
      }
      try Data(bytes).write(to: url, options: .atomic)
      if let permissions { try? manager.setAttributes([.posixPermissions: permissions], ofItemAtPath: path) }
    } catch {
      throw Failure(.failed, "\(name) was not written: \(reason(error))\(consolation)")
    }
  }

  /// Whether a file can be put there, as far as can be known beforehand.
  static func canWrite(_ path: String) -> Bool {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    return FileManager.default.isWritableFile(atPath: folder)
  }

  private static func reason(_ error: any Error) -> String {
    let code = (error as? CocoaError)?.code
    let underlying = ((error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError)?.code
    switch code {
    case .fileWriteOutOfSpace?: return "the disk is full"
    case .fileWriteNoPermission?: return "its folder may not be written"
    case .fileWriteVolumeReadOnly?: return "its folder is read-only"
    case .fileNoSuchFile?, .fileReadNoSuchFile?: return "its folder does not exist"
    default: break
    }
    switch underlying.map(Int32.init) {
    case ENOSPC?, EDQUOT?: return "the disk is full"
    case EACCES?, EPERM?: return "its folder may not be written"
    case EROFS?: return "its folder is read-only"
    case ENOENT?: return "its folder does not exist"
    case ENOTDIR?: return "a part of its path is no folder"
    case EISDIR?: return "there is a folder of this name"
    default: return error.localizedDescription
    }
  }
}
