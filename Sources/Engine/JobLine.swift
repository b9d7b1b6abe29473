/// Work of one kind beside a session: one job after the other, of which only the newest is wanted.
import Debugger
import Dispatch
import Synchronization

final class JobLine: Sendable {
  private let queue = DispatchQueue(label: "ganglion.jobs", qos: .utility)
  /// Counts the jobs that were asked for.
  private let newest = Atomic(0)

  /// Returns at once. A job that is not done yet is given up.
  func start(_ job: JobRequest, report: @escaping @Sendable ([EngineEvent]) -> Void) {
    let number = newest.add(1, ordering: .relaxed).newValue
    queue.async {
      let events = job.run { self.newest.load(ordering: .relaxed) == number }
      if !events.isEmpty { report(events) }
    }
  }

  /// Nobody waits any more.
  func giveUp() { newest.add(1, ordering: .relaxed) }
}
