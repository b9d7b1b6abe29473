/// A session runs what the simulation runs, however it is sliced and looked at.
import Basics
import NetworkModel
import Simulation
import Testing

@testable import Debugger

struct SessionRunTests {
  @Test(arguments: [Networks.active(), Networks.classifier(), Networks.classifier(encoder: .poisson)])
  func anySlicingAndObservationGivesTheSameRun(_ spec: NetworkSpec) throws {
    var plain = try Simulation(spec)
    for _ in 0..<500 { plain.step() }
    for seed in UInt64(1)...4 {
      var numbers = SeededNumbers(seed: seed)
      var session = try DebugSession(spec)
      var snapshot = Snapshot()
      _ = session.apply(.runTo(Tick(500)))
      while session.mode != .paused {
        if seed > 1 { _ = session.apply(.observe(Requests.random(using: &numbers))) }
        if seed > 2 { session.snapshot(into: &snapshot) }
        _ = session.advance(atMost: Int.random(in: 0...60, using: &numbers))
      }
      #expect(session.tick == Tick(500))
      #expect(session.stateHash == plain.stateHash, "seed \(seed)")
    }
  }

  @Test func countsEverySpike() throws {
    var plain = try Simulation(Networks.active())
    var session = try DebugSession(Networks.active())
    var counts = [0, 0, 0]
    for _ in 0..<1000 {
      plain.step()
      for spike in plain.lastSpikes { counts[spike < 80 ? 0 : spike < 90 ? 1 : 2] += 1 }
    }
    _ = session.apply(.step(1000))
    _ = session.advance(atMost: 5000)
    var snapshot = Snapshot()
    session.snapshot(into: &snapshot)
    #expect(snapshot.spikeCounts == counts)
    #expect(counts.allSatisfy { $0 > 20 }, "the network is silent: the test says nothing")
  }

  @Test func modesEndWhereTheyShould() throws {
    var session = try DebugSession(Networks.active())
    #expect(session.advance(atMost: 10) == Advance(steps: 0, event: nil))
    #expect(session.apply(.step(7)) == [])
    #expect(session.advance(atMost: 5) == Advance(steps: 5, event: nil))
    #expect(session.advance(atMost: 5) == Advance(steps: 2, event: .stopped(Tick(7))))
    #expect(session.mode == .paused)
    _ = session.apply(.run)
    #expect(session.advance(atMost: 5) == Advance(steps: 5, event: nil))
    #expect(session.apply(.runTo(Tick(12))) == [.stopped(Tick(12))])
    #expect(session.mode == .paused)
    #expect(session.advance(atMost: -3) == Advance(steps: 0, event: nil))
  }

  @Test func anEarlierTickRestartsFirst() throws {
    var session = try DebugSession(Networks.active())
    _ = session.apply(.setParameter(Selection("exc", neuron: 3), name: "v_thresh", .number(-55)))
    _ = session.apply(.step(300))
    _ = session.advance(atMost: 300)
    _ = session.apply(.runTo(Tick(200)))
    #expect(session.tick == .zero)
    #expect(session.advance(atMost: 1000) == Advance(steps: 200, event: .stopped(Tick(200))))
    var plain = try Simulation(Networks.active())
    for _ in 0..<200 { plain.step() }
    #expect(session.stateHash == plain.stateHash)
    var snapshot = Snapshot()
    session.snapshot(into: &snapshot)
    #expect(snapshot.tick == Tick(200))
    #expect(session.timeline.log.isEmpty)
  }

  @Test func restartKeepsRunningAndForgetsWhatWas() throws {
    var session = try DebugSession(Networks.active())
    var fresh = Snapshot()
    session.snapshot(into: &fresh)
    _ = session.apply(.run)
    _ = session.advance(atMost: 400)
    _ = session.apply(.poke(NeuronAddress(population: 0, index: 1)))
    #expect(session.apply(.restart).count == 1)
    #expect(session.mode == .running)
    _ = session.apply(.pause)
    var again = Snapshot()
    session.snapshot(into: &again)
    #expect(again == fresh)
  }
}
