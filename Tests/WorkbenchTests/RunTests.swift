/// Time: run, pause, steps, speed, window, going to a time, beginning anew.
import Basics
import Debugger
import Terminal
import Testing
import Workbench

@Suite struct RunTests {
  @Test func spaceRunsAndPauses() {
    var store = Store()
    store.press(.character(" "), effects: [.engine(.pause)]) { $0.isRunning = false }
    store.press(.character(" "), effects: [.engine(.run)]) { $0.isRunning = true }
  }

  @Test func aPointMakesOneStepAndPauses() {
    var store = Store()
    store.press(.character("."), effects: [.engine(.step(1))]) { $0.isRunning = false }
    store.send(.engine(.stopped(Tick(1)))) { $0.tick = Tick(1) }
  }

  @Test func aNumberAndAPointMakeThatManySteps() {
    var store = Store()
    store.press(.character("1")) { $0.count = 1 }
    store.press(.character("0")) { $0.count = 10 }
    store.press(.character("."), effects: [.engine(.step(10))]) {
      $0.count = nil
      $0.errand = .steps(10)
      $0.travel.origin = Place(branch: 0, tick: .zero)
    }
    store.send(.engine(.stopped(Tick(10)))) {
      $0.tick = Tick(10)
      $0.errand = nil
      $0.isRunning = false
      $0.message = Message(.info, "10 steps, now at 1 ms")
    }
  }

  @Test func aLeadingZeroIsNoCountAndEscForgetsOne() {
    var store = Store()
    store.press(.character("0"), effects: [.bell]) {
      $0.message = Message(.info, "0 does nothing here · ? shows every key")
    }
    store.press(.character("5")) { $0.count = 5 }
    store.press(.escape) { $0.count = nil }
  }

  @Test func countsStayBounded() {
    var store = Store()
    store.type(Array(repeating: .character("9"), count: 60))
    store.press(.character("."), effects: [.engine(.step(1_000_000_000))]) {
      $0.count = nil
      $0.errand = .steps(1_000_000_000)
      $0.travel.origin = Place(branch: 0, tick: .zero)
    }
  }

  @Test func speedGoesInStepsOf1And2And5() {
    var store = Store()
    store.press(.character("+"), effects: [.engine(.setPace(.realTime(2)))]) {
      $0.pace = .realTime(2)
      $0.message = Message(.info, "speed: 2 × real time")
    }
    store.type(Array(repeating: .character("-"), count: 40))
    #expect(store.state.pace == .realTime(0.001))
    store.type(Array(repeating: .character("+"), count: 19))
    #expect(store.state.pace == .asFastAsPossible)
    store.state.realTimeFactor = 18.2
    store.press(.character("-"), effects: [.engine(.setPace(.realTime(10)))]) {
      $0.pace = .realTime(10)
      $0.message = Message(.info, "speed: 10 × real time")
    }
    store.press(.character("="), effects: [.engine(.setPace(.asFastAsPossible))]) {
      $0.pace = .asFastAsPossible
      $0.message = Message(.info, "speed: as fast as it goes")
    }
  }

  @Test func theWindowGoesFrom50MillisecondsTo10Seconds() {
    var store = Store()
    store.press(.character("<")) {
      $0.window = Milliseconds(200)
      $0.message = Message(.info, "showing the last 200 ms")
    }
    store.type(Array(repeating: .character("<"), count: 20))
    #expect(store.state.window == Milliseconds(50))
    store.type(Array(repeating: .character(">"), count: 20))
    #expect(store.state.window == Milliseconds(10_000))
    store.enter(":window 64 steps")
    #expect(store.state.message == Message(.error, "a time is wanted, as in 1 ms, and this is a number of steps"))
  }

