/// Whether a session moves, and how far.
package import Basics

package enum RunMode: Sendable, Equatable {
  case paused
  /// At the session's pace, without end.
  case running
  /// As fast as it goes, and paused at this tick.
  case until(Tick)
}

/// What a call to `DebugSession.advance` did.
package struct Advance: Sendable, Equatable {
  package var steps: Int
  /// That a `step` or `runTo` came to its end.
  package var event: EngineEvent?
}
