/// The tasks of one worker in a round: it takes them from the front, and who has nothing left to do from the back.
import Synchronization

/// Round, front and back are one word, so that who takes a task is sure that its round is still on. A worker that comes
/// back to its queue in the next step finds the same tasks, whose memory is near its processor; what others take off is
/// the end, and in step after step the same.
final class TaskQueue: Sendable {
  private struct State: ~Copyable, Sendable {
    /// Round in the upper half, then front, then back.
    let word = Atomic<UInt64>(0)
    let message = Atomic<Int>(0)
  }

  /// The message lies beside the word, so that both reach another processor at once.
  private let shared = SharedLine(State())
  private let tasks: Range<Int>

  /// - Parameter tasks: their numbers, each below 65,536.
  init(_ tasks: Range<Int>) {
    precondition(tasks.upperBound <= 0xFFFF, "too many tasks for one round")
    self.tasks = tasks
  }

  /// Whoever takes a task sees all that was written before it was opened.
  /// - Parameter begun: how many from the front are not to be taken, for who opens the queue does them.
  func open(round: UInt32, message: Int, begun: Int = 0) {
    let range = UInt64(tasks.lowerBound + begun) << 16 | UInt64(tasks.upperBound)
    shared.value.message.store(message, ordering: .relaxed)
    shared.value.word.store(UInt64(round) << 32 | range, ordering: .releasing)
  }

  /// Of the round. - Precondition: a task of it has been taken and is not yet done.
  var message: Int { shared.value.message.load(ordering: .relaxed) }

  var isEmpty: Bool {
    let seen = shared.value.word.load(ordering: .sequentiallyConsistent)
    return Self.front(seen) >= Self.back(seen)
  }

  func takeFirst() -> Int? {
    take { seen in (seen &+ 1 << 16, Self.front(seen)) }
  }

  func takeLast() -> Int? {
    take { seen in (seen &- 1, Self.back(seen) - 1) }
  }

  @inline(__always)
  private func take(_ rest: (UInt64) -> (word: UInt64, task: Int)) -> Int? {
    var seen = shared.value.word.load(ordering: .acquiring)
    while Self.front(seen) < Self.back(seen) {
      let (desired, task) = rest(seen)
      let (isTaken, current) = shared.value.word.compareExchange(
        expected: seen, desired: desired, ordering: .acquiringAndReleasing)
      if isTaken { return task }
      seen = current
    }
    return nil
  }

  private static func front(_ word: UInt64) -> Int { Int(word >> 16 & 0xFFFF) }
  private static func back(_ word: UInt64) -> Int { Int(word & 0xFFFF) }
}
