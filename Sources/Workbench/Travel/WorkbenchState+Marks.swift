/// Breakpoints and bookmarks as the document keeps them.
import Basics
import Debugger
import NetworkModel

extension WorkbenchState {
  var breakpointHints: [BreakpointHint] {
    travel.breakpoints.map {
      BreakpointHint($0.text, isOn: $0.isOn, isOneShot: $0.isOneShot, ignore: $0.ignore, hits: hits(of: $0))
    }
  }

  var bookmarkHints: [BookmarkHint] {
    let dt = network?.dt ?? Milliseconds(1)
    return travel.bookmarks.map {
      BookmarkHint($0.name, at: $0.tick.time(dt: dt).written, note: $0.note, branch: foreignBranch(of: $0))
    }
  }

  /// How often a breakpoint was come to: the latest snapshot knows.
  func hits(of breakpoint: Breakpoint) -> Int {
    travel.timeline.breakpoints.first { $0.number == breakpoint.number }?.hits ?? breakpoint.hits
  }

  /// The branch of a bookmark, in words, where a document of the present branch does not say how to come to it: another
  /// branch, or one that was changed by hand on its way, for a document has its values from the start.
  func foreignBranch(of bookmark: Bookmark) -> String {
    guard bookmark.origin.isEmpty else { return bookmark.origin }
    let timeline = travel.timeline
    // Before the first snapshot nothing has been run that could be another.
    if timeline.branches.isEmpty { return "" }
    let branch = timeline.branches.first { $0.number == bookmark.branch }
    let name = branch?.name ?? "branch \(bookmark.branch)"
    guard timeline.isOnLine(branch: bookmark.branch, bookmark.tick) else {
      return ([name] + [branch?.reason].compactMap(\.self)).joined(separator: ", ")
    }
    let edited = travel.edits.first { entry in
      if case .leaveOut = entry.command { return false }
      return entry.place.tick > .zero
    }
    let dt = network?.dt ?? Milliseconds(1)
    return edited.map { "\(name), edited at \(NumberText.time($0.place.tick.time(dt: dt)))" } ?? ""
  }

  /// Has the engine keep what a document brings.
  mutating func keepMarks(_ hints: WorkbenchHints) -> [Effect] {
    travel.breakpoints = Self.breakpoints(hints)
    travel.bookmarks = hints.bookmarks.map {
      Bookmark(
        name: $0.name, note: $0.note, tick: Tick($0.time.ticks(dt: network?.dt ?? Milliseconds(1))),
        origin: $0.branch)
    }
    return travel.breakpoints.map { .engine(.setBreakpoint($0)) } + travel.bookmarks.map { .engine(.bookmark($0)) }
  }

  private static func breakpoints(_ hints: WorkbenchHints) -> [Breakpoint] {
    hints.breakpoints.enumerated().map { index, hint in
      var breakpoint = Breakpoint(
        hint.condition, number: index + 1, isOn: hint.isOn, isOneShot: hint.isOneShot, ignore: hint.ignore)
      breakpoint.hits = hint.hits
      return breakpoint
    }
  }
}

extension Bookmark {
  /// That it was made in another run: branches are not kept in documents, and its time is then another place. Nil for
  /// one of this run.
  package var strangeness: String? {
    origin.isEmpty ? nil : "made on \(origin), which the document does not keep: this is another run"
  }

  /// What is told on the way to it.
  package var words: String { "bookmark \(name)" + (strangeness.map { ", \($0)" } ?? "") }
}
