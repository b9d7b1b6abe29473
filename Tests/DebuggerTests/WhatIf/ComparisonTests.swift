/// Two branches laid over each other, against two simulations that are compared by hand.
import Basics
import NetworkModel
import Simulation
import Testing

@testable import Debugger

struct ComparisonTests {
  /// What a simulation does, step by step.
  private struct Record {
    var spikes: [[UInt32]] = [[]]
    var v: [[Double]] = []
    var hashes: [UInt64] = []

    init(_ spec: NetworkSpec, steps: Int) throws {
      var simulation = try Simulation(spec)
      look(simulation)
      for _ in 0..<steps {
        simulation.step()
        spikes.append(simulation.lastSpikes)
        look(simulation)
      }
    }

    private mutating func look(_ simulation: borrowing Simulation) {
      hashes.append(simulation.stateHash)
      v.append((0..<80).map { simulation.state(population: 0, variable: 0, index: $0) })
    }
  }

  private static let steps = 900
  private static let part = WithoutSpec.Part.neuron(NeuronPlace("inh", 3))

  /// A session in a branch without something, having come to the end.
  private func session(without part: WithoutSpec.Part = Self.part) throws -> DebugSession {
    var session = try DebugSession(Networks.active())
    _ = session.travel(to: .tick(Tick(Self.steps)))
    _ = session.finish(.whatIf(.without(part)))
    return session
  }

  private func comparison(_ session: inout DebugSession, _ request: ComparisonRequest) throws -> BranchComparison {
    let events = session.finish(.compare(request))
    let found = events.compactMap { if case .compared(let comparison) = $0 { comparison } else { nil } }
    return try #require(found.first, "\(events)")
  }

  @Test func everythingIsCountedAsByHand() throws {
    var session = try session()
    let hash = session.stateHash
    let found = try comparison(&session, ComparisonRequest())
    #expect(session.stateHash == hash && session.tick == Tick(Self.steps) && session.mode == .paused)
    let whole = try Record(Networks.active(), steps: Self.steps)
    var spec = Networks.active()
    spec.without = [WithoutSpec(Self.part)]
    let branch = try Record(spec, steps: Self.steps)
    #expect(found.a.name == "main" && found.b.reason == "without neuron inh[3]" && found.parting == .zero)
    #expect(found.end == Tick(Self.steps))
    var spikes: [BranchComparison.Spike] = []
    for tick in 1...Self.steps {
      let (a, b) = (Set(whole.spikes[tick]), Set(branch.spikes[tick]))
      for neuron in a.union(b).sorted() {
        let side: BranchComparison.Side? = a.contains(neuron) ? b.contains(neuron) ? nil : .a : .b
        spikes.append(BranchComparison.Spike(tick: Tick(tick), neuron: neuron, side: side))
      }
    }
    #expect(found.spikes == spikes && found.spikesEnd == found.end)
    let first = try #require(spikes.first { $0.side != nil })
    #expect(found.firstSpikes == spikes.filter { $0.side != nil && $0.tick == first.tick })
    let inh = try #require(found.populations.first { $0.name == "inh" })
    let own = spikes.filter { (90..<110).contains($0.neuron) }
    #expect(inh.both == own.count { $0.side == nil } && inh.onlyA == own.count { $0.side == .a })
    #expect(inh.onlyB == own.count { $0.side == .b } && inh.onlyA > 0)
    #expect(found.rate(of: inh, .a) == Double(own.count { $0.side != .b }) / 0.09 / 20)
    let ranked = found.neurons.map { neuron in
      spikes.count { $0.neuron == neuron.neuron && $0.side != nil } == neuron.alone
        && spikes.count { $0.neuron == neuron.neuron && $0.side != .b } == neuron.spikesA
    }
    #expect(ranked.allSatisfy { $0 } && found.neurons.map(\.alone) == found.neurons.map(\.alone).sorted(by: >))
    let differing = Set(spikes.filter { $0.side != nil }.map(\.neuron))
    #expect(found.neurons.count == min(differing.count, BranchComparison.mostNeurons))
    #expect(differing.isSuperset(of: found.neurons.map(\.neuron)))
    #expect(found.parted?.value == whole.hashes.indices.first { whole.hashes[$0] != branch.hashes[$0] })
    let difference = try #require(found.firstDifference)
    let expected = whole.v.indices.first { whole.v[$0] != branch.v[$0] }
    #expect(difference.variable == "isyn_inh" || difference.tick.value == expected)
    #expect(difference.a != difference.b && difference.neurons > 0)
  }

