/// A bell beside a sleeper: one thread sleeps, others ring, and no ring is lost.
import Dispatch
import Synchronization

/// To ring where nobody sleeps is one read, so that it can be done in every step. Nobody sleeps by the clock.
final class Bell: Sendable {
  private let shared = SharedLine(State())
  private let semaphore = DispatchSemaphore(value: 0)

  private struct State: ~Copyable, Sendable {
    let isAsleep = Atomic<Bool>(false)
  }

  /// Wakes the sleeper, if there is one.
  func ring() {
    if !shared.value.isAsleep.load(ordering: .sequentiallyConsistent) { return }
    if shared.value.isAsleep.exchange(false, ordering: .sequentiallyConsistent) { semaphore.signal() }
  }

  /// Sleeps until somebody rings, or not at all where there is something to do already.
  ///
  /// Who rings has changed what `isCalled` looks at before, and the sleeper looks at it after it has said that it
  /// sleeps: so one of the two sees the other.
  func sleep(unless isCalled: () -> Bool) {
    shared.value.isAsleep.store(true, ordering: .sequentiallyConsistent)
    // Where the bell has been rung meanwhile, its one signal has to be taken.
    if isCalled(), shared.value.isAsleep.exchange(false, ordering: .sequentiallyConsistent) { return }
    semaphore.wait()
  }
}
