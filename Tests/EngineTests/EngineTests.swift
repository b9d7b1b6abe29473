/// The engine on its queue, waited for by events.
import Basics
import Debugger
import NetworkModel
import Testing

@testable import Engine

struct EngineTests {
  /// The hash of a plain session at a tick.
  private func expectedHash(at tick: Int, _ spec: NetworkSpec = Networks.active()) throws -> UInt64 {
    var session = try DebugSession(spec)
    _ = session.apply(.runTo(Tick(tick)))
    _ = session.advance(atMost: tick)
    return session.stateHash
  }

  @Test func theRunIsTheSessionsOwnHoweverItIsLookedAt() throws {
    let engine = Engine(Networks.active())
    let waiter = EventWaiter(engine)
    for (index, tick) in [300, 301, 2000, 1500].enumerated() {
      engine.send(.runTo(Tick(tick)))
      for column in 1...5 { engine.send(.observe(Networks.request(columns: 10 * column + index))) }
      #expect(waiter.stopped() == tick)
      engine.send(.hash)
      #expect(waiter.hash() == (try expectedHash(at: tick)))
      #expect(engine.snapshots.withLatest { $0.tick } == Tick(tick))
    }
    engine.shutdown()
  }

  /// A step of this network takes longer than a frame: whoever would look in vain is told when there is something to see.
  @Test func aSnapshotThatIsWaitedForRings() throws {
    let engine = Engine(Networks.active())
    let waiter = EventWaiter(engine)
    waiter.loaded()
    engine.send(.setPace(.realTime(0.002)))
    engine.send(.run)
    for _ in 0..<3 {
      var before = engine.snapshots.withLatest { $0.tick }
      // The snapshots of the commands before may still be under way.
      while engine.snapshots.isFresh { before = engine.snapshots.withLatest { $0.tick } }
      engine.wakeWithNextSnapshot()
      while !engine.snapshots.isFresh { waiter.next() }
      #expect(engine.snapshots.withLatest { $0.tick } >= before)
    }
    engine.shutdown()
  }

  @Test func aRunAtAnyPaceEndsInTheSameState() throws {
    for pace in [Pace.realTime(1), .realTime(50), .asFastAsPossible] {
      let engine = Engine(Networks.active())
      let waiter = EventWaiter(engine)
      engine.send(.setPace(pace))
      engine.send(.run)
      engine.send(.observe(Networks.request()))
      // Wherever it is when it is stopped, from there it goes on to the same place.
      waiter.loaded()
      engine.send(.pause)
      engine.send(.hash)
      _ = waiter.hash()
      let tick = engine.snapshots.withLatest { $0.tick.value }
      engine.send(.runTo(Tick(tick + 100)))
      #expect(waiter.stopped() == tick + 100)
      engine.send(.hash)
      #expect(waiter.hash() == (try expectedHash(at: tick + 100)))
      engine.shutdown()
    }
  }

  @Test func commandsAreCarriedOutInOrder() throws {
    let engine = Engine(Networks.active())
    let waiter = EventWaiter(engine)
    engine.send(.step(10))
    #expect(waiter.stopped() == 10)
    let selection = Selection("exc", neuron: 3)
    for value in stride(from: -50.0, to: -56.0, by: -0.5) {
      engine.send(.setParameter(selection, name: "v_thresh", .number(value)))
    }
    engine.send(.step(500))
    #expect(waiter.stopped() == 510)
    engine.send(.hash)
    let hash = waiter.hash()
    var session = try DebugSession(Networks.active())
    _ = session.apply(.step(10))
    _ = session.advance(atMost: 10)
    _ = session.apply(.setParameter(selection, name: "v_thresh", .number(-55.5)))
    _ = session.apply(.step(500))
    _ = session.advance(atMost: 500)
    #expect(hash == session.stateHash)
    #expect(hash != (try expectedHash(at: 510)), "the edit makes no difference: the test says nothing")
    engine.shutdown()
  }

  @Test func theBellRingsWhenACommandsSnapshotIsThere() throws {
    let engine = Engine(Networks.active())
    let waiter = EventWaiter(engine)
    waiter.loaded()
    for index in 0..<50 {
      engine.send(.observe(Networks.request(neuron: index)))
      // An observation has no event: what rings is its snapshot.
      repeat { waiter.next() } while engine.snapshots.withLatest({ $0.neuron?.address.index }) != index
    }
    engine.shutdown()
  }

  @Test func pausedItPublishesNothingMore() throws {
    let engine = Engine(Networks.active())
    let waiter = EventWaiter(engine)
    engine.send(.setPace(.asFastAsPossible))
    engine.send(.run)
    waiter.loaded()
    engine.send(.pause)
    engine.send(.hash)
    _ = waiter.hash()
    let tick = engine.snapshots.withLatest { snapshot in
      #expect(!snapshot.isRunning)
      return snapshot.tick
    }
    // Each barrier lets everything pass that was still in the queue.
    for _ in 0..<100 { try engine.waitUntilBuilt() }
    #expect(!engine.snapshots.isFresh)
    engine.send(.hash)
    _ = waiter.hash()
    #expect(engine.snapshots.withLatest { $0.tick } == tick)
    engine.shutdown()
  }

  @Test func aNetworkThatCannotBeBuiltIsReported() throws {
    let engine = Engine(Networks.impossible())
    let waiter = EventWaiter(engine)
    #expect(throws: SessionError.self) { try engine.waitUntilBuilt() }
    #expect(waiter.refused().contains("IF_perhaps"))
    engine.send(.run)
    #expect(waiter.refused().contains("IF_perhaps"))
    // One that can be built still can.
    engine.send(.load(Networks.active()))
    engine.send(.runTo(Tick(50)))
    #expect(waiter.stopped() == 50)
    #expect(throws: Never.self) { try engine.waitUntilBuilt() }
    engine.shutdown()
  }

  @Test func aLoadThatFailsKeepsTheOldNetwork() throws {
    let engine = Engine(Networks.active())
    let waiter = EventWaiter(engine)
    engine.send(.runTo(Tick(120)))
    #expect(waiter.stopped() == 120)
    engine.send(.load(Networks.impossible()))
    #expect(waiter.refused().contains("IF_perhaps"))
    engine.send(.hash)
    #expect(waiter.hash() == (try expectedHash(at: 120)))
    engine.send(.load(Networks.active(size: 33, seed: 2)))
    waiter.loaded()
    #expect(engine.snapshots.withLatest { $0.generation } == 2)
    engine.send(.runTo(Tick(70)))
    #expect(waiter.stopped() == 70)
    engine.send(.hash)
    #expect(waiter.hash() == (try expectedHash(at: 70, Networks.active(size: 33, seed: 2))))
    engine.shutdown()
  }

  @Test func shutdownEndsARunAndWhatComesLaterIsIgnored() throws {
    let engine = Engine(Networks.active())
    engine.send(.setPace(.asFastAsPossible))
    engine.send(.run)
    try engine.waitUntilBuilt()
    engine.shutdown()
    _ = engine.takeEvents()
    _ = engine.snapshots.withLatest { $0.tick }
    engine.send(.hash)
    engine.shutdown()
    #expect(engine.takeEvents().isEmpty)
    #expect(!engine.snapshots.isFresh)
  }

  @Test func anEngineThatNobodyHoldsEnds() throws {
    weak var weakEngine: Engine?
    do {
      let engine = Engine(Networks.active())
      weakEngine = engine
      engine.send(.run)
      try engine.waitUntilBuilt()
      engine.shutdown()
    }
    #expect(weakEngine == nil)
  }
}
