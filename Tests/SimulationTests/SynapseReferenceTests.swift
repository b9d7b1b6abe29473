/// Synaptic currents and conductances of every shape against NEST and an ODE solver, in double precision.
import Basics
import NetworkModel
import Testing

@testable import Simulation

@Suite struct SynapseReferenceTests {
  private static let membrane = [
    "cm": 0.25, "tau_m": 10, "v_rest": -70, "v_reset": -70, "v_thresh": 1e6, "tau_syn_E": 2, "tau_syn_I": 4.0,
  ]
  private static let reversals = ["e_rev_E": 0, "e_rev_I": -85.0]

  /// The greatest distance from the solver's trace [mV].
  private func error(_ model: String, _ name: String, weights: [Double], _ extra: [String: Double]) throws -> Double {
    var spec = NetworkSpec(
      PopulationSpec("n", 1, model, Self.membrane.merging(extra) { $1 }),
      PopulationSpec("s", times: [[10], [30], [32], [60], [80]]))
    for receptor in [Receptor.excitatory, .inhibitory] {
      let list = weights.indices.filter { (weights[$0] > 0) == (receptor == .excitatory) }.map {
        ListedSynapse(
          pre: $0, post: 0, weight: extra.isEmpty ? weights[$0] : abs(weights[$0]), delay: Milliseconds(1))
      }
      spec.connect("s", "n", .list(list), receptor)
    }
    var simulation = try Simulation(spec)
    let table = try ReferenceTable(name)
    return zip(try table.numbers("V_ode_mV"), try table.numbers("V_nest_mV")).map { solver, nest in
      simulation.step()
      let v = simulation.state(population: 0, variable: 0, index: 0)
      return max(abs(v - solver), abs(v - nest))
    }.max() ?? .infinity
  }

  @Test func alphaCurrentsAreExact() throws {
    let weights = [0.1, 0.2, -0.15, -0.1, 0.5]
    #expect(try error("IF_curr_alpha", "lif_psc_alpha_trace", weights: weights, [:]) < 1e-9)
  }

  /// The bound of NEST's own distance from the solver, 8.8e-10 mV, leaves that much to the integrator.
  @Test func exponentialConductances() throws {
    let weights = [0.005, 0.01, -0.008, -0.02, 0.012]
    #expect(try error("IF_cond_exp", "lif_cond_exp_trace", weights: weights, Self.reversals) < 1e-7)
  }

  @Test func alphaConductances() throws {
    let weights = [0.005, 0.01, -0.008, -0.02, 0.012]
    #expect(try error("IF_cond_alpha", "lif_cond_alpha_trace", weights: weights, Self.reversals) < 1e-7)
  }

  /// Under conductances ten times the leak, halving dt must make the error sixteen times smaller.
  @Test(arguments: ["IF_cond_exp", "IF_cond_alpha"])
  func conductancesAreOfFourthOrder(model: String) throws {
    let values = try [1, 0.5, 0.25, 0.03125].map { dt in
      var spec = NetworkSpec(
        dt: dt, PopulationSpec("n", 1, model, Self.membrane.merging(Self.reversals) { $1 }),
        PopulationSpec("s", times: [[2]]))
      spec.connect("s", "n", .allToAll, weight: .constant(0.25), delay: .constant(1))
      spec.connect("s", "n", .allToAll, .inhibitory, weight: .constant(0.2), delay: .constant(2))
      var simulation = try Simulation(spec)
      simulation.spikes(steps: Int((8 / dt).rounded()))
      return simulation.state(population: 0, variable: 0, index: 0)
    }
    let errors = values.dropLast().map { abs($0 - values[3]) }
    #expect(errors[0] > 10 * errors[1] && errors[1] > 10 * errors[2], "\(errors)")
  }

  @Test func theDefaultEqualTimeConstantsAreTheLimitOfCloseOnes() throws {
    let values = try [10, 10.000001].map { tau in
      var spec = NetworkSpec(
        PopulationSpec("n", 1, "IF_curr_alpha", Self.membrane.merging(["tau_syn_E": tau]) { $1 }),
        PopulationSpec("s", times: [[2]]))
      spec.connect("s", "n", .allToAll, weight: .constant(0.25), delay: .constant(1))
      var simulation = try Simulation(spec)
      simulation.spikes(steps: 300)
      return simulation.state(population: 0, variable: 0, index: 0)
    }
    #expect(abs(values[0] - values[1]) < 1e-5)
    #expect(values[0] > -69)
  }
}
