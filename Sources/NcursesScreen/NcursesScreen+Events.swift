/// What the terminal and the world around it have to say.
import CNcurses
package import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension NcursesScreen {
  package func nextEvent(within milliseconds: Int?) -> ScreenEvent {
    let deadline = milliseconds.map { ContinuousClock.now + .milliseconds(max(0, $0)) }
    while isRunning && !hasEnded {
      if let event = nextInput() { return event }
      let wait = Wait(terminal: terminal.input, signals: terminal.signals, wake: wake, until: deadline)
      if wait.isTimeout { return .timeout }
      if wait.signalsWait, let event = obeySignals() { return event }
      keysMayWait = keysMayWait || wait.keysWait
      if wait.terminalIsGone {
        hasEnded = true
      } else if wait.wakeWaits {
        // Whoever owns the bell answers it; until then it goes on ringing.
        return .wake
      }
      if wait.wakeIsClosed { wake = nil }
    }
    return .hangup
  }

  package func suspend() { suspend(withGroup: true) }

  private func nextInput() -> ScreenEvent? {
    guard keysMayWait else { return nil }
    switch decoder.next(terminal.read) {
    case .key(let key): return .key(key)
    case .paste(let text): return .paste(text)
    case .mouse(let mouse): return .mouse(mouse)
    case .resized: return .resize(size)
    case nil:
      keysMayWait = false
      return nil
    }
  }

  private func obeySignals() -> ScreenEvent? {
    let pending = PendingSignals(readingFrom: terminal.signals)
    if pending.mustEnd {
      hasEnded = true
      return .hangup
    }
    if pending.hasResized {
      terminal.takeSize()
      keysMayWait = true
    }
    if pending.mustStop {
      suspend(withGroup: false)
      return .resize(size)
    }
    guard pending.wasContinued else { return nil }
    // After SIGSTOP, of which nobody is told, the terminal is in whatever state the shell left it in.
    ganglion_reset_line()
    invalidate()
    return .resize(size)
  }

  /// The signals that belong to the stop and the continuation are dealt with by then; a request to end is not.
  private func suspend(withGroup: Bool) {
    guard isRunning else { return }
    terminal.suspend(withGroup: withGroup, takesMouse: takesMouse)
    let pending = PendingSignals(readingFrom: terminal.signals)
    hasEnded = hasEnded || pending.mustEnd
    keysMayWait = true
  }
}
