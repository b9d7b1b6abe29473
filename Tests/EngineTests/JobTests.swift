/// Work beside a session: it is answered, it changes nothing, and only the newest is done.
import Basics
import Debugger
import Engine
import Testing

struct JobTests {
  private func request(present: Double) -> JobRequest {
    .firingCurve(
      FiringCurveRequest(
        model: "IF_curr_exp", parameters: [:], drive: "i_offset", present: present, dt: Milliseconds(1), steps: 300))
  }

  private func curve(_ event: EngineEvent) -> FiringCurve? {
    if case .firingCurve(let curve) = event { curve } else { nil }
  }

  @Test func aJobChangesNothingOfTheSession() throws {
    let engine = Engine(Networks.active())
    let waiter = EventWaiter(engine)
    engine.send(.runTo(Tick(2000)))
    engine.start(request(present: 3))
    let measured = waiter.first(curve)
    #expect(measured.request.present == 3 && measured.rates.contains { $0 > 0 })
    engine.send(.runTo(Tick(2500)))
    _ = waiter.first { if case .stopped(let tick) = $0, tick.value == 2500 { true } else { nil } }
    engine.send(.hash)
    var session = try DebugSession(Networks.active())
    _ = session.apply(.runTo(Tick(2500)))
    _ = session.advance(atMost: 2500)
    #expect(waiter.hash() == session.stateHash)
    engine.shutdown()
  }

  @Test func theNewestIsAlwaysDone() {
    let engine = Engine(Networks.active())
    let waiter = EventWaiter(engine)
    for present in 1...20 { engine.start(request(present: Double(present))) }
    // Those before may have been done or given up; the newest comes, and comes last.
    var last = waiter.first(curve).request.present
    while last < 20 {
      let next = waiter.first(curve).request.present
      #expect(next > last)
      last = next
    }
    engine.shutdown()
  }
}
