/// When a spike arrives: to the step, for every kind of delay, and the order of populations joined without any.
import Basics
import NetworkModel
import Testing

@testable import Simulation

@Suite struct DelayTests {
  @Test(arguments: [0, 1, 2, 7, 1000])
  func aSpikeArrivesAfterItsDelay(steps: Int) throws {
    var spec = NetworkSpec(dt: 1, PopulationSpec("n", 1, "IF_discrete"), PopulationSpec("s", times: [[3]]))
    spec.connect("s", "n", .allToAll, delay: .constant(Double(steps)))
    var simulation = try Simulation(spec)
    #expect(simulation.spikes(steps: 1010).filter { $0.neuron == 0 } == [Spike(tick: 3 + steps, neuron: 0)])
  }

  @Test func manyDelaysGoRoundTheRingWithoutMixing() throws {
    var spec = NetworkSpec(dt: 1, PopulationSpec("n", 40, "IF_discrete"), PopulationSpec("s", times: [[1, 30, 61]]))
    let list = (0..<40).map { ListedSynapse(pre: 0, post: $0, delay: Milliseconds(Double($0 + 1))) }
    spec.connect("s", "n", .list(list))
    var simulation = try Simulation(spec)
    let spikes = simulation.spikes(steps: 110).filter { $0.neuron < 40 }
    let expected = [1, 30, 61].flatMap { time in (0..<40).map { Spike(tick: time + $0 + 1, neuron: $0) } }.sorted()
    #expect(spikes == expected)
  }

  @Test func zeroAndLongDelaysMayMeetInOneProjection() throws {
    var spec = NetworkSpec(
      dt: 1, PopulationSpec("n", 2, "IF_discrete"), PopulationSpec("s", times: [[1, 2, 3, 4, 5, 6]]))
    spec.connect(
      "s", "n",
      .list(
        [0, 3].enumerated().map {
          ListedSynapse(pre: 0, post: $0.offset, delay: Milliseconds(Double($0.element)))
        }))
    var simulation = try Simulation(spec)
    let spikes = simulation.spikes(steps: 9)
    #expect(spikes.filter { $0.neuron == 0 }.map(\.tick) == [1, 2, 3, 4, 5, 6])
    #expect(spikes.filter { $0.neuron == 1 }.map(\.tick) == [4, 5, 6, 7, 8, 9])
  }

  @Test func layersWithoutDelayFireInOneStepWhateverTheirOrderInTheDocument() throws {
    var spec = NetworkSpec(
      dt: 1, PopulationSpec("last", 1, "IF_discrete"), PopulationSpec("middle", 1, "IF_discrete"),
      PopulationSpec("first", times: [[5]]))
    spec.connect("middle", "last", .allToAll)
    spec.connect("first", "middle", .allToAll)
    var simulation = try Simulation(spec)
    #expect(simulation.spikes(steps: 10).map(\.tick) == [5, 5, 5])
    // Feedback is no circle where it takes a step.
    spec.connect("last", "middle", .allToAll, delay: .constant(1))
    var recurrent = try Simulation(spec)
    #expect(recurrent.spikes(steps: 7).map(\.tick) == [5, 5, 5, 6, 6, 7, 7])
  }

  @Test func aCircleWithoutDelayIsRefusedWithTheNamesAlongIt() throws {
    var spec = NetworkSpec(
      dt: 1, PopulationSpec("outside", 1, "IF_discrete"), PopulationSpec("a", 1, "IF_discrete"),
      PopulationSpec("b", 1, "IF_discrete"), PopulationSpec("c", 1, "IF_discrete"))
    for (source, target) in [("c", "outside"), ("a", "b"), ("b", "c"), ("c", "a")] {
      spec.connect(source, target, .allToAll)
    }
    let error = #expect(throws: BuildError.self) { _ = try Simulation(spec) }
    guard case .cycleWithoutDelay(let names)? = error else {
      return #expect(Bool(false), "\(String(describing: error))")
    }
    #expect(names.count == 4 && names.first == names.last && Set(names) == ["a", "b", "c"])
    for (from, to) in zip(names, names.dropFirst()) {
      #expect(spec.projections.contains { $0.source.population == from && $0.target.population == to })
    }
  }

  @Test func aPopulationOntoItselfWithoutDelayIsACircle() throws {
    var spec = NetworkSpec(dt: 1, PopulationSpec("a", 1, "IF_discrete"))
    spec.connect("a", "a", .allToAll)
    #expect(throws: BuildError.cycleWithoutDelay(["a", "a"])) { _ = try Simulation(spec) }
  }

  @Test func aJumpIsSeenWhenItArrivesACurrentOneStepLater() throws {
    for (model, first) in [("IF_curr_delta", 30), ("IF_curr_exp", 31)] {
      var spec = NetworkSpec(dt: 0.1, PopulationSpec("n", 1, model, ["v_rest": -65]), PopulationSpec("s", times: [[1]]))
      spec.connect("s", "n", .allToAll, weight: .constant(1), delay: .constant(2))
      var simulation = try Simulation(spec)
      var moved: Int?
      while moved == nil, simulation.tick.value < 100 {
        simulation.step()
        if simulation.state(population: 0, variable: 0, index: 0) != -65 { moved = simulation.tick.value }
      }
      #expect(moved == first, "\(model)")
    }
  }

  @Test func delaysAreRoundedToTheGridButNeverToNothing() throws {
    for (delay, steps) in [(0.01, 1), (0.14, 1), (0.16, 2)] {
      var spec = NetworkSpec(PopulationSpec("n", 1, "IF_curr_delta"), PopulationSpec("s", times: [[1]]))
      spec.connect("s", "n", .allToAll, delay: .constant(delay))
      let simulation = try Simulation(spec)
      var found: [Int] = []
      simulation.forEachSynapse(of: 0, fromSource: 0) { found.append($2) }
      #expect(found == [steps])
    }
  }

  @Test func aDelayThatNoRingCanHoldIsRefused() throws {
    var spec = NetworkSpec(PopulationSpec("n", 1, "IF_curr_delta"), PopulationSpec("s", times: [[1]]))
    spec.connect("s", "n", .allToAll, delay: .constant(1e300))
    #expect(throws: BuildError.self) { _ = try Simulation(spec) }
  }
}
