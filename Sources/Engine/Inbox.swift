/// What lies between the engine and its user: commands on their way in, events on their way out.
import Debugger

/// Both are bounded, so that neither side can fill the memory when the other is slow.
struct Inbox {
  static let capacity = 1024

  private var commands: [EngineCommand] = []
  private var events: [EngineEvent] = []
  /// After this nothing is taken in.
  private(set) var isClosed = false

  /// Adds a command behind the others, or puts the reason why not among the events.
  ///
  /// Only the newest observation counts: an older one that is still waiting is dropped.
  mutating func send(_ command: EngineCommand) {
    if isClosed { return }
    if case .observe = command {
      commands.removeAll { if case .observe = $0 { true } else { false } }
    } else if commands.count >= Self.capacity {
      return report([.refused("\(Self.capacity) commands are waiting already")])
    }
    commands.append(command)
  }

  mutating func takeCommands() -> [EngineCommand] { take(&commands) }

  /// Adds events; when nobody fetches them the oldest are dropped.
  mutating func report(_ new: [EngineEvent]) {
    events += new
    if events.count > Self.capacity { events.removeFirst(events.count - Self.capacity) }
  }

  mutating func takeEvents() -> [EngineEvent] { take(&events) }

  mutating func close() {
    isClosed = true
    commands.removeAll()
  }

  private func take<Element>(_ list: inout [Element]) -> [Element] {
    defer { list = [] }
    return list
  }
}
