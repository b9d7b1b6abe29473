/// Going back and forth as keys and lines say it, and the lists of what is marked.
import Basics
import Debugger
import NetworkModel
import Terminal
import Testing

@testable import Workbench

@Suite struct TravelTests {
  private func store() -> Store { .ofTwoBranches }

  @Test func keysAndWhatTheyAskOfTheEngine() {
    let own = Selection("exc", neuron: 0)
    let expected: [(String, Destination)] = [
      (",", .steps(-1)), ("12,", .steps(-12)), ("n", .spike(.forwards, of: own)), ("N", .spike(.forwards, of: nil)),
      ("[n", .spike(.backwards, of: own)), ("[N", .spike(.backwards, of: nil)), ("]n", .spike(.forwards, of: own)),
      ("[e", .edit(.backwards)), ("]e", .edit(.forwards)), ("R", .start),
    ]
    for (keys, destination) in expected {
      var store = store()
      #expect(store.type(keys.map(Key.character)) == [.engine(.go(destination))], "\(keys)")
      #expect(store.state.overlay == nil && store.state.count == nil, "\(keys)")
    }
  }

  @Test func whatCannotBeLookedForSaysWhy() {
    for (keys, words) in [("w", "learns"), ("[w", "learns"), ("[b", "no breakpoint is on"), ("[m", "no bookmark")] {
      var store = store()
      #expect(store.type(keys.map(Key.character)) == [])
      #expect(store.state.message?.text.contains(words) == true, "\(keys): \(store.state.message?.text ?? "")")
    }
    var store = Store()
    store.takeSnapshot()
    store.state.isRunning = false
    store.state.travel.timeline = self.store().state.travel.timeline
    #expect(store.type([.character(",")]) == [])
    #expect(store.state.message == Message(.error, "this is the start of the run"))
  }

