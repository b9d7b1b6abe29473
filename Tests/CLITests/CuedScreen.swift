/// A screen in memory for a loop that runs with a real engine: it plays events, and waits for what should be seen.
import Basics
import Engine
import Foundation
import Terminal

/// Like `VirtualScreen`, but between two events it can let the loop go on, as time does, until the screen says so.
final class CuedScreen: Screen {
  enum Cue {
    case event(ScreenEvent)
    /// Goes on until this text is on the screen.
    case until(String)
    /// Goes on until the engine has carried out all that it was told, and the loop has shown all that came of it.
    case rest
    /// Takes down how many frames there were, and how long the loop was ready to wait.
    case mark
  }

  struct Mark {
    let frames: Int
    /// [ms]; nil is without end.
    let patience: Int?
  }

  let inner: VirtualScreen
  private let engine: Engine
  private var cues: ArraySlice<Cue>
  /// What was never seen; the loop is ended there.
  private(set) var missed: String?
  /// What the screen showed when each `until` came true.
  private(set) var seen: [String] = []
  private(set) var marks: [Mark] = []
  private var deadline: ContinuousClock.Instant?

  init(_ size: Size, _ engine: Engine, _ cues: [Cue]) {
    inner = VirtualScreen(size: size)
    self.engine = engine
    self.cues = cues[...]
  }

  var size: Size { inner.size }
  var capabilities: ScreenCapabilities { inner.capabilities }
  func apply(_ difference: FrameDiff) { inner.apply(difference) }
  var takesMouse: Bool {
    get { inner.takesMouse }
    set { inner.takesMouse = newValue }
  }
  func invalidate() { inner.invalidate() }
  func suspend() { inner.suspend() }

  func nextEvent(within milliseconds: Int?) -> ScreenEvent {
    switch cues.first {
    case nil: return .hangup
    case .event(let event):
      cues.removeFirst()
      return play(event)
    case .mark:
      cues.removeFirst()
      marks.append(Mark(frames: inner.frames.count, patience: milliseconds))
      return .timeout
    case .until(let text):
      if inner.contents.text.contains(text) { return cameTrue() }
      return wait(for: text)
    case .rest:
      // Through the engine's queue, behind everything that was sent.
      try? engine.waitUntilBuilt()
      let isAtRest = milliseconds == nil && !engine.snapshots.isFresh && !hasRung(within: 0)
      return isAtRest ? cameTrue() : wait(for: "rest")
    }
  }

  private func play(_ event: ScreenEvent) -> ScreenEvent {
    inner.script([event])
    return inner.nextEvent(within: nil)
  }

  private func cameTrue() -> ScreenEvent {
    seen.append(inner.contents.text)
    cues.removeFirst()
    deadline = nil
    return .timeout
  }

  /// Asks the engine's bell for as long as a frame takes.
  private func wait(for text: String) -> ScreenEvent {
    let limit = deadline ?? ContinuousClock.now + .seconds(60)
    deadline = limit
    if ContinuousClock.now > limit {
      missed = text
      return .hangup
    }
    return hasRung(within: 30) ? .wake : .timeout
  }

  private func hasRung(within milliseconds: Int32) -> Bool {
    var bell = pollfd(fd: engine.wakeDescriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&bell, 1, milliseconds) > 0
  }
}

extension Canvas {
  /// The characters alone, a line a row.
  var text: String {
    (0..<size.rows).map { y in
      var line = String.UnicodeScalarView()
      for x in 0..<size.columns where !self[x, y].isContinuation {
        if let scalar = Unicode.Scalar(self[x, y].scalar) { line.append(scalar) }
      }
      return String(line)
    }.joined(separator: "\n")
  }
}
