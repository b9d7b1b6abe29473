/// The phases of one neuron by itself: the same as in its population, and linear where the model says so.
import Basics
import Testing

@testable import Kernels

@Suite struct PhasesTests {
  private static let models = Catalogue.neurons.map(\.descriptor.id)

  private func phases(_ model: String) throws -> (phases: NeuronPhases, kernel: NeuronKernel, table: ParameterTable) {
    let kernel = try #require(Catalogue.neuron(model))
    let table = ParameterTable(kernel.descriptor, count: 1)
    return (kernel.phases(of: 0, parameters: table, dt: Milliseconds(0.1), precision: .double), kernel, table)
  }

  private func lanes(_ state: [Double]) -> [Double] {
    state.flatMap { Array(repeating: $0, count: NeuronPhases.width) }
  }

  private func inputs(_ excitatory: Double) -> [Double] {
    Array(repeating: excitatory, count: NeuronPhases.width) + Array(repeating: 0, count: 2 * NeuronPhases.width)
  }

  @Test(arguments: models)
  func itDoesWhatThePopulationDoes(_ model: String) throws {
    let (phases, kernel, table) = try phases(model)
    let population = kernel.population(count: 1, parameters: table, dt: Milliseconds(0.1), precision: .double)
    let tray = population.makeArrivals(slots: 1)
    let weight = kernel.descriptor.weightDimension == .conductance ? 0.05 : 2.0
    let noise = PoissonArrivals(
      neurons: [0...0], tray: tray, receptor: 0, mean: 0.4, weight: weight,
      random: CounterRNG(seed: 3, stream: "phases"))
    for (variable, value) in phases.rest.enumerated() where variable != phases.refractory {
      population.setValue(variable, of: 0, tick: 0, to: value)
    }
    var states = lanes(phases.rest)
    var fired = 0
    for tick in 0..<600 {
      let arrival = noise.arrival(tick: tick, at: 0)?.weight ?? 0
      _ = noise.deliver(tick: tick, onto: 0..<1)
      let spikes = SpikeList(capacity: 1)
      population.advance(tick: tick, spikes: spikes)
      phases.charge(&states, inputs(arrival))
      let hasFired = phases.fires(states, raise: 0)
      if hasFired { phases.reset(&states) }
      phases.endStep(&states)
      #expect(hasFired == (spikes.count() > 0), "step \(tick)")
      fired += hasFired ? 1 : 0
      for variable in 0..<phases.variables {
        #expect(states[variable * NeuronPhases.width] == population.value(variable, of: 0, tick: tick + 1))
      }
    }
    #expect(fired > 0 || !kernel.descriptor.fires)
  }

  /// Superposition: what two changes do together is what they do one by one.
  @Test(arguments: models)
  func linearityIsWhatItSays(_ model: String) throws {
    let (phases, _, _) = try phases(model)
    func moved(_ first: Double, _ second: Double, _ arrival: Double) -> Double {
      var state = phases.rest
      state[0] += first
      if phases.variables > 2 { state[1] += second }
      var states = lanes(state)
      phases.charge(&states, inputs(arrival))
      return states[0]
    }
    let base = moved(0, 0, 0)
    let together = moved(7, 0.3, 0.2) - base
    let parts = (moved(7, 0, 0) - base) + (moved(0, 0.3, 0) - base) + (moved(0, 0, 0.2) - base)
    #expect(phases.isLinear == (abs(together - parts) < 1e-12))
  }
}
