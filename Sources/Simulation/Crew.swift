/// Threads that share out numbered tasks among themselves, a hundred thousand times a second.
import Dispatch
import Kernels
import Synchronization

/// Each worker has tasks of its own, and when it is done with them it takes those that others have not begun. So a
/// thread that the system has put aside holds up nobody by more than the task that it is at, and on a busy machine the
/// caller does all the work itself.
///
/// A round costs some tenths of a microsecond: a word to each helper, and one back; on some machines each takes a fifth of
/// a microsecond, so that nothing else that two processors write is touched, not even a count of references, and nobody
/// waits for a word to go where work can be done meanwhile. Nobody looks out for longer than some tens of microseconds:
/// then a worker sleeps until it is rung.
final class Crew: Sendable {
  /// What a task is: its number, and the message of its round. Returns what is to be summed up.
  typealias Work = @Sendable (_ task: Int, _ message: Int) -> Int

  private let work: Work
  private let prepare: @Sendable () -> Void
  private let callersFirst: Int?
  private let queues: Roster<TaskQueue>
  private let tallies: Roster<Tally>
  /// Of the helpers; the caller's is the first and rung by each of them.
  private let bells: Roster<Bell>
  private let rounds = SharedLine(Rounds())
  private let isDismissed = Atomic<Bool>(false)
  private let tasks: Int

  /// The caller's own.
  private struct Rounds: ~Copyable, Sendable {
    let count = Atomic<UInt32>(0)
    /// Tasks of all rounds.
    let tasks = Atomic<Int>(0)
    /// Of what the tasks of all rounds have returned.
    let sum = Atomic<Int>(0)
  }

  /// As many looks at a word in the own cache take 20 to 100 µs, by the processor.
  private static let looksBeforeSleep = 3000

  /// - Parameters:
  ///   - shares: the tasks of each worker, the caller's first; together 0 up to their number.
  ///   - prepare: done by a helper when a round has begun for it, before it takes a task.
  ///   - work: done by whoever takes the task, on that thread.
  init(shares: [Range<Int>], prepare: @escaping @Sendable () -> Void = {}, work: @escaping Work) {
    self.work = work
    self.prepare = prepare
    callersFirst = shares.first?.first
    queues = Roster(shares.map { TaskQueue($0) })
    tallies = Roster(shares.map { _ in Tally() })
    bells = Roster(shares.map { _ in Bell() })
    tasks = shares.reduce(0) { $0 + $1.count }
    for worker in 1..<max(1, shares.count) {
      DispatchQueue.global(qos: .userInitiated).async { [self] in help(worker) }
    }
  }

  /// Sends the helpers away. To be called once, when no round is on.
  func dismiss() {
    isDismissed.store(true, ordering: .sequentiallyConsistent)
    bells.forEach { $0.ring() }
  }

  /// Has every task done, and returns the sum of what they return. One caller at a time.
  func run(message: Int) -> Int {
    let round = rounds.value.count.wrappingAdd(1, ordering: .relaxed).newValue
    let aim = rounds.value.tasks.wrappingAdd(tasks, ordering: .relaxed).newValue
    // The helpers' first, so that they begin while the caller does its own.
    for worker in stride(from: queues.count - 1, to: 0, by: -1) {
      queues.with(worker) { $0.open(round: round, message: message) }
    }
    begin(round, message)
    serve(0)
    awaitOthers(aim)
    var sum = 0
    tallies.forEach { sum &+= $0.sum }
    let before = rounds.value.sum.exchange(sum, ordering: .relaxed)
    return sum &- before
  }

  /// The caller's first task, which nobody takes off it, and then a look at who sleeps: to look at once would be to wait
  /// until the words have arrived.
  private func begin(_ round: UInt32, _ message: Int) {
    queues.with(0) { $0.open(round: round, message: message, begun: callersFirst == nil ? 0 : 1) }
    if let callersFirst {
      let result = perform(callersFirst, message)
      tallies.with(0) { $0.add(tasks: 1, sum: result) }
    }
    atomicMemoryFence(ordering: .sequentiallyConsistent)
    for helper in 1..<max(1, bells.count) { bells.with(helper) { $0.ring() } }
  }

  /// What is left is in the hands of helpers, and takes no longer than a task unless the system has put one aside: then
  /// the caller makes room for it.
  private func awaitOthers(_ aim: Int) {
    var looks = 0
    while done() != aim {
      looks += 1
      if looks < Self.looksBeforeSleep {
        spinHint()
      } else {
        bells.with(0) { $0.sleep { done() == aim } }
      }
    }
  }

  private func done() -> Int {
    var done = 0
    tallies.forEach { done &+= $0.done }
    return done
  }

  /// Does the worker's own tasks, then those of others, and says so once.
  private func serve(_ worker: Int) {
    var (count, sum) = (0, 0)
    queues.with(worker) { queue in
      while let task = queue.takeFirst() {
        sum &+= perform(task, queue.message)
        count += 1
      }
    }
    for other in 0..<queues.count where other != worker {
      queues.with(other) { queue in
        while let task = queue.takeLast() {
          sum &+= perform(task, queue.message)
          count += 1
        }
      }
    }
    if count == 0 { return }
    tallies.with(worker) { $0.add(tasks: count, sum: sum) }
    if worker != 0 { bells.with(0) { $0.ring() } }
  }

  /// A call of its own, so that no reference to what the closure has captured is counted.
  @inline(never)
  private func perform(_ task: Int, _ message: Int) -> Int { work(task, message) }

  private func help(_ worker: Int) {
    var looks = 0
    while !isDismissed.load(ordering: .relaxed) {
      if !queues.with(worker, { $0.isEmpty }) {
        prepare()
        serve(worker)
        looks = 0
      } else if looks < Self.looksBeforeSleep {
        looks += 1
        spinHint()
      } else {
        bells.with(worker) { bell in
          bell.sleep {
            !queues.with(worker) { $0.isEmpty } || isDismissed.load(ordering: .sequentiallyConsistent)
          }
        }
        looks = 0
      }
    }
  }
}
