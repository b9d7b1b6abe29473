/// The engine's decisions about time, with a clock of the test's own.
import Basics
import Debugger
import NetworkModel
import Testing

@testable import Engine

struct EngineLoopTests {
  /// A clock that moves a little whenever it is looked at, as if the work had taken that long. With a tenth of a
  /// millisecond and more the steps between two looks stay few.
  private final class Clock {
    var now: UInt64 = 1_000_000_000
    var perLook: UInt64 = 1_000
    func read() -> UInt64 {
      now += perLook
      return now
    }
  }

  private let clock = Clock()
  private let snapshots = TripleBuffer(Snapshot())

  private func makeLoop() throws -> EngineLoop {
    EngineLoop(
      try DebugSession(Networks.active()), snapshots: snapshots, framesPerSecond: 50, clock: { [clock] in clock.read() }
    )
  }

  @Test func theFirstSnapshotIsThereAtOnce() throws {
    _ = try makeLoop()
    #expect(snapshots.isFresh)
    snapshots.withLatest { snapshot in
      #expect(snapshot.generation == 1 && snapshot.tick == .zero && !snapshot.isRunning)
    }
  }

  @Test func aCommandShowsItsEffectInTheSameTurn() throws {
    var loop = try makeLoop()
    clock.perLook = 100_000
    _ = loop.turn([.setPace(.asFastAsPossible), .run], isInterrupted: { false })
    for index in 0..<20 {
      _ = snapshots.withLatest { $0.tick }
      let outcome = loop.turn([.observe(Networks.request(neuron: index))], isInterrupted: { false })
      #expect(outcome.isAwaited && outcome.next == .now && snapshots.isFresh)
      #expect(snapshots.withLatest { $0.neuron?.address.index } == index)
      _ = loop.turn([], isInterrupted: { false })
    }
    #expect(loop.session.tick > .zero)
  }

  @Test func aStepIsDoneBeforeItIsShown() throws {
    var loop = try makeLoop()
    let outcome = loop.turn([.step(5)], isInterrupted: { false })
    #expect(outcome == .init(events: [.stopped(Tick(5))], isAwaited: true, hasPublished: true, next: .never))
    #expect(snapshots.withLatest { $0.tick } == Tick(5))
    #expect(snapshots.withLatest { $0.isRunning } == false)
  }

  /// A long way shows how far it is, and none of the states on it; a short one only its end.
  @Test func aLongWayShowsHowFarItIs() throws {
    var loop = try makeLoop()
    clock.perLook = 1_000_000
    _ = snapshots.withLatest { $0.tick }
    var events = loop.turn([.go(.tick(Tick(20_000)))], isInterrupted: { false }).events
    #expect(events.isEmpty && !snapshots.isFresh)
    var told: [Double] = []
    while loop.session.mode != .paused {
      events = loop.turn([], isInterrupted: { false }).events
      for case .progress(let part) in events { told.append(part) }
      #expect(loop.session.mode == .paused || !snapshots.isFresh)
    }
    #expect(events == [.stopped(Tick(20_000))] && snapshots.withLatest { $0.tick } == Tick(20_000))
    #expect(told == told.sorted() && told.count > 3 && told.allSatisfy { (0..<1).contains($0) })
    clock.perLook = 1_000
    #expect(loop.turn([.go(.steps(-3))], isInterrupted: { false }).events == [.stopped(Tick(19_997))])
    // A search ahead has no end that is known: it tells the time that it has come to.
    clock.perLook = 1_000_000
    _ = loop.turn(
      [.setBreakpoint(Breakpoint("exc[0].v > 1 V")), .go(.breakpoint(.forwards))], isInterrupted: { false })
    var passed: [Tick] = []
    while passed.count < 3, loop.session.mode != .paused {
      for case .passed(let tick) in loop.turn([], isInterrupted: { false }).events { passed.append(tick) }
    }
    #expect(passed == passed.sorted() && passed.count == 3 && passed[0] > Tick(19_997))
  }

