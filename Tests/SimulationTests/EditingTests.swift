/// Changing a simulation while it runs.
import Basics
import NetworkModel
import Testing

@testable import Simulation

@Suite struct EditingTests {
  private var spec: NetworkSpec {
    NetworkSpec(
      PopulationSpec("n", 40, "IF_curr_exp", ["v_rest": -65, "v_thresh": -50, "v_reset": -70, "tau_refrac": 1]),
      PopulationSpec("s", times: [[1], [2]]), PopulationSpec("sum", 1, "Integrator"))
  }

  @Test func aParameterOfOneNeuronActsOnItAlone() throws {
    var simulation = try Simulation(spec)
    simulation.spikes(steps: 3)
    try simulation.setParameter(Selection("n", neuron: 17), name: "i_offset", .number(200))
    simulation.step()
    #expect(simulation.lastSpikes == [17])
    for neuron in [0, 16, 18, 39] { #expect(simulation.state(population: 0, variable: 0, index: neuron) == -65) }
    let descriptor = simulation.populations[0].descriptor
    let field = try #require(descriptor.parameters.firstIndex { $0.name == "i_offset" })
    #expect(simulation.parameter(population: 0, field: field, index: 17) == .number(200))
    #expect(simulation.parameter(population: 0, field: field, index: 16) == .number(0))
    // Setting it back for all of them leaves the population as it was.
    try simulation.setParameter(Selection(all: "n", size: 40), name: "i_offset", .number(0))
    #expect(simulation.spikes(steps: 100).allSatisfy { $0.neuron >= 40 })
  }

  @Test func editedOneByOneOrTogetherIsTheSame() throws {
    var one = try Simulation(spec)
    var all = try Simulation(spec)
    for neuron in 0..<40 { try one.setParameter(Selection("n", neuron: neuron), name: "i_offset", .number(1)) }
    try all.setParameter(Selection(all: "n", size: 40), name: "i_offset", .number(1))
    #expect(one.spikes(steps: 300) == all.spikes(steps: 300))
    #expect(one.stateHash == all.stateHash)
  }

  @Test func aPokedNeuronSpikesInTheNextStepAndOnlyThere() throws {
    var spec = spec
    spec.connect("s", "n", .oneToOneWithin(2), weight: .constant(0.1), delay: .constant(0.1))
    var simulation = try Simulation(spec)
    try simulation.poke(population: 0, index: 39)
    try simulation.poke(population: 0, index: 3)
    try simulation.poke(population: 1, index: 1)
    try simulation.poke(population: 1, index: 1)
    simulation.step()
    #expect(simulation.lastSpikes == [3, 39, 41])
    #expect(simulation.state(population: 0, variable: 0, index: 3) == -70)
    simulation.step()
    #expect(simulation.lastSpikes.isEmpty)
    // The spike of the poked source has arrived.
    #expect(simulation.state(population: 0, variable: 1, index: 1) == 0.1)
    #expect(abs(simulation.state(population: 0, variable: 3, index: 3) - 0.9) < 1e-12)
  }

  @Test func stateIsSetNow() throws {
    var simulation = try Simulation(spec)
    try simulation.setState(Selection(population: "n", ranges: [0...1, 30...30]), variable: "v", -40)
    simulation.step()
    #expect(simulation.lastSpikes == [0, 1, 30])
  }

  @Test func whatIsWrongIsRefusedAndSaysWhy() throws {
    var simulation = try Simulation(spec)
    let before = simulation.stateHash
    func refusal(_ edit: (inout Simulation) throws(EditError) -> Void) -> String {
      do { try edit(&simulation) } catch { return error.description }
      return ""
    }
    let n = Selection("n", neuron: 0)
    let refusals = [
      refusal { s throws(EditError) in try s.setParameter(Selection("m", neuron: 0), name: "cm", .number(1)) },
      refusal { s throws(EditError) in try s.setParameter(Selection("n", neuron: 40), name: "cm", .number(1)) },
      refusal { s throws(EditError) in try s.setParameter(n, name: "tau", .number(1)) },
      refusal { s throws(EditError) in try s.setParameter(n, name: "cm", .number(0)) },
      refusal { s throws(EditError) in try s.setParameter(n, name: "cm", .number(.nan)) },
      refusal { s throws(EditError) in try s.setParameter(n, name: "cm", .choice("hard")) },
      refusal { s throws(EditError) in try s.setParameter(n, name: "reset", .choice("firm")) },
      refusal { s throws(EditError) in try s.setState(n, variable: "refractory", 3) },
      refusal { s throws(EditError) in try s.setState(n, variable: "v", .infinity) },
      refusal { s throws(EditError) in try s.poke(population: 2, index: 0) },
    ]
    #expect(refusals.allSatisfy { !$0.isEmpty } && Set(refusals).count >= 8)
    #expect(refusals[3] == "cm of IF_curr_exp must be above 0.0 nF")
    #expect(simulation.stateHash == before)
  }
}

extension Connector {
  /// The first `count` of each side, one to one.
  fileprivate static func oneToOneWithin(_ count: Int) -> Connector {
    .list((0..<count).map { ListedSynapse(pre: $0, post: $0) })
  }
}
