/// A screen in memory: plays events from a list, and keeps what was brought to it.

/// For tests and scripts. A class, like the other screen: whoever runs a loop on it still sees what it showed.
package final class VirtualScreen: Screen {
  package private(set) var size: Size
  package let capabilities: ScreenCapabilities
  /// What a terminal would show now.
  package private(set) var contents: Canvas
  /// Every difference that was not empty, and what the screen showed after it.
  package private(set) var differences: [FrameDiff] = []
  package private(set) var frames: [Canvas] = []
  package private(set) var suspensions = 0
  package private(set) var invalidations = 0
  package var takesMouse = false
  private var events: ArraySlice<ScreenEvent>

  package init(
    size: Size, capabilities: ScreenCapabilities = ScreenCapabilities(colors: .trueColor, glyphs: .braille),
    events: [ScreenEvent] = []
  ) {
    self.size = size
    self.capabilities = capabilities
    self.events = events[...]
    contents = Canvas(size: size)
  }

  /// Adds events behind those that wait.
  package func script(_ more: [ScreenEvent]) { events.append(contentsOf: more) }

  package func apply(_ difference: FrameDiff) {
    if difference.isEmpty { return }
    contents.apply(difference)
    differences.append(difference)
    frames.append(contents)
  }

  /// The next event of the list, at once; a hangup after the last, so that every loop ends.
  package func nextEvent(within milliseconds: Int?) -> ScreenEvent {
    guard let event = events.popFirst() else { return .hangup }
    if case .resize(let newSize) = event {
      size = newSize
      contents = Canvas(size: newSize)
    }
    return event
  }

  package func invalidate() { invalidations += 1 }
  package func suspend() { suspensions += 1 }
}
