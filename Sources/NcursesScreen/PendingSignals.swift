/// What the signals that came since the last look ask for.
import CNcurses

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct PendingSignals {
  private(set) var hasResized = false
  private(set) var mustEnd = false
  private(set) var mustStop = false
  private(set) var wasContinued = false

  /// Reads the pipe of the handlers empty.
  init(readingFrom descriptor: Int32) {
    while let byte = Self.byte(from: descriptor) {
      switch Int(byte) {
      case GANGLION_RESIZED: hasResized = true
      case GANGLION_STOPPED: mustStop = true
      case GANGLION_CONTINUED: wasContinued = true
      default: mustEnd = true
      }
    }
  }

  private static func byte(from descriptor: Int32) -> UInt8? {
    var byte: UInt8 = 0
    return unsafe read(descriptor, &byte, 1) == 1 ? byte : nil
  }
}