  /// Backwards named, and further than either has been run.
  @Test func branchesAreNamedAndRunOn() throws {
    var session = try session()
    let number = session.timeline.branches[session.timeline.current].number
    let there = try comparison(&session, ComparisonRequest(a: number, b: 0, span: Milliseconds(120)))
    let back = try comparison(&session, ComparisonRequest(a: 0, b: number, span: Milliseconds(120)))
    #expect(there.end == Tick(1200) && session.timeline.end == Tick(Self.steps))
    #expect(there.populations.map(\.onlyA) == back.populations.map(\.onlyB) && there.a == back.b)
    #expect(there.spikes.map(\.neuron) == back.spikes.map(\.neuron))
  }

  /// What is left out where it does nothing leaves both the same.
  @Test func nothingDiffers() throws {
    var session = try DebugSession(Networks.active())
    _ = session.travel(to: .tick(Tick(300)))
    let command = EngineCommand.setParameter(Selection("exc", neuron: 3), name: "tau_m", .number(20))
    _ = session.finish(.whatIf(.with(command, at: Tick(100))))
    let found = try comparison(&session, ComparisonRequest())
    #expect(found.isSame && found.parting == Tick(100) && found.populations.allSatisfy { $0.onlyA + $0.onlyB == 0 })
  }

  @Test func weightsAreCompared() throws {
    var session = try DebugSession(Networks.learning())
    _ = session.travel(to: .tick(Tick(500)))
    _ = session.finish(.whatIf(.without(.neuron(NeuronPlace("noise", 3)))))
    let found = try comparison(&session, ComparisonRequest())
    let weights = try #require(found.weights.first)
    #expect(weights.projection == "noise->exc" && weights.changed > 0 && weights.greatest > 0)
    #expect(found.weights.count == 1 && weights.synapses == 800)
  }

  private static func larger() -> NetworkSpec {
    var larger = Networks.active()
    larger.populations.insert(PopulationSpec(name: "more", shape: [7], model: "IF_curr_exp"), at: 0)
    return larger
  }

  /// Both are rebuilt on the way, and have the same neurons all the time.
  @Test func aComparisonGoesOnWhereTheNetworkIsRebuilt() throws {
    var session = try StraightRun(
      Networks.active(), steps: 400, stride: 100, edits: [200: [.rebuild(Self.larger(), .plain)]]
    ).recorded(Networks.active())
    _ = session.finish(.whatIf(.without(Self.part)))
    let found = try comparison(&session, ComparisonRequest())
    #expect(found.end == Tick(400) && found.note == nil)
    #expect(found.populations.map(\.name) == Networks.active().populations.map(\.name) + ["more"])
    #expect(found.spikes.contains { $0.tick > Tick(200) } && found.populations.contains { $0.both > 0 })
  }

  /// One of them gets more neurons, which come before the others; the others go on as they were, and are known again.
  @Test func whoIsInOneAloneIsCountedAndNamed() throws {
    var session = try DebugSession(Networks.active())
    _ = session.travel(to: .tick(Tick(500)))
    _ = session.travel(to: .tick(Tick(300)))
    _ = session.apply(.rebuild(Self.larger(), .plain))
    _ = session.travel(to: .tick(Tick(500)))
    let found = try comparison(&session, ComparisonRequest())
    #expect(found.parting == Tick(300) && found.end == Tick(500) && !found.isSame)
    #expect(found.note == "the networks differ from 30 ms on: in B alone more (7 neurons)")
    #expect(found.firstSpikes.isEmpty && found.firstDifference == nil && found.parted == Tick(300))
    for population in found.populations where population.name != "more" {
      #expect(population.onlyA == 0 && population.onlyB == 0 && population.sizeA == population.sizeB)
    }
    #expect(found.populations.contains { $0.both > 0 } && found.populations.last?.sizeA == 0)
  }

  @Test func itIsGivenUpAndRefused() throws {
    var session = try session()
    let hash = session.stateHash
    _ = session.apply(.compare(ComparisonRequest()))
    _ = session.advance(atMost: 100)
    #expect(session.mode == .comparing)
    _ = session.apply(.pause)
    #expect(session.mode == .paused && session.stateHash == hash)
    guard case .refused? = session.apply(.compare(ComparisonRequest(a: 0, b: 0))).first else {
      Issue.record("a branch is compared with itself")
      return
    }
    var alone = try DebugSession(Networks.active())
    guard case .refused(let words)? = alone.apply(.compare(ComparisonRequest())).first else {
      Issue.record("there is nothing to compare with")
      return
    }
    #expect(words.contains("no other branch"))
  }
}
