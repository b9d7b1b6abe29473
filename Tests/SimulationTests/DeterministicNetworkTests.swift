/// Two networks of a hundred neurons, without randomness, that have to come out spike for spike as in NEST.
import Basics
import NetworkModel
import Testing

@testable import Simulation

@Suite struct DeterministicNetworkTests {
  private func network(_ name: String, _ model: String, _ extra: [String: Double], scale: Double) throws -> NetworkSpec
  {
    let parameters = [
      "cm": 0.25, "tau_m": 10, "v_rest": -70, "v_reset": -70, "v_thresh": -55, "tau_refrac": 2.0,
    ].merging(extra) { $1 }
    let currents = try ReferenceTable("\(name)_neurons").numbers("I_pA").map { $0 / 1000 }
    var spec = NetworkSpec(PopulationSpec("n", currents.count, model, parameters, each: ["i_offset": currents]))
    let table = try ReferenceTable("\(name)_conns")
    let (pre, post) = (try table.numbers("pre"), try table.numbers("post"))
    let (weight, delay) = (try table.numbers("weight"), try table.numbers("delay_ms"))
    for (receptor, isOurs) in [(Receptor.excitatory, { $0 >= 0.0 }), (.inhibitory, { $0 < 0.0 })] {
      let list = pre.indices.filter { isOurs(weight[$0]) }.map {
        ListedSynapse(
          pre: Int(pre[$0]), post: Int(post[$0]), weight: weight[$0] * scale, delay: Milliseconds(delay[$0]))
      }
      spec.connect("n", "n", .list(list), receptor)
    }
    return spec
  }

  private func expectSpikeForSpike(_ name: String, _ spec: NetworkSpec) throws {
    let raster = try ReferenceTable("\(name)_raster")
    let theirs = zip(try raster.numbers("t_ms"), try raster.numbers("neuron"))
      .map { Spike(tick: Int(($0 * 10).rounded()), neuron: Int($1)) }.sorted()
    var simulation = try Simulation(spec)
    let ours = simulation.spikes(steps: 5000)
    let firstDifference = zip(ours, theirs).first { $0 != $1 }
    #expect(firstDifference == nil)
    #expect(ours.count == theirs.count)
    #expect(theirs.count > 1000)
  }

  @Test func deltaSynapses() throws {
    try expectSpikeForSpike("detnet_psc_delta", network("detnet_psc_delta", "IF_curr_delta", [:], scale: 1))
  }

  @Test func exponentialSynapses() throws {
    let tau = ["tau_syn_E": 2, "tau_syn_I": 4.0]
    try expectSpikeForSpike("detnet_psc_exp", network("detnet_psc_exp", "IF_curr_exp", tau, scale: 0.001))
  }
}
