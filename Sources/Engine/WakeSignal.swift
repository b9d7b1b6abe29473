/// A bell that another thread can wait for together with its other input: a pipe with at most one byte in it.
import Foundation
import Synchronization

final class WakeSignal: Sendable {
  private let pipe = Pipe()
  /// Whether the byte is in the pipe, or about to be.
  private let isRung = Atomic(false)

  /// Readable while the bell has been rung and not been answered. Only to be waited for, not to be read.
  var descriptor: Int32 { pipe.fileHandleForReading.fileDescriptor }

  /// Rings. Never blocks; rings that were not answered yet count as one.
  func ring() {
    guard !isRung.exchange(true, ordering: .acquiringAndReleasing) else { return }
    // The pipe is empty here and both its ends are ours, so this cannot fail.
    try? pipe.fileHandleForWriting.write(contentsOf: Data([1]))
  }

  /// Answers the bell. To be called before looking for what it was rung for: what comes later rings again.
  func answer() {
    guard isRung.load(ordering: .acquiring) else { return }
    // Waits at most until the other thread has written the byte that it has announced.
    _ = try? pipe.fileHandleForReading.read(upToCount: 1)
    // An exchange, not a store, so that whatever the last ring came after is seen by who asked.
    _ = isRung.exchange(false, ordering: .acquiringAndReleasing)
  }
}