  /// Nobody waits for half a million synapses to be read, and while nothing runs they are read all the same.
  @Test func aLargePictureIsReadOverSeveralSnapshotsWhilePaused() throws {
    var spec = Networks.active()
    spec.populations[0].shape = [800]
    let all = Selection(all: "exc", size: 800)
    spec.projections = [
      ProjectionSpec(
        name: "large", from: all, to: all, connector: .allToAll, weight: .constant(0.1), delay: .constant(0.5))
    ]
    var loop = EngineLoop(
      try DebugSession(spec), snapshots: snapshots, framesPerSecond: 50, clock: { [clock] in clock.read() })
    var request = ObservationRequest(neuron: NeuronAddress(population: 0, index: 0), window: Milliseconds(50))
    request.weights = .init(projection: 0, rows: 10, columns: 800, cursorPost: 0, cursorPre: 0)
    let first = loop.turn([.observe(request)], isInterrupted: { false })
    let progress = snapshots.withLatest { $0.weights?.progress ?? 0 }
    #expect(progress > 0.5 && progress < 1)
    guard case .at(let time) = first.next else { throw Unexpected(next: first.next) }
    clock.now = time
    let second = loop.turn([], isInterrupted: { false })
    #expect(second.isAwaited && second.next == .never)
    #expect(snapshots.withLatest { $0.weights?.progress } == 1)
    #expect(snapshots.withLatest { $0.weights?.tiles.contains(where: \.isNaN) } == false)
  }

  private struct Unexpected: Error { let next: EngineLoop.Next }

  @Test func pausedItDoesNothing() throws {
    var loop = try makeLoop()
    _ = loop.turn([.run], isInterrupted: { false })
    clock.now += 30_000_000
    _ = loop.turn([], isInterrupted: { false })
    let outcome = loop.turn([.pause], isInterrupted: { false })
    #expect(outcome.next == .never)
    let tick = snapshots.withLatest { $0.tick }
    for _ in 0..<10 {
      clock.now += 1_000_000_000
      #expect(loop.turn([], isInterrupted: { false }) == .init())
      #expect(!snapshots.isFresh)
    }
    #expect(loop.session.tick == tick && tick > .zero)
    #expect(snapshots.withLatest { $0.realTimeFactor } == 0)
  }

  @Test func inRealTimeItSleepsFromFrameToFrame() throws {
    var loop = try makeLoop()
    let start = clock.now
    var next = loop.turn([.run], isInterrupted: { false }).next
    var turns = 0
    while loop.session.tick < Tick(10_000) {
      if case .at(let time) = next { clock.now = max(clock.now, time) }
      next = loop.turn([], isInterrupted: { false }).next
      turns += 1
    }
    // One second of biological time took one second, in 50 frames and hardly a turn more.
    let seconds = Double(clock.now - start) / 1e9
    #expect(abs(seconds - 1) < 0.025)
    #expect(turns >= 49 && turns <= 60)
    let factor = snapshots.withLatest { $0.realTimeFactor }
    #expect(abs(factor - 1) < 0.05)
  }

  @Test func inSlowMotionItSleepsFromStepToStep() throws {
    var loop = try makeLoop()
    _ = loop.turn([.setPace(.realTime(0.001)), .run], isInterrupted: { false })
    var next = loop.turn([], isInterrupted: { false }).next
    for step in 1...20 {
      guard case .at(let time) = next else {
        Issue.record("it does not sleep")
        return
      }
      #expect(time > clock.now + 90_000_000)
      clock.now = time
      next = loop.turn([], isInterrupted: { false }).next
      #expect(snapshots.withLatest { $0.tick } == Tick(step))
    }
  }

  @Test func atFullSpeedItPublishesAtTheFrameRateOnly() throws {
    var loop = try makeLoop()
    clock.perLook = 100_000
    _ = loop.turn([.setPace(.asFastAsPossible), .run], isInterrupted: { false })
    _ = snapshots.withLatest { $0.tick }
    let start = clock.now
    var frames = 0
    while clock.now < start + 1_000_000_000 {
      let began = clock.now
      #expect(loop.turn([], isInterrupted: { false }).next == .now)
      #expect(clock.now - began < 6_000_000, "a slice is short")
      if snapshots.isFresh { frames += 1 }
      _ = snapshots.withLatest { $0.tick }
    }
    #expect(frames >= 45 && frames <= 50)
  }

  @Test func aCommandInterruptsASlice() throws {
    var loop = try makeLoop()
    clock.perLook = 100_000
    _ = loop.turn([.setPace(.asFastAsPossible), .run], isInterrupted: { false })
    var looks = 0
    _ = loop.turn([]) {
      looks += 1
      return looks == 3
    }
    #expect(looks == 3)
  }

  @Test func aLongJumpTakesManyTurnsAndIsShownOnTheWay() throws {
    var loop = try makeLoop()
    clock.perLook = 100_000
    var outcome = loop.turn([.runTo(Tick(2000))], isInterrupted: { false })
    var shown: Set<Int> = []
    while outcome.next == .now {
      outcome = loop.turn([], isInterrupted: { false })
      shown.insert(snapshots.withLatest { $0.tick.value })
    }
    #expect(outcome.events == [.stopped(Tick(2000))] && outcome.next == .never)
    #expect(shown.contains(2000) && shown.count > 2)
  }
}
