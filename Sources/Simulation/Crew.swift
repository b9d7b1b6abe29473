/// Threads that share out numbered tasks among themselves, many times a second.
import Dispatch
import Synchronization

/// Whoever is free takes the next task, so that a thread that the system has put aside holds up nobody before it has
/// taken one: on a busy machine the caller does all the work itself. Helpers look out for work for some microseconds
/// and then sleep; nobody spins for longer than a task lasts.
final class Crew: Sendable {
  static let mostTasks = 0xFFFF

  typealias Work = @Sendable (_ task: Int) -> Int

  /// The round in the upper half, then its number of tasks and the next one. In one word, so that who takes a task is
  /// sure that its round is still on.
  private let round = Atomic<UInt64>(0)
  private let done = Atomic<Int>(0)
  private let sum = Atomic<Int>(0)
  private let isDismissed = Atomic<Bool>(false)
  private let sleepers = Atomic<Int>(0)
  private let bell = DispatchSemaphore(value: 0)
  private let work = Mutex<Work?>(nil)

  init(helpers: Int) {
    for _ in 0..<helpers {
      DispatchQueue.global(qos: .userInitiated).async { [self] in help() }
    }
  }

  /// Sends the helpers away. To be called once, when no round is on.
  func dismiss() {
    isDismissed.store(true, ordering: .sequentiallyConsistent)
    wake()
  }

  /// Has every task done, and returns the sum of what they return.
  func run(tasks: Int, _ body: @escaping Work) -> Int {
    precondition(tasks <= Self.mostTasks, "too many tasks for one round")
    work.withLock { $0 = body }
    done.store(0, ordering: .relaxed)
    sum.store(0, ordering: .relaxed)
    let last = round.load(ordering: .relaxed) >> 32
    round.store((last + 1) << 32 | UInt64(tasks) << 16, ordering: .sequentiallyConsistent)
    wake()
    while let task = take() { perform(task, body) }
    // What is left is in the hands of a helper; it takes no longer than a task, unless the system puts the helper aside.
    var looks = 0
    while done.load(ordering: .acquiring) < tasks {
      looks += 1
      if looks > 2000 { Self.pause() }
    }
    return sum.load(ordering: .relaxed)
  }

  private func perform(_ task: Int, _ body: Work) {
    sum.add(body(task), ordering: .relaxed)
    done.add(1, ordering: .releasing)
  }

  /// The next task of the round, or nil.
  private func take() -> Int? {
    var seen = round.load(ordering: .acquiring)
    while seen & 0xFFFF < seen >> 16 & 0xFFFF {
      let (isTaken, current) = round.weakCompareExchange(
        expected: seen, desired: seen + 1, ordering: .acquiringAndReleasing)
      if isTaken { return Int(seen & 0xFFFF) }
      seen = current
    }
    return nil
  }

  private func help() {
    var looks = 0
    while !isDismissed.load(ordering: .relaxed) {
      if let task = take() {
        // The round lasts until this task is done, so that this is its work.
        if let body = work.withLock({ $0 }) { perform(task, body) }
        looks = 0
      } else {
        looks += 1
        if looks > 5000 {
          sleep()
          looks = 0
        }
      }
    }
  }

  private func sleep() {
    sleepers.add(1, ordering: .sequentiallyConsistent)
    let seen = round.load(ordering: .sequentiallyConsistent)
    // Whoever opens a round from here on sees a sleeper and rings.
    if seen & 0xFFFF >= seen >> 16 & 0xFFFF, !isDismissed.load(ordering: .sequentiallyConsistent) {
      bell.wait()
    } else if sleepers.exchangeIfAny() == false {
      bell.wait()
    }
  }

  private func wake() {
    var sleeping = sleepers.exchange(0, ordering: .sequentiallyConsistent)
    while sleeping > 0 {
      bell.signal()
      sleeping -= 1
    }
  }

  /// Gives the processor to whoever needs it.
  private static func pause() { DispatchSemaphore(value: 0).waitBriefly() }
}

extension DispatchSemaphore {
  fileprivate func waitBriefly() { _ = wait(timeout: .now() + .microseconds(20)) }
}

extension Atomic where Value == Int {
  /// Takes one away unless there is none; false where a bell has been rung for it already.
  fileprivate func exchangeIfAny() -> Bool {
    var seen = load(ordering: .sequentiallyConsistent)
    while seen > 0 {
      let (isDone, current) = compareExchange(expected: seen, desired: seen - 1, ordering: .sequentiallyConsistent)
      if isDone { return true }
      seen = current
    }
    return false
  }
}