  @Test func aKeyThatBeginsSeveralShowsWhatCanFollow() {
    var store = store()
    store.press(.character("[")) { $0.overlay = .choices("backward") }
    #expect(
      store.state.choices(after: "backward").map(\.keysText) == ["[ n", "[ N", "[ w", "[ e", "[ b", "[ m", "[ c"])
    // Nothing learns here, and no breakpoint is on.
    #expect(
      CommandCatalogue.hints(for: store.state).map(\.title) == [
        "last spike", "last any spike", "last edit", "last change", "bookmark",
      ])
    store.press(.character("?"), effects: [.bell]) {
      $0.overlay = nil
      $0.message = Message(.info, "[ ? means nothing · [ shows what can follow")
    }
    store.press(.character("[")) { $0.overlay = .choices("backward") }
    store.press(.escape) { $0.overlay = nil }
  }

  @Test(arguments: [
    ("83.2 ms", Destination.tick(Tick(832))), ("1 s", .tick(Tick(10_000))), ("832 steps", .tick(Tick(832))),
    ("50 %", .fraction(0.5)), ("100%", .fraction(1)), ("start", .start), ("end", .end),
    ("here", .bookmark("here")),
  ])
  func places(_ text: String, _ destination: Destination) throws {
    let found = try DestinationText.parse(
      text, dt: Milliseconds(0.1), bookmarks: [Bookmark(name: "here", tick: Tick(5))])
    #expect(found == destination)
  }

  @Test(arguments: [
    ("soon", "no place"), ("her", "did you mean here?"), ("-1 ms", "no time that a run"), ("1e300 s", "no time"),
    ("5 mV", "voltage"), ("7", "7 has no unit · write 7 ms or 7 steps"), ("120 %", "0 % to 100 %"), ("x %", "no part"),
    ("3 parsecs", "unit"),
  ])
  func noPlaces(_ text: String, _ words: String) {
    do {
      let found = try DestinationText.parse(
        text, dt: Milliseconds(0.1), bookmarks: [Bookmark(name: "here", tick: Tick(5))])
      Issue.record("\(text) is \(found)")
    } catch {
      #expect(error.description.contains(words), "\(error)")
    }
  }

  @Test func jumpsAreRememberedAndStepsAreNot() {
    var store = store()
    store.enter(":goto 20 ms")
    store.state.tick = Tick(200)
    store.type([.character(",")])
    store.state.tick = Tick(199)
    store.enter(":goto end")
    store.state.tick = Tick(1000)
    let (first, second) = (Place(branch: 3, tick: Tick(700)), Place(branch: 3, tick: Tick(199)))
    #expect(store.state.travel.places.back == [first, second])
    #expect(store.type([.control("o")]) == [.engine(.go(.place(branch: 3, Tick(199))))])
    store.state.tick = Tick(199)
    #expect(store.type([.control("o")]) == [.engine(.go(.place(branch: 3, Tick(700))))])
    store.state.tick = Tick(700)
    #expect(store.type([.control("o")]) == [] && store.state.message?.text == "there is no earlier place")
    #expect(store.type([.control("n")]) == [.engine(.go(.place(branch: 3, Tick(199))))])
    store.state.tick = Tick(199)
    #expect(store.type([.control("n")]) == [.engine(.go(.place(branch: 3, Tick(1000))))])
  }

  @Test func escGoesBackToWhereTheWayBegan() {
    var store = store()
    let here = store.state.place
    store.type([.character("n")])
    #expect(store.state.goingWords == "next spike of exc[0]" && store.state.isRunning)
    store.send(.engine(.progress(0.427))) { $0.travel.progress = 0.427 }
    #expect(store.state.goingPercent == 42)
    #expect(store.type([.escape]) == [.engine(.go(.place(branch: here.branch, here.tick)))])
    #expect(store.state.goingPercent == nil && store.state.travel.places.back.isEmpty)
    _ = reduce(&store.state, .engine(.stopped(here.tick)))
    #expect(store.state.errand == nil && !store.state.isRunning && store.state.tick == here.tick)
    #expect(store.state.message?.text.hasPrefix("where it began, given up · at ") == true)
    // What was found after all comes too late.
    store.send(.engine(.stopped(Tick(800)))) { $0.tick = Tick(800) }
  }

  @Test func aSearchAheadTellsHowFarItIs() {
    var store = store()
    store.type([.character("n")])
    #expect(store.state.goingMeasure == nil, "what is soon found flickers not")
    _ = reduce(&store.state, .engine(.passed(Tick(2000))))
    #expect(store.state.goingMeasure == " · now at 200 ms")
    _ = reduce(&store.state, .engine(.stopped(Tick(2100))))
    #expect(store.state.goingMeasure == nil)
  }

  @Test func theLastChangeOfWhatTheCursorIsOn() {
    var store = store()
    store.state.focus = .inspector
    let name = store.state.inspectorRow?.name ?? ""
    #expect(
      store.type([.character("["), .character("c")]) == [.engine(.go(.change(.backwards, of: "exc[0].\(name)")))])
    _ = reduce(&store.state, .engine(.changeFound("exc[0].\(name) 1 → 2 at 5 ms, edited")))
    _ = reduce(&store.state, .engine(.stopped(Tick(50))))
    #expect(store.state.message?.text == "exc[0].\(name) 1 → 2 at 5 ms, edited")
    store.state.focus = .weights
    store.state.cursorSynapse = nil
    #expect(store.type([.character("]"), .character("c")]) == [] && store.state.message?.kind == .error)
    let (one, other) = (NeuronAddress(population: 0, index: 3), NeuronAddress(population: 0, index: 5))
    store.state.cursorSynapse = CursorSynapse(
      projection: 0, source: one, target: other, weight: 1, delay: Milliseconds(1))
    #expect(
      store.type([.character("]"), .character("c")])
        == [.engine(.go(.change(.forwards, of: "weight(exc[3] -> exc[5])")))])
    #expect(
      store.enter(":last-change inh[1].v_thresh") == [.engine(.go(.change(.backwards, of: "inh[1].v_thresh")))])
  }

  @Test func whatIsNotThereIsToldWithWhatItWas() {
    var store = store()
    store.type([.character("n")])
    store.send(.engine(.notFound("nothing of the kind"))) {
      $0.errand = nil
      $0.isRunning = false
      $0.message = Message(.info, "next spike of exc[0]: nothing of the kind")
    }
  }

  // MARK: Breakpoints and bookmarks

  @Test func aBreakpointIsPrefilledCheckedAndChanged() {
    var store = store()
    store.type([.character("b")])
    #expect(store.state.overlay == .prompt(TextField(text: "break spike(exc[0])"), selected: nil))
    #expect(store.type([.enter]) == [.engine(.setBreakpoint(Breakpoint("spike(exc[0])")))])
    store.enter(":break once ignore 5 exc[17].v > -51 mW")
    #expect(
      store.state.message?.text.hasPrefix("column 27: there is no unit") == true, "\(store.state.message?.text ?? "")")
    store.type([.escape])
    #expect(
      store.enter(":break once ignore 5 exc[17].v > -51 mV")
        == [.engine(.setBreakpoint(Breakpoint("exc[17].v > -51 mV", isOneShot: true, ignore: 5)))])
    let kept = Breakpoint("exc[17].v > -51 mV", number: 2, isOn: false, isOneShot: true, ignore: 5)
    _ = reduce(&store.state, .engine(.breakpoints([Breakpoint("spike(exc[0])", number: 1), kept])))
    store.type([.character("B"), .down, .enter])
    #expect(
      store.state.overlay == .prompt(TextField(text: "break #2 once ignore 5 exc[17].v > -51 mV"), selected: nil))
    #expect(store.type([.enter]) == [.engine(.setBreakpoint(kept))], "it stays off")
    store.enter(":break #7 spike(inh)")
    #expect(store.state.message?.kind == .error)
  }

  @Test func namesAreCompletedInConditions() {
    let state = store().state
    #expect(ConditionCompletions.afterBreak(state, "spi").contains("spike("))
    #expect(ConditionCompletions.afterBreak(state, "spike(in") == ["spike(inh"])
    #expect(ConditionCompletions.afterBreak(state, "exc[17].").contains("exc[17].v"))
    #expect(ConditionCompletions.afterBreak(state, "exc[17].v > -51 mV a") == ["exc[17].v > -51 mV and "])
    #expect(ConditionCompletions.afterQuery(state, "sp") == ["spikes of ", "spikes where ", "steps where "])
  }

  @Test func theListOfBreakpoints() {
    var store = store()
    let list = [Breakpoint("spike(exc[0])", number: 1), Breakpoint("nan(exc.v)", number: 4, isOn: false)]
    _ = reduce(&store.state, .engine(.breakpoints(list)))
    store.type([.character("B")])
    var off = list[0]
    off.isOn = false
    #expect(store.type([.character(" ")]) == [.engine(.setBreakpoint(off))])
    #expect(store.type([.down, .character("d")]) == [.engine(.removeBreakpoint(4))])
    #expect(store.state.table(of: .breakpoints).rows.map(\.isMarked) == [true, false])
    store.type([.character("/")] + "nan".map(Key.character))
    #expect(store.state.table(of: .breakpoints).rows.map { $0.cells[2] } == ["nan(exc.v)"])
    store.type([.escape, .escape])
    #expect(store.state.overlay == nil)
  }

  @Test func bookmarksAreNamedAndGoneTo() {
    var store = store()
    store.type([.character("m")])
    #expect(store.state.overlay == .prompt(TextField(text: "bookmark m1 "), selected: nil))
    let mark = Bookmark(name: "m1", note: "why here", tick: Tick(700), branch: 3)
    #expect(store.enter("why here") == [.engine(.bookmark(mark))])
    _ = reduce(&store.state, .engine(.bookmarks([mark, Bookmark(name: "a", tick: Tick(100))])))
    store.type([.character("'")])
    #expect(store.state.overlay == .list(.bookmarks, selected: 1), "one looks for what is near")
    #expect(store.type([.up, .enter]) == [.engine(.go(.place(branch: 0, Tick(100))))])
    store.type([.character("'"), .character("d")])
    for name in ["start", "end", "now", "5", "7 ms", "50%", "50 %"] {
      store.type([.escape])
      store.enter(":bookmark \(name)")
      #expect(store.state.message?.kind == .error, "\(name)")
      #expect(store.state.message?.text.contains("give the bookmark another name, as in m-") == true, "\(name)")
    }
    #expect(Bookmark.problem(withName: "m1") == nil && Bookmark.problem(withName: "m-start") == nil)
  }

  @Test(arguments: [":goto 20", ":run-to 20"])
  func aTimeCarriesItsUnit(_ line: String) {
    var store = store()
    #expect(store.enter(line) == [])
    #expect(store.state.message == Message(.error, "20 has no unit · write 20 ms or 20 steps"))
  }

  @Test func branchesAreATreeThatIsWalked() {
    var store = store()
    store.type([.character("Y")])
    let table = store.state.table(of: .branches)
    #expect(table.rows.map { $0.cells[0] } == ["main", "└ warm"] && table.rows.map(\.isMarked) == [false, true])
    #expect(store.type([.enter]) == [.engine(.go(.place(branch: 0, Tick(700))))])
    #expect(store.enter(":branch warm") == [.engine(.go(.place(branch: 3, Tick(700))))])
    store.enter(":branch worm")
    #expect(store.state.message?.text.hasSuffix("did you mean warm?") == true)
  }

  @Test(arguments: [("64 MB", 64_000_000), ("1.5 GB", 1_500_000_000), ("16MB", 16_000_000)])
  func memory(_ text: String, _ bytes: Int) {
    var store = store()
    #expect(store.enter(":budget \(text)") == [.engine(.setBudget(bytes))])
    #expect(store.enter(":budget 16") == [] && store.state.message?.text.contains("64 MB") == true)
  }

  @Test func aClickOnTheTimelineGoesThere() {
    var store = store()
    let place = Place(branch: 0, tick: Tick(1500))
    let effects = reduce(
      &store.state, .mouse(Mouse(.press, Point(x: 5, y: 5)), .place(place)))
    #expect(effects == [.engine(.go(.place(branch: 0, Tick(1500))))])
    #expect(
      reduce(&store.state, .mouse(Mouse(.press, Point(x: 5, y: 5)), .place(Place(branch: 9, tick: .zero)))) == [])
  }
}

extension Store {
  /// A run of two branches that stands in the past of the second.
  static var ofTwoBranches: Store {
    var store = Store()
    var snapshot = Snapshot()
    snapshot.tick = Tick(700)
    snapshot.timeline.branches = [
      TimelineSnapshot.Branch(number: 0, name: "main", parent: nil, fork: .zero, end: Tick(2000)),
      TimelineSnapshot.Branch(number: 3, name: "warm", parent: 0, fork: Tick(500), end: Tick(1000)),
    ]
    snapshot.timeline.branch = 3
    snapshot.timeline.end = Tick(1000)
    store.state.take(snapshot)
    store.state.isRunning = false
    return store
  }
}
