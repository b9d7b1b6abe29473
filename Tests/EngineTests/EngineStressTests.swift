/// Many commands from several threads: no trap, no deadlock, and a run that can still be told.
import Basics
import Debugger
import Dispatch
import NetworkModel
import Testing

@testable import Engine

struct EngineStressTests {
  private static func command(using numbers: inout Numbers) -> EngineCommand {
    let index = Int.random(in: -2...70, using: &numbers)
    switch Int.random(in: 0..<11, using: &numbers) {
    case 0: return .run
    case 1: return .pause
    case 2: return .step(Int.random(in: -1...30, using: &numbers))
    case 3: return .runTo(Tick(Int.random(in: -1...300, using: &numbers)))
    case 4: return .restart
    case 5:
      let factor = Double.random(in: -1...3, using: &numbers)
      return .setPace(Bool.random(using: &numbers) ? .asFastAsPossible : .realTime(factor))
    case 6: return .poke(NeuronAddress(population: 0, index: index))
    case 7: return .hash
    case 8: return .load(Bool.random(using: &numbers) ? Networks.active(size: 20) : Networks.impossible())
    default: return .observe(Networks.request(columns: index, neuron: index))
    }
  }

  @Test func commandsFromSeveralThreadsDoNoHarm() throws {
    let engine = Engine(Networks.active())
    let waiter = EventWaiter(engine)
    DispatchQueue.concurrentPerform(iterations: 4) { thread in
      var numbers = Numbers(seed: UInt64(thread))
      for _ in 0..<150 { engine.send(Self.command(using: &numbers)) }
    }
    // Known again: a network from its beginning, whatever was before.
    engine.send(.pause)
    engine.send(.load(Networks.active()))
    engine.send(.runTo(Tick(777)))
    while waiter.stopped() != 777 {}
    engine.send(.hash)
    let last = waiter.first { event -> UInt64? in
      if case .hash(let hash, at: Tick(777)) = event { hash } else { nil }
    }
    var session = try DebugSession(Networks.active())
    _ = session.apply(.runTo(Tick(777)))
    _ = session.advance(atMost: 777)
    #expect(last == session.stateHash)
    engine.shutdown()
  }

  @Test(arguments: UInt64(1)...4)
  func editsBetweenJumpsGiveTheSameRunAsWithoutAQueue(_ seed: UInt64) throws {
    var numbers = Numbers(seed: seed)
    let engine = Engine(Networks.active())
    let waiter = EventWaiter(engine)
    var session = try DebugSession(Networks.active())
    for _ in 0..<25 {
      let address = NeuronAddress(population: 0, index: Int.random(in: 0..<60, using: &numbers))
      let threshold = Double.random(in: -56.0...(-48.0), using: &numbers)
      let commands: [EngineCommand] = [
        .poke(address), .setParameter(Selection("exc", neuron: address.index), name: "v_thresh", .number(threshold)),
        .step(Int.random(in: 1...80, using: &numbers)),
      ]
      for command in commands {
        engine.send(command)
        _ = session.apply(command)
      }
      _ = session.advance(atMost: .max)
      engine.send(.observe(Networks.request(columns: Int.random(in: 1...50, using: &numbers))))
      #expect(waiter.stopped() == session.tick.value)
    }
    engine.send(.hash)
    #expect(waiter.hash() == session.stateHash)
    engine.shutdown()
  }
}
