/// What the state's hash sees, one thing at a time.
import Basics
import NetworkModel
import Testing

@testable import Simulation

@Suite struct StateHashTests {
  private func spec(weight: Double = 0.5, delay: Double = 5, seed: UInt64 = 1) -> NetworkSpec {
    var spec = NetworkSpec(seed: seed, PopulationSpec("n", 37, "IF_curr_exp"), PopulationSpec("s", times: [[1]]))
    spec.connect("s", "n", .allToAll, weight: .constant(weight), delay: .constant(delay))
    return spec
  }

  private func hash(_ spec: NetworkSpec, steps: Int = 0) throws -> UInt64 {
    var simulation = try Simulation(spec)
    simulation.spikes(steps: steps)
    return simulation.stateHash
  }

  @Test func everyVariableOfEveryNeuronCounts() throws {
    var simulation = try Simulation(spec())
    var seen = Set([simulation.stateHash])
    for variable in ["v", "isyn_exc", "isyn_inh"] {
      for neuron in [0, 15, 16, 36] {
        try simulation.setState(Selection("n", neuron: neuron), variable: variable, 1e-6)
        #expect(seen.insert(simulation.stateHash).inserted, "\(variable) of \(neuron)")
      }
    }
  }

  @Test func weightsSeedAndTickCount() throws {
    let hashes = [
      try hash(spec()), try hash(spec(weight: 0.6)), try hash(spec(seed: 2)), try hash(spec(), steps: 1),
    ]
    #expect(Set(hashes).count == 4)
  }

  /// Long delays wait in a ring, short ones in a list.
  @Test(arguments: [5.0, 1.1])
  func spikesUnderWayCountUntilTheyArrive(delay: Double) throws {
    // The same membrane and weights at the same time: only what is under way differs, or when it arrives.
    let before = try hash(spec(delay: delay), steps: 5)
    #expect(try hash(spec(delay: 2 * delay), steps: 5) == before)
    let short = try hash(spec(delay: delay), steps: 20)
    #expect(try hash(spec(delay: delay + 0.1), steps: 20) != short)
    var silent = spec(delay: delay)
    silent.populations[1] = PopulationSpec("s", times: [[]])
    #expect(try hash(silent, steps: 20) != short)
  }

  @Test func aPokeUnderWayCounts() throws {
    var simulation = try Simulation(spec())
    let before = simulation.stateHash
    try simulation.poke(population: 0, index: 2)
    #expect(simulation.stateHash != before)
  }

  @Test func parametersNamesAndLookingDoNotCount() throws {
    var simulation = try Simulation(spec())
    let before = simulation.stateHash
    try simulation.setParameter(Selection("n", neuron: 1), name: "tau_m", .number(3))
    _ = simulation.state(population: 0, variable: 0, index: 1)
    #expect(simulation.stateHash == before)
    var renamed = spec()
    renamed.title = "another"
    renamed.populations.append(PopulationSpec("idle", 3, "SpikeSourcePoisson", ["rate": 10]))
    #expect(try hash(renamed) == before)
  }
}
