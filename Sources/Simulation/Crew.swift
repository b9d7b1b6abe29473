/// Threads that share out numbered tasks among themselves, a hundred thousand times a second.
import Dispatch
import Kernels
import Synchronization

/// Each worker has tasks of its own, and when it is done with them it takes those that others have not begun. So a
/// thread that the system has put aside holds up nobody by more than the task that it is at, and on a busy machine the
/// caller does all the work itself.
///
/// A round costs a fifth of a microsecond between two processors that look out for each other. Nobody looks out for
/// longer than some tens of microseconds: then a worker sleeps until it is rung.
final class Crew: Sendable {
  /// What a task is: its number, and the message of its round. Returns what is to be summed up.
  typealias Work = @Sendable (_ task: Int, _ message: Int) -> Int

  private let work: Work
  private let queues: [TaskQueue]
  /// Of the helpers; the caller's is the first and rung by the last of them.
  private let bells: [Bell]
  private let message = Atomic<Int>(0)
  private let done = Atomic<Int>(0)
  private let sum = Atomic<Int>(0)
  private let round = Atomic<UInt32>(0)
  private let isDismissed = Atomic<Bool>(false)
  private let tasks: Int

  /// As many looks at a word in the own cache take 20 to 100 µs, by the processor.
  private static let looksBeforeSleep = 3000

  /// - Parameters:
  ///   - shares: the tasks of each worker, the caller's first; together 0 up to their number.
  ///   - work: done by whoever takes the task, on that thread.
  init(shares: [Range<Int>], work: @escaping Work) {
    self.work = work
    queues = shares.map { TaskQueue($0) }
    bells = shares.map { _ in Bell() }
    tasks = shares.reduce(0) { $0 + $1.count }
    for worker in 1..<max(1, shares.count) {
      DispatchQueue.global(qos: .userInitiated).async { [self] in help(worker) }
    }
  }

  /// Sends the helpers away. To be called once, when no round is on.
  func dismiss() {
    isDismissed.store(true, ordering: .sequentiallyConsistent)
    for bell in bells { bell.ring() }
  }

  /// Has every task done, and returns the sum of what they return. One caller at a time.
  func run(message: Int) -> Int {
    self.message.store(message, ordering: .relaxed)
    done.store(0, ordering: .relaxed)
    sum.store(0, ordering: .relaxed)
    let next = round.load(ordering: .relaxed) &+ 1
    round.store(next, ordering: .relaxed)
    // The helpers' first, so that they begin while the caller takes its own.
    for worker in stride(from: queues.count - 1, through: 0, by: -1) {
      queues[worker].open(round: next)
      bells[worker].ring()
    }
    serve(0)
    awaitOthers()
    return sum.load(ordering: .relaxed)
  }

  /// What is left is in the hands of helpers, and takes no longer than a task unless the system has put one aside: then
  /// the caller makes room for it.
  private func awaitOthers() {
    var looks = 0
    while done.load(ordering: .acquiring) < tasks {
      looks += 1
      if looks < Self.looksBeforeSleep {
        spinHint()
      } else {
        bells[0].sleep { done.load(ordering: .sequentiallyConsistent) == tasks }
      }
    }
  }

  /// Does the worker's own tasks, then those of others. Says so once, for each word that two processors write costs
  /// them a tenth of a microsecond.
  private func serve(_ worker: Int) {
    var (count, total) = (0, 0)
    while let task = queues[worker].takeFirst() {
      total &+= work(task, message.load(ordering: .relaxed))
      count += 1
    }
    for other in queues.indices where other != worker {
      while let task = queues[other].takeLast() {
        total &+= work(task, message.load(ordering: .relaxed))
        count += 1
      }
    }
    if count == 0 { return }
    sum.add(total, ordering: .relaxed)
    if done.add(count, ordering: .sequentiallyConsistent).newValue == tasks { bells[0].ring() }
  }

  private func help(_ worker: Int) {
    let queue = queues[worker]
    var looks = 0
    while !isDismissed.load(ordering: .relaxed) {
      if !queue.isEmpty {
        serve(worker)
        looks = 0
      } else if looks < Self.looksBeforeSleep {
        looks += 1
        spinHint()
      } else {
        bells[worker].sleep { !queue.isEmpty || isDismissed.load(ordering: .sequentiallyConsistent) }
        looks = 0
      }
    }
  }
}
