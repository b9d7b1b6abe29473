/// Ctrl-C during long work: noticed between two slices of it, so that files are closed and the status is right.
import Dispatch
import Foundation
import Synchronization

/// From its creation on, SIGINT and SIGTERM raise a flag instead of ending the process.
final class StopSignal {
  final class Flag: Sendable {
    fileprivate let value = Atomic<Bool>(false)

    var isRaised: Bool { value.load(ordering: .relaxed) }
  }

  /// For those who look from other threads.
  let flag = Flag()
  private var sources: [any DispatchSourceSignal] = []

  init() {
    sources = [SIGINT, SIGTERM].map { [flag] number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { flag.value.store(true, ordering: .relaxed) }
      source.resume()
      return source
    }
  }

  var isRaised: Bool { flag.isRaised }
}
