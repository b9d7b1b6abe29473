/// What has happened in a run: queries, the list of events, and what is marked in it.
import Basics
import Debugger
import NetworkModel
import Terminal
import Testing

@testable import Workbench

@Suite struct EventTests {
  private func store() -> Store { .ofTwoBranches }

  @Test func aQueryAndItsFile() {
    var store = store()
    #expect(
      store.enter(":query spikes of exc where v(post) > -52 mV") == [
        .engine(.query("spikes of exc where v(post) > -52 mV"))
      ])
    #expect(store.state.overlay == .list(.answer, selected: 0) && store.state.errand == .asking)
    #expect(store.type([.escape]) == [.engine(.pause)])
    #expect(store.enter(":query spikes of exc > a.csv") == [.engine(.query("spikes of exc"))])
    let answer = QueryAnswer(
      text: "spikes of exc", branch: 3, from: .zero, to: Tick(1000), partners: .post,
      variables: [QueryAnswer.Variable(name: "v(post)", dimension: .voltage)],
      rows: [
        QueryAnswer.Row(
          tick: Tick(831), neuron: NeuronAddress(population: 0, index: 7),
          partner: NeuronAddress(population: 1, index: 2), values: [-51.25])
      ])
    let text = "time_ms,neuron,post,v(post)_mV\n83.1,exc[7],inh[2],-51.25\n"
    #expect(
      reduce(&store.state, .engine(.queried(answer)))
        == [.capture(CaptureRequest(.text(text), file: "a.csv", isNamed: true))])
  }

  @Test func eventsAreInTheOrderOfTime() {
    var store = store()
    store.state.travel.trail.begin(nil)
    _ = reduce(&store.state, .engine(.logged(.poke(NeuronAddress(population: 0, index: 1)), branch: 0, at: Tick(300))))
    _ = reduce(&store.state, .engine(.logged(.poke(NeuronAddress(population: 0, index: 2)), branch: 0, at: Tick(900))))
    _ = reduce(&store.state, .engine(.bookmarks([Bookmark(name: "a", tick: Tick(100))])))
    _ = reduce(&store.state, .engine(.hit([1], at: Tick(700))))
    #expect(store.type([.character("I")]) == [.engine(.query("spikes of exc[0]"))])
    let answer = QueryAnswer(
      text: "spikes of exc[0]", branch: 3, from: .zero, to: Tick(1000),
      rows: [QueryAnswer.Row(tick: Tick(650), neuron: NeuronAddress(population: 0, index: 0))])
    _ = reduce(&store.state, .engine(.queried(answer)))
    // What was done at 90 ms of the first branch is not of the second, which left at 50 ms.
    #expect(store.state.table(of: .events).rows.map { $0.cells[1] } == ["bookmark", "edit", "spike", "stop"])
    let effects = store.type([.character("/")] + "spike".map(Key.character) + [.enter])
    #expect(effects == [.engine(.go(.place(branch: 3, Tick(650))))])
  }

  /// Its time in this run is another place than the one that was marked.
  @Test func aBookmarkOfAnotherRunIsNoneOfThis() {
    let words = "made on hot, which the document does not keep: this is another run"
    for keys in ["'", "I", "]m"] {
      var store = store()
      _ = reduce(&store.state, .engine(.bookmarks([Bookmark(name: "a", tick: Tick(900), branch: 3, origin: "hot")])))
      store.state.tick = Tick(800)
      store.type(keys.map(Key.character))
      if keys == "I" {
        #expect(store.state.table(of: .events).rows.map { $0.cells[2] } == ["a · \(words)"])
        _ = reduce(
          &store.state,
          .engine(.queried(QueryAnswer(text: "spikes of exc[0]", branch: 3, from: .zero, to: Tick(1000)))))
      }
      if keys != "]m" { store.type([.enter]) }
      #expect(store.state.goingWords == "bookmark a, \(words)", "\(keys)")
    }
  }

  @Test func whereSeveralProjectionsJoinTwoNeuronsTheCursorSaysWhich() throws {
    var store = store()
    store.state.network?.projections[0].rule = "stdp_pair"
    let cursor = CursorSynapse(
      projection: 0, source: NeuronAddress(population: 0, index: 3), target: NeuronAddress(population: 0, index: 4),
      weight: 1, delay: Milliseconds(1))
    store.state.cursorSynapse = cursor
    #expect(store.state.weightEventsQuery == "steps where weight(exc[3] -> exc[4]) changes")
    var other = try #require(store.state.network?.projections[0])
    other.name = "again"
    store.state.network?.projections.append(other)
    #expect(store.state.weightEventsQuery == "steps where weight(exc[3] -> exc[4] of exc->exc) changes")
    store.state.focus = .weights
    guard case .engine(.why(.weight(_, _, of: 0, _, _)))? = store.type([.character("y")]).first else {
      Issue.record("the projection is left out")
      return
    }
  }
}
