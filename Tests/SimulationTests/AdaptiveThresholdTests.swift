/// Thresholds that rise with every spike.
import Basics
import NetworkModel
import Testing

@testable import Simulation

@Suite struct AdaptiveThresholdTests {
  private static let neuron = [
    "cm": 0.2, "tau_m": 20, "v_rest": -65, "v_reset": -65, "v_thresh": -50, "tau_refrac": 2, "i_offset": 0.3,
    "theta_plus": 3, "tau_theta": 40.0,
  ]

  /// The spikes of a scalar neuron written from the equations.
  private func naive(steps: Int) -> [Int] {
    var (v, raise, wait) = (-65.0, 0.0, 0)
    return (1...steps).filter { _ in
      if wait == 0 { v = -35 + (v + 35) * Elementary.exp(-0.1 / 20) }
      raise *= Elementary.exp(-0.1 / 40)
      let fires = wait == 0 && v >= -50 + raise
      if fires {
        v = -65
        raise += 3
        wait = 20
      } else {
        wait = max(0, wait - 1)
      }
      return fires
    }
  }

  @Test(arguments: ["IF_curr_exp", "IF_curr_delta", "IF_curr_alpha", "IF_cond_exp", "IF_cond_alpha"])
  func spikesAreThoseOfTheEquations(model: String) throws {
    var simulation = try Simulation(NetworkSpec(PopulationSpec("n", 1, model, Self.neuron)))
    let spikes = simulation.spikes(steps: 5000).map(\.tick)
    #expect(spikes == naive(steps: 5000))
    #expect(spikes.count > 5)
    let intervals = zip(spikes.dropFirst(), spikes).map { $0 - $1 }
    #expect(intervals[intervals.count - 1] > intervals[0] + 20)
  }

  @Test func inStepsForModelsWithoutUnits() throws {
    var simulation = try Simulation(
      NetworkSpec(
        dt: 1, PopulationSpec("n", 1, "IF_discrete", ["bias": 0.6, "theta_plus": 1, "tau_theta": 1e9])))
    // Thresholds 1, 2, 3, …, each reached from 0.
    #expect(simulation.spikes(steps: 40).map(\.tick) == [2, 6, 11, 18, 27, 37])
  }

  @Test func onlyThoseAdaptThatShall() throws {
    var simulation = try Simulation(
      NetworkSpec(
        PopulationSpec(
          "n", 40, "IF_curr_exp", Self.neuron, each: ["theta_plus": (0..<40).map { $0 == 21 ? 3 : 0 }])))
    let all = simulation.spikes(steps: 5000)
    #expect(all.filter { $0.neuron == 21 }.map(\.tick) == naive(steps: 5000))
    #expect(all.filter { $0.neuron == 20 }.count == all.filter { $0.neuron == 39 }.count)
    #expect(all.filter { $0.neuron == 20 }.count > naive(steps: 5000).count + 5)
  }

  @Test func switchedOnAndOffWhileItRuns() throws {
    let spec = NetworkSpec(PopulationSpec("n", 1, "IF_curr_exp", Self.neuron.merging(["theta_plus": 0]) { $1 }))
    var edited = try Simulation(spec)
    var plain = try Simulation(spec)
    try edited.setParameter(spec.all("n"), name: "theta_plus", .number(3))
    #expect(edited.spikes(steps: 5000).map(\.tick) == naive(steps: 5000))
    let position = try #require(edited.populations[0].descriptor.state.firstIndex { $0.name == "theta" })
    #expect(edited.state(population: 0, variable: position, index: 0) > 1)
    #expect(plain.state(population: 0, variable: position, index: 0) == 0)
    edited.restart()
    #expect(edited.stateHash == plain.stateHash)
    #expect(edited.spikes(steps: 1000) == plain.spikes(steps: 1000))
    #expect(edited.stateHash == plain.stateHash)
  }

  /// Back over an edit that made thresholds adapt, and forward over one that stopped them while they were raised.
  @Test func checkpointsOnBothSidesOfAnEdit() throws {
    let spec = NetworkSpec(PopulationSpec("n", 20, "IF_curr_exp", Self.neuron.merging(["theta_plus": 0]) { $1 }))
    var simulation = try Simulation(spec)
    simulation.spikes(steps: 300)
    let before = (simulation.checkpoint(), simulation.stateHash)
    try simulation.setParameter(spec.all("n"), name: "theta_plus", .number(3))
    simulation.spikes(steps: 1000)
    try simulation.setParameter(spec.all("n"), name: "theta_plus", .number(0))
    let raised = (simulation.checkpointFile(), simulation.stateHash)
    let rest = simulation.spikes(steps: 1000)

    var fresh = try Simulation(spec)
    try fresh.restore(raised.0)
    #expect(fresh.stateHash == raised.1)
    #expect(fresh.spikes(steps: 1000) == rest)
    #expect(fresh.stateHash == simulation.stateHash)

    try simulation.restore(before.0)
    #expect(simulation.stateHash == before.1)
    var plain = try Simulation(spec)
    plain.spikes(steps: 300)
    #expect(simulation.spikes(steps: 1000) == plain.spikes(steps: 1000))
    #expect(simulation.stateHash == plain.stateHash)
  }
}
