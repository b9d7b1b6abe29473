/// The leaky integrate-and-fire neuron against NEST and against an ODE solver.
import Basics
import NetworkModel
import Testing

@testable import Simulation

/// The neuron of all these references: 250 pF, 10 ms, −70 mV, threshold −55 mV, refractory for 2 ms.
private let membrane = [
  "cm": 0.25, "tau_m": 10, "v_rest": -70, "v_reset": -70, "v_thresh": -55, "tau_refrac": 2.0,
]
private let synapses = ["tau_syn_E": 2, "tau_syn_I": 4.0]

@Suite struct LIFReferenceTests {
  private static let currents = [376.0, 380, 400, 450, 500, 750, 1000]

  private func spikes(of model: String, _ precision: Precision) throws -> [[Int]] {
    let parameters = model == "IF_curr_exp" ? membrane.merging(synapses) { $1 } : membrane
    var simulation = try Simulation(
      NetworkSpec(
        precision: precision,
        PopulationSpec("n", 7, model, parameters, each: ["i_offset": Self.currents.map { $0 / 1000 }])))
    let all = simulation.spikes(steps: 5000)
    return (0..<7).map { neuron in all.filter { $0.neuron == neuron }.map(\.tick) }
  }

  private func reference(_ method: String, current: Double) throws -> [Int] {
    try ReferenceTable("lif_const_spikes").numbers("t_ms", where: ["method": method, "I_pA": "\(current)"])
      .map { Int(($0 * 10).rounded()) }
  }

  @Test(arguments: [("IF_curr_exp", "iaf_psc_exp"), ("IF_curr_delta", "iaf_psc_delta")])
  func everySpikeFallsIntoTheStepOfNEST(model: String, method: String) throws {
    let spikes = try spikes(of: model, .double)
    for (current, ours) in zip(Self.currents, spikes) {
      let theirs = try reference(method, current: current)
      #expect(!theirs.isEmpty)
      #expect(ours == theirs, "\(current) pA")
    }
  }

  @Test(arguments: [("IF_curr_exp", "iaf_psc_exp"), ("IF_curr_delta", "iaf_psc_delta")])
  func inSinglePrecisionNoSpikeIsMoreThanAStepAway(model: String, method: String) throws {
    let spikes = try spikes(of: model, .single)
    for (current, ours) in zip(Self.currents, spikes) {
      let theirs = try reference(method, current: current)
      #expect(ours.count == theirs.count)
      #expect(zip(ours, theirs).allSatisfy { abs($0 - $1) <= 1 }, "\(current) pA: \(ours) for \(theirs)")
    }
  }

  @Test func theMembraneFollowsTheSolverUnderSynapticCurrents() throws {
    let table = try ReferenceTable("lif_psc_exp_trace")
    var spec = NetworkSpec(
      PopulationSpec("n", 1, "IF_curr_exp", membrane.merging(synapses) { $1 }.merging(["v_thresh": 1e6]) { $1 }),
      PopulationSpec("s", times: [[10], [30], [32], [60], [80]]))
    let weights = [0.1, 0.2, -0.15, -0.1, 0.5]
    for (receptor, keep) in [(Receptor.excitatory, { $0 > 0.0 }), (.inhibitory, { $0 < 0.0 })] {
      let list = weights.indices.filter { keep(weights[$0]) }
        .map { ListedSynapse(pre: $0, post: 0, weight: weights[$0], delay: Milliseconds(1)) }
      spec.connect("s", "n", .list(list), receptor)
    }
    var simulation = try Simulation(spec)
    for (solver, nest) in zip(try table.numbers("V_ode_mV"), try table.numbers("V_nest_mV")) {
      simulation.step()
      let v = simulation.state(population: 0, variable: 0, index: 0)
      #expect(abs(v - solver) < 1e-6, "at \(simulation.time.value) ms")
      #expect(abs(v - nest) < 1e-6, "at \(simulation.time.value) ms")
    }
  }

  @Test func theRateAgainstCurrentIsThatOfNEST() throws {
    let table = try ReferenceTable("lif_fI")
    let currents = try table.numbers("I_pA")
    var simulation = try Simulation(
      NetworkSpec(
        PopulationSpec(
          "n", currents.count, "IF_curr_exp", membrane.merging(synapses) { $1 },
          each: ["i_offset": currents.map { $0 / 1000 }])))
    var counts = Array(repeating: 0.0, count: currents.count)
    for spike in simulation.spikes(steps: 100_000) { counts[spike.neuron] += 1 }
    #expect(counts == (try table.numbers("n_spikes_10s")))
  }

  @Test(arguments: [0.01, 0.1, 0.5, 2])
  func exactIntegrationDoesNotDependOnTheStep(dt: Double) throws {
    var simulation = try Simulation(
      NetworkSpec(dt: dt, PopulationSpec("n", 1, "IF_curr_exp", membrane.merging(["i_offset": 0.3]) { $1 })))
    simulation.spikes(steps: Int((10 / dt).rounded()))
    let expected = -70 + 12 * (1 - Elementary.exp(-1))
    #expect(abs(simulation.state(population: 0, variable: 0, index: 0) - expected) < 1e-10)
  }
}
