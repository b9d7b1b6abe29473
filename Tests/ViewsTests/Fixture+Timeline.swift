/// A run that was walked: three branches, edits, stops and bookmarks.
import Basics
import Debugger
import NetworkModel
import Terminal

@testable import Workbench

extension Fixture {
  /// The network of 4,000 neurons at a place in the past of its second branch.
  static let walked: Fixture = {
    var fixture = cuba
    fixture.timeline = timeline
    fixture.tick = 9120
    return fixture
  }()

  private static let timeline: TimelineSnapshot = {
    var timeline = TimelineSnapshot()
    timeline.branches = [
      TimelineSnapshot.Branch(number: 0, name: "main", parent: nil, fork: .zero, end: Tick(16_000)),
      TimelineSnapshot.Branch(number: 1, name: "cooler", parent: 0, fork: Tick(6000), end: Tick(12_345)),
      TimelineSnapshot.Branch(number: 2, name: "branch 2", parent: 1, fork: Tick(8000), end: Tick(10_000)),
    ]
    timeline.branch = 1
    timeline.end = Tick(12_345)
    timeline.memory = 12_300_000
    timeline.budget = 64_000_000
    return timeline
  }()

  /// The state of it, with all that is marked.
  func walkedState(_ size: Size) -> WorkbenchState {
    var state = state(size)
    state.isRunning = false
    state.travel.timeline = timeline ?? TimelineSnapshot()
    state.tick = Tick(tick)
    state.travel.trail.begin(nil)
    let edits = [
      (0, 3000, "tau_m of exc 20 → 15 ms"), (1, 6000, "v_thresh of exc -50 → -48 mV"), (2, 8000, "inh[3] spikes"),
    ]
    for (place, edit) in edits.enumerated() {
      let command = EngineCommand.poke(NeuronAddress(population: 0, index: place))
      state.travel.trail.expect(command, edit.2, nil)
      state.travel.trail.take(command, at: Place(branch: edit.0, tick: Tick(edit.1)), present: nil)
    }
    state.travel.add(
      BreakpointHit(place: Place(branch: 1, tick: Tick(11_000)), numbers: [1], text: "spike(exc[17])"))
    state.travel.breakpoints = [
      Breakpoint("spike(exc[17])", number: 1),
      Breakpoint("exc[17].v > -51 mV and count(inh, 10 ms) > 5", number: 2, isOn: false, isOneShot: true, ignore: 3),
    ]
    state.travel.bookmarks = [
      Bookmark(name: "first", note: "where neuron 17 fires for the first time", tick: Tick(832)),
      Bookmark(name: "quiet", tick: Tick(9120), branch: 1),
    ]
    state.travel.answer = QueryAnswer(
      text: "spikes of exc where v(post) > -52 mV", branch: 1, from: .zero, to: Tick(12_345), partners: .post,
      variables: [QueryAnswer.Variable(name: "v(post)", dimension: .voltage)],
      rows: (0..<40).map {
        QueryAnswer.Row(
          tick: Tick(500 + 311 * $0), neuron: NeuronAddress(population: 0, index: 17 * $0),
          partner: NeuronAddress(population: $0 % 5 == 0 ? 1 : 0, index: 7 * $0), values: [-51.9 + 0.04 * Double($0)])
      })
    return state
  }
}
