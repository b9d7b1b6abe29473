/// What the log keeps: deeds, reports and refusals, in order, with their times, and never without bound.
import Basics
import Debugger
import NetworkModel
import Terminal
import Testing

@testable import Workbench

struct LogTests {
  private func texts(_ store: Store) -> [String] { store.state.log.entries.map(\.text) }

  @Test func deedsReportsAndRefusalsAreKeptInOrder() {
    var store = Store()
    store.takeSnapshot()
    store.state.tick = Tick(1234)
    store.type([.character(" "), .character("."), .character("."), .character("."), .character("j")])
    store.enter(":set exc.tau_m 15 ms")
    store.enter(":set exc.tau_q 15 ms")
    store.type([.escape])
    _ = reduce(&store.state, .engine(.hash(7, at: Tick(2000))))
    let entries = store.state.log.entries
    #expect(entries.map(\.kind) == [.command, .command, .command, .warning, .event])
    #expect(entries.map(\.time.value).map { $0.rounded() } == [123, 123, 123, 123, 200])
    #expect(entries[0].text == "pause")
    #expect(entries[1].text == "1 step" && entries[1].count == 3)
    #expect(entries[2].text.contains("tau_m of exc") && entries[2].text.contains("15 ms"))
    #expect(entries[3].text.contains("tau_q"))
    #expect(entries[4].text.hasPrefix("state hash"))
  }

  @Test func whatOnlyMovesTheViewIsNot() {
    var store = Store()
    let before = texts(store)
    store.type([.tab, .character("j"), .character("J"), .character(">"), .character("?"), .escape, .character("V")])
    #expect(texts(store) == before)
  }

  @Test func aReportThatIsNotShownIsNotTold() {
    var store = Store()
    store.takeSnapshot()
    store.enter(":set exc.tau_m 15 ms")
    let before = texts(store)
    // The engine says the same in its own words.
    _ = reduce(&store.state, .engine(.changed("exc tau_m: 20 ms → 15 ms")))
    #expect(texts(store) == before)
    store.type([.tab])
    _ = reduce(&store.state, .engine(.changed("back at 0 ms")))
    #expect(texts(store) == before + ["back at 0 ms"])
  }

  @Test func onlyTheLastAreKept() {
    var log = EventLog()
    for index in 0..<5000 { log.add(.init(.event, at: Milliseconds(Double(index)), "\(index)")) }
    #expect((EventLog.capacity * 4 / 5...EventLog.capacity).contains(log.entries.count))
    #expect(log.entries.last?.text == "4999" && log.entries.first?.text == "\(5000 - log.entries.count)")
  }

  @Test func whatIsReadStaysWhereItIs() {
    var log = EventLog()
    for index in 0..<10 { log.add(.init(.event, at: Milliseconds(0), "\(index)")) }
    log.scroll(by: 4)
    #expect(log.entries.dropLast(log.hidden).last?.text == "5")
    log.add(.init(.event, at: Milliseconds(0), "new"))
    #expect(log.entries.dropLast(log.hidden).last?.text == "5")
    log.scroll(by: 1000)
    #expect(log.hidden == 10)
    log.scroll(by: -1000)
    #expect(log.hidden == 0)
    // With the log forgotten meanwhile there is still a line in view.
    log.scroll(by: 9)
    for index in 0..<5000 { log.add(.init(.event, at: Milliseconds(0), "later \(index)")) }
    #expect(log.hidden < log.entries.count)
  }
}
