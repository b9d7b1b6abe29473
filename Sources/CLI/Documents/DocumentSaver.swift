/// Writes documents on a queue of its own: one with a matrix of 64 MB takes seconds to be put into words, read back and
/// written, while keys are to be answered within a frame.
import Dispatch
import Synchronization
import Workbench

final class DocumentSaver: Sendable {
  struct Outcome: Sendable {
    let request: SaveRequest
    let result: Result<DocumentStore.Written, Failure>
  }

  private struct State {
    var isBusy = false
    var outcome: Outcome?
  }

  private let queue = DispatchQueue(label: "ganglion.save", qos: .userInitiated)
  private let state = Mutex(State())

  /// From when a document is given until its outcome has been taken.
  var isBusy: Bool { state.withLock { $0.isBusy } }

  /// - Parameter ring: called on a thread of the saver's when there is an outcome.
  /// - Precondition: it is not busy: what the next one is compared with is what the last one has written.
  func start(_ request: SaveRequest, _ store: DocumentStore, ring: @escaping @Sendable () -> Void) {
    state.withLock { $0.isBusy = true }
    queue.async { [self] in
      let result = Result { () throws(Failure) in try store.write(request) }
      state.withLock { $0.outcome = Outcome(request: request, result: result) }
      ring()
    }
  }

  /// What has become of it, once.
  func take() -> Outcome? {
    state.withLock { state in
      guard let outcome = state.outcome else { return nil }
      state = State()
      return outcome
    }
  }

  /// Waits until it is written.
  func finish() { queue.sync {} }
}