  @Test func theLetterGAsksForAPlace() {
    var store = Store()
    store.press(.character("g")) { $0.overlay = .prompt(TextField(text: "goto "), selected: nil) }
    #expect(store.enter("500 ms") == [.engine(.go(.tick(Tick(5000))))])
    #expect(store.state.errand == .going(.tick(Tick(5000)), ""))
    #expect(store.state.goingWords == "500 ms")
    store.send(.engine(.stopped(Tick(5000)))) {
      $0.tick = Tick(5000)
      $0.errand = nil
      $0.isRunning = false
      $0.message = Message(.info, "at 500 ms")
    }
  }

  @Test func anEarlierTimeIsGoneBackTo() {
    var store = Store()
    store.state.tick = Tick(6000)
    #expect(store.enter(":run-to 500 ms") == [.engine(.go(.tick(Tick(5000))))])
  }

  @Test(arguments: [
    ("500 ms", Tick(5000)), ("1.2 s", Tick(12_000)), ("100 steps", Tick(100)), ("0.26 ms", Tick(3)), ("0 s", Tick(0)),
  ])
  func timesToRunTo(text: String, tick: Tick) {
    var store = Store()
    #expect(store.enter(":run-to \(text)") == [.engine(.runTo(tick))])
  }

  @Test(arguments: ["-5 ms", "1e300 s", "5 mV", "soon", "1e999"])
  func noTimesToRunTo(text: String) {
    var store = Store()
    #expect(store.enter(":run-to \(text)") == [])
    #expect(store.state.message?.kind == .error)
    #expect(store.state.overlay == .prompt(TextField(text: "run-to \(text)"), selected: nil))
  }

  @Test func theLetterRGoesToTheStartAndRunsOn() {
    var store = Store()
    store.state.tick = Tick(700)
    #expect(store.type([.character("R")]) == [.engine(.go(.start)), .engine(.run)])
    #expect(store.state.isRunning && store.state.errand == nil)
    #expect(store.state.travel.places.back == [Place(branch: 0, tick: Tick(700))])
    store.state.isRunning = false
    #expect(store.type([.character("R")]) == [.engine(.go(.start))])
  }

  @Test func restartForgetsWhatWasRun() {
    var store = Store()
    #expect(store.enter(":restart") == [.engine(.restart)])
    #expect(store.state.isRunning)
    store.state.travel.progress = 0.5
    store.state.travel.bookmarks = [Bookmark(name: "here", tick: Tick(3))]
    _ = reduce(&store.state, .engine(.restarted))
    #expect(store.state.travel.progress == nil && store.state.travel.bookmarks.isEmpty)
  }

  @Test func restartEndsAnErrand() {
    var store = Store()
    store.enter(":run-to 1 s")
    #expect(store.enter(":restart") == [.engine(.pause), .engine(.restart)])
    #expect(store.state.errand == nil && !store.state.isRunning)
  }

  @Test func aStopThatComesAfterTheUserHasRunOnIsOutOfDate() {
    var store = Store()
    store.enter(":run-to 1 s")
    store.enter(":run")
    store.send(.engine(.stopped(Tick(10_000)))) { $0.tick = Tick(10_000) }
    #expect(store.state.isRunning)
  }

  @Test func theEndOfAnEarlierStepDoesNotEndARun() {
    var store = Store()
    store.enter(":run-to 1 s")
    store.send(.engine(.stopped(Tick(3)))) { $0.tick = Tick(3) }
    #expect(store.state.errand == .runTo(Tick(10_000)))
  }

  @Test func pausingEndsAnErrand() {
    var store = Store()
    store.enter(":step 1000")
    store.press(.character(" "), effects: [.engine(.pause)]) {
      $0.isRunning = false
      $0.errand = nil
    }
  }

  @Test func withoutANetworkTheReasonIsTold() {
    var store = Store(nil)
    store.press(.character(" ")) { $0.message = Message(.error, "no network is open · P chooses one") }
    store.press(.character("f")) { $0.message = Message(.error, "no network is open · P chooses one") }
  }
}
