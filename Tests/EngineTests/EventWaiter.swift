/// Waits for an engine as the workbench does: on its descriptor, never on a clock.
import Basics
import Debugger
import Engine
import Foundation

final class EventWaiter {
  private let engine: Engine
  /// Events that came and were not looked at yet, oldest first.
  private var pending: [EngineEvent] = []

  init(_ engine: Engine) { self.engine = engine }

  /// Blocks until the engine has rung, and takes its events.
  func next() {
    var descriptor = pollfd(fd: engine.wakeDescriptor, events: Int16(POLLIN), revents: 0)
    while unsafe poll(&descriptor, 1, -1) != 1 {}
    pending += engine.takeEvents()
  }

  /// Blocks until an event of this kind comes, and gives it; passes over those before it.
  func first<Value>(_ match: (EngineEvent) -> Value?) -> Value {
    while true {
      while !pending.isEmpty {
        if let value = match(pending.removeFirst()) { return value }
      }
      next()
    }
  }

  func stopped() -> Int { first { if case .stopped(let tick) = $0 { tick.value } else { nil } } }
  func hash() -> UInt64 { first { if case .hash(let hash, _) = $0 { hash } else { nil } } }
  func loaded() { first { if case .loaded = $0 { () } else { nil } } }
  func refused() -> String { first { if case .refused(let why) = $0 { why } else { nil } } }
}
