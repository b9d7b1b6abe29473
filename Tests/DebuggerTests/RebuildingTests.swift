/// Structural edits while the network runs: what they do not touch goes on as if nothing had happened.
import Basics
import Debugger
import NetworkModel
import Simulation
import Testing

struct RebuildingTests {
  private func run(_ session: inout DebugSession, _ steps: Int) {
    _ = session.apply(.run)
    _ = session.advance(atMost: steps)
  }

  private func isRebuilt(_ events: [EngineEvent]) -> Bool {
    if case .rebuilt? = events.first { events.count == 1 } else { false }
  }

  private func state(_ session: inout DebugSession, population: Int, size: Int) -> [Double] {
    _ = session.apply(.observe(request(bars: population, size)))
    var snapshot = Snapshot()
    session.snapshot(into: &snapshot)
    return snapshot.bars?.bars.map(\.v) ?? []
  }

  private func request(bars population: Int, _ size: Int) -> ObservationRequest {
    var request = ObservationRequest(neuron: NeuronAddress(population: 0, index: 0), window: Milliseconds(10))
    request.bars = ObservationRequest.Bars(population: population, first: 0, count: size)
    return request
  }

  @Test func theSameNetworkGoesOnBitForBit() throws {
    var straight = try DebugSession(Networks.active())
    var rebuilt = try DebugSession(Networks.active())
    run(&straight, 137)
    run(&rebuilt, 137)
    #expect(isRebuilt(rebuilt.apply(.rebuild(Networks.active(), .plain))))
    #expect(rebuilt.stateHash == straight.stateHash)
    run(&straight, 200)
    run(&rebuilt, 200)
    #expect(rebuilt.stateHash == straight.stateHash)
    #expect(rebuilt.tick == Tick(337))
  }

  /// A newcomer that is not connected changes nothing for the others.
  @Test func othersDoNotNoticeANewPopulation() throws {
    var larger = Networks.active()
    larger.populations.insert(PopulationSpec(name: "new", shape: [7], model: "IF_curr_exp"), at: 1)
    var straight = try DebugSession(Networks.active())
    var edited = try DebugSession(Networks.active())
    run(&straight, 100)
    run(&edited, 100)
    #expect(isRebuilt(edited.apply(.rebuild(larger, .plain))))
    run(&straight, 100)
    run(&edited, 100)
    #expect(state(&edited, population: 0, size: 80) == state(&straight, population: 0, size: 80))
    #expect(state(&edited, population: 3, size: 20) == state(&straight, population: 2, size: 20))
  }

  @Test func aRenamedPopulationGoesOn() throws {
    var renamed = Networks.active()
    renamed.populations[0].name = "pyramidal"
    for index in renamed.projections.indices {
      let projection = renamed.projections[index]
      func moved(_ selection: Selection) -> Selection {
        Selection(
          population: selection.population == "exc" ? "pyramidal" : selection.population, ranges: selection.ranges)
      }
      renamed.projections[index].source = moved(projection.source)
      renamed.projections[index].target = moved(projection.target)
    }
    var straight = try DebugSession(Networks.active())
    var edited = try DebugSession(Networks.active())
    run(&straight, 90)
    run(&edited, 90)
    #expect(isRebuilt(edited.apply(.rebuild(renamed, Lineage(formerNames: ["pyramidal": "exc"])))))
    run(&straight, 90)
    run(&edited, 90)
    #expect(edited.stateHash == straight.stateHash)
  }

  /// Undone where nothing was stepped: the exact state. Undone later: what was removed comes back as it was.
  @Test func whatWasRemovedComesBack() throws {
    var smaller = Networks.active()
    smaller.populations.removeLast()
    smaller.projections.removeAll { $0.name.contains("inh") }
    var session = try DebugSession(Networks.active())
    run(&session, 123)
    let hash = session.stateHash
    let removed = state(&session, population: 2, size: 20)
    #expect(isRebuilt(session.apply(.rebuild(smaller, .plain))))
    #expect(session.stateHash != hash)
    #expect(isRebuilt(session.apply(.rebuild(Networks.active(), .plain.reversed))))
    #expect(session.stateHash == hash)
    _ = session.apply(.rebuild(smaller, .plain))
    run(&session, 50)
    let kept = state(&session, population: 0, size: 80)
    _ = session.apply(.rebuild(Networks.active(), .plain.reversed))
    #expect(state(&session, population: 2, size: 20) == removed)
    #expect(state(&session, population: 0, size: 80) == kept)
    #expect(session.tick == Tick(173))
  }

  @Test func aResizedPopulationKeepsThoseThatStay() throws {
    var resized = Networks.active()
    resized.populations[1].shape = [4]
    resized.populations[2].shape = [30]
    resized.projections = []
    var session = try DebugSession(Networks.active())
    run(&session, 80)
    let before = state(&session, population: 2, size: 20)
    #expect(isRebuilt(session.apply(.rebuild(resized, .plain))))
    #expect(Array(state(&session, population: 2, size: 30).prefix(20)) == before)
    run(&session, 20)
  }

  @Test func parametersOfTheRunStay() throws {
    var session = try DebugSession(Networks.active())
    run(&session, 10)
    _ = session.apply(.setParameter(Selection("exc", neuron: 5), name: "tau_m", .number(35)))
    var larger = Networks.active()
    larger.populations.append(PopulationSpec(name: "new", shape: [7], model: "IF_curr_exp"))
    larger.populations[0].parameters["cm"] = .number(.constant(0.4))
    _ = session.apply(.rebuild(larger, .plain))
    var request = request(bars: 0, 1)
    request.neuron = NeuronAddress(population: 0, index: 5)
    _ = session.apply(.observe(request))
    var snapshot = Snapshot()
    session.snapshot(into: &snapshot)
    let values = snapshot.neuron?.parameters ?? []
    #expect(values.contains(.number(35)) && values.contains(.number(0.4)))
  }

  @Test func editsAreRevertedNeuronByNeuron() throws {
    var session = try DebugSession(Networks.active())
    run(&session, 60)
    let hash = session.stateHash
    _ = session.apply(.remember(1))
    _ = session.apply(.setState(Selection(population: "exc", ranges: [3...9, 20...20]), variable: "v", -51))
    _ = session.apply(.remember(2))
    _ = session.apply(.setParameter(Selection(all: "exc", size: 80), name: "tau_m", .number(5)))
    #expect(session.stateHash != hash)
    _ = session.apply(.revert(2))
    _ = session.apply(.revert(1))
    #expect(session.stateHash == hash)
    var straight = try DebugSession(Networks.active())
    run(&straight, 100)
    run(&session, 40)
    #expect(session.stateHash == straight.stateHash)
  }

  @Test func whatCannotBeBuiltChangesNothing() throws {
    var session = try DebugSession(Networks.active())
    run(&session, 20)
    let hash = session.stateHash
    let events = session.apply(.rebuild(Networks.impossible(), .plain))
    guard case .rebuildRefused(let reason, let present)? = events.first else {
      Issue.record("\(events)")
      return
    }
    #expect(!reason.isEmpty && present == Networks.active())
    #expect(session.stateHash == hash)
  }

  /// An empty document is a network, too: time passes in it, and populations can be added.
  @Test func fromNothing() throws {
    var session = try DebugSession(NetworkSpec())
    run(&session, 10)
    #expect(isRebuilt(session.apply(.rebuild(Networks.active(), .plain))))
    run(&session, 10)
    #expect(session.tick == Tick(20))
    #expect(isRebuilt(session.apply(.rebuild(NetworkSpec(), .plain))))
    run(&session, 10)
  }
}
