/// What one worker of a crew has done since the beginning.
import Synchronization

/// Written by that worker alone, and read by the caller: one way between two processors a round.
final class Tally: Sendable {
  private struct State: ~Copyable, Sendable {
    /// Tasks.
    let done = Atomic<Int>(0)
    /// Of what they returned, wrapping around.
    let sum = Atomic<Int>(0)
  }

  private let shared = SharedLine(State())

  /// Whoever sees the count sees the sum, and all that the tasks have written.
  func add(tasks: Int, sum: Int) {
    shared.value.sum.store(shared.value.sum.load(ordering: .relaxed) &+ sum, ordering: .relaxed)
    shared.value.done.store(
      shared.value.done.load(ordering: .relaxed) &+ tasks, ordering: .sequentiallyConsistent)
  }

  var done: Int { shared.value.done.load(ordering: .sequentiallyConsistent) }
  var sum: Int { shared.value.sum.load(ordering: .relaxed) }
}
