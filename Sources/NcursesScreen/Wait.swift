/// Waiting for the terminal, a signal or a wake-up, without any other cause to wake up.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What there is to read after a wait.
struct Wait {
  private(set) var keysWait = false
  private(set) var terminalIsGone = false
  private(set) var signalsWait = false
  private(set) var wakeWaits = false
  /// The writer of the wake descriptor closed it.
  private(set) var wakeIsClosed = false
  private(set) var isTimeout = false

  /// Blocks until something is to be read, or until `deadline` of `ContinuousClock`; nil waits without end. A signal
  /// ends it with nothing to read, and its byte is there at the next wait.
  init(terminal: Int32, signals: Int32, wake: Int32?, until deadline: ContinuousClock.Instant?) {
    var descriptors = [
      pollfd(fd: terminal, events: Int16(POLLIN), revents: 0), pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wake ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    let ready = unsafe poll(&descriptors, 3, Self.milliseconds(until: deadline))
    isTimeout = ready == 0
    guard ready > 0 else { return }
    let failed = Int16(POLLHUP | POLLERR | POLLNVAL)
    keysWait = descriptors[0].revents & Int16(POLLIN) != 0
    terminalIsGone = descriptors[0].revents & failed != 0 || (keysWait && Self.bytesWaiting(terminal) == 0)
    signalsWait = descriptors[1].revents != 0
    wakeWaits = descriptors[2].revents & Int16(POLLIN) != 0
    wakeIsClosed = !wakeWaits && descriptors[2].revents & failed != 0
  }

  /// Rounded up, so that a deadline is never a little ahead and the wait repeated for nothing.
  private static func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
    guard let deadline else { return -1 }
    let (seconds, attoseconds) = (deadline - .now).components
    let left = seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return Int32(min(max(left, 0), Int64(Int32.max)))
  }

  /// Readable without a byte to read is the end of file: the other side of the terminal is closed.
  private static func bytesWaiting(_ descriptor: Int32) -> Int32 {
    var count: Int32 = 0
    return unsafe ioctl(descriptor, UInt(FIONREAD), &count) == 0 ? count : 0
  }
}
