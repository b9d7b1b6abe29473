/// A moment of a run that can be gone back to: all that moves, and what a session counts beside it.
import Basics
import Simulation

struct Keyframe: Sendable {
  enum State: Sendable {
    /// As the description says: nothing is kept, for it can be had again at once.
    case initial
    case copy(Checkpoint)
  }

  let tick: Tick
  /// Which of the session's networks it is of: static weights and wiring are not copied, but built again.
  let network: Int
  /// How many of the commands that are logged at its tick are in it already.
  let included: Int
  /// Whether it has to stay: a run begins with it, or a network that was rebuilt does.
  let isPinned: Bool
  let state: State
  /// What the session counts: it follows from the run, but not from this moment of it.
  let totals: History.Totals
  let readout: Readout?

  /// Bytes that it takes.
  var memory: Int {
    let copy = if case .copy(let checkpoint) = state { checkpoint.memory } else { 0 }
    return MemoryLayout<Self>.size + copy + totals.memory
  }
}
