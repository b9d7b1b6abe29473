/// `--save` and `--resume`: a checkpoint in a file.
import Basics
import Foundation
import Simulation

struct CheckpointStore {
  let path: String

  /// More than this is no checkpoint that could be brought back here [bytes].
  private static var mostBytes: UInt64 { ProcessInfo.processInfo.physicalMemory / 2 }

  /// - Throws: when nothing can be written there, found out now rather than after an hour of simulation.
  func checked() throws(Failure) -> Self {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let kind = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    if kind == .typeDirectory { throw Failure(.usage, "ganglion: --save \(path): that is a folder · name a file") }
    guard FileManager.default.isWritableFile(atPath: folder) else {
      throw Failure(.usage, "ganglion: --save \(path): nothing can be written into \(folder) · name another folder")
    }
    return self
  }

  /// All or nothing: a checkpoint that was there before stays until the new one is complete.
  func save(_ simulation: borrowing Simulation) throws(Failure) {
    do throws(WriteTrouble) {
      try AtomicFile.write(simulation.checkpointFile().bytes, to: path, shownAs: path)
    } catch {
      throw Failure(.failed, "ganglion: \(error.text)")
    }
  }

  /// The same, and says where the work can be taken up.
  func saveInterrupted(_ simulation: borrowing Simulation) throws(Failure) {
    try save(simulation)
    StandardError.print("ganglion: the state after \(simulation.time.value) ms is kept; go on with --resume \(path)")
  }

  /// - Throws: with the reason, for whatever is no whole checkpoint.
  func load() throws(Failure) -> CheckpointFile {
    let bytes = try contents()
    do {
      return try CheckpointFile(decoding: bytes)
    } catch {
      throw Failure(.usage, "ganglion: --resume \(path): \(error)")
    }
  }

  private func contents() throws(Failure) -> [UInt8] {
    do {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      // A pipe or a device may never end.
      guard attributes[.type] as? FileAttributeType == .typeRegular, attributes[.size] as? UInt64 ?? 0 <= Self.mostBytes
      else { throw Failure(.usage, "ganglion: --resume \(path): \(CheckpointError.foreign)") }
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.usage, "ganglion: --resume \(path): \(error.localizedDescription)")
    }
  }
}
