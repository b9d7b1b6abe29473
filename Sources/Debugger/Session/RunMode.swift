/// Whether a session moves, and how far.
package import Basics

package enum RunMode: Sendable, Equatable {
  case paused
  /// At the session's pace, without end.
  case running
  /// As fast as it goes, and paused at this tick.
  case until(Tick)
  /// The same, on the way to a place that was asked for: nothing stops it before.
  case seeking(Tick)
  /// Looking for something before the present, stretch by stretch, or looking something up.
  case scouting
  /// Comparing two branches beside the session, which stays where it is.
  case comparing

  /// The tick at which it ends.
  package var target: Tick? {
    switch self {
    case .paused, .running, .scouting, .comparing: nil
    case .until(let target), .seeking(let target): target
    }
  }

  var isSeeking: Bool { if case .seeking = self { true } else { false } }
}

/// What a call to `DebugSession.advance` did.
package struct Advance: Sendable, Equatable {
  package var steps: Int
  /// That a `step` or `runTo` came to its end.
  package var event: EngineEvent?
}
