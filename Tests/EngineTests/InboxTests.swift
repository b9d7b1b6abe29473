/// The backlog: its order, its bound, and that only the newest observation waits.
import Basics
import Debugger
import Testing

@testable import Engine

struct InboxTests {
  @Test func commandsKeepTheirOrder() {
    var inbox = Inbox()
    let commands: [EngineCommand] = [.run, .pause, .step(3), .hash, .step(4)]
    for command in commands { inbox.send(command) }
    #expect(inbox.takeCommands() == commands)
    #expect(inbox.takeCommands().isEmpty)
  }

  @Test func onlyTheNewestObservationWaits() {
    var inbox = Inbox()
    inbox.send(.observe(Networks.request(columns: 1)))
    inbox.send(.hash)
    for columns in 2...2000 { inbox.send(.observe(Networks.request(columns: columns))) }
    #expect(inbox.takeCommands() == [.hash, .observe(Networks.request(columns: 2000))])
    #expect(inbox.takeEvents().isEmpty)
  }

  @Test func whatIsTooMuchIsRefused() {
    var inbox = Inbox()
    for index in 1...Inbox.capacity + 3 { inbox.send(.step(index)) }
    let refusals = inbox.takeEvents()
    #expect(refusals.count == 3)
    inbox.send(.observe(Networks.request()))
    #expect(inbox.takeEvents().isEmpty, "an observation always has room")
    let commands = inbox.takeCommands()
    #expect(commands.count == Inbox.capacity + 1)
    #expect(commands.first == .step(1) && commands[Inbox.capacity - 1] == .step(Inbox.capacity))
    inbox.send(.run)
    #expect(inbox.takeCommands() == [.run])
  }

  @Test func eventsThatNobodyFetchesAreBounded() {
    var inbox = Inbox()
    for index in 0..<5000 { inbox.report([.stopped(Tick(index))]) }
    let events = inbox.takeEvents()
    #expect(events.count == Inbox.capacity && events.last == .stopped(Tick(4999)))
  }

  @Test func closedItTakesNothing() {
    var inbox = Inbox()
    inbox.send(.run)
    inbox.close()
    inbox.send(.pause)
    #expect(inbox.takeCommands().isEmpty)
  }
}
