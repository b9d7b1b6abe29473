/// Breakpoints and bookmarks as the document keeps them.
import Basics
import Debugger
import NetworkModel

extension WorkbenchState {
  var breakpointHints: [BreakpointHint] {
    travel.breakpoints.map {
      BreakpointHint($0.text, isOn: $0.isOn, isOneShot: $0.isOneShot, ignore: $0.ignore)
    }
  }

  var bookmarkHints: [BookmarkHint] {
    let dt = network?.dt ?? Milliseconds(1)
    return travel.bookmarks.map { BookmarkHint($0.name, at: $0.tick.time(dt: dt).written, note: $0.note) }
  }

  /// Has the engine keep what a document brings.
  mutating func keepMarks(_ hints: WorkbenchHints) -> [Effect] {
    travel.breakpoints = Self.breakpoints(hints)
    travel.bookmarks = hints.bookmarks.map {
      Bookmark(name: $0.name, note: $0.note, tick: Tick($0.time.ticks(dt: network?.dt ?? Milliseconds(1))))
    }
    return travel.breakpoints.map { .engine(.setBreakpoint($0)) } + travel.bookmarks.map { .engine(.bookmark($0)) }
  }

  private static func breakpoints(_ hints: WorkbenchHints) -> [Breakpoint] {
    hints.breakpoints.enumerated().map { index, hint in
      Breakpoint(
        hint.condition, number: index + 1, isOn: hint.isOn, isOneShot: hint.isOneShot, ignore: hint.ignore)
    }
  }
}
