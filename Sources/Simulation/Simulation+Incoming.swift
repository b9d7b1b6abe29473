/// What reaches one neuron, told apart by where it comes from: for questions about a run, between two steps.
package import Basics
import Kernels

/// A synapse that ends on the neuron in question.
package struct IncomingSynapse: Sendable, Equatable {
  package let projection: Int
  /// The presynaptic neuron, by population and index.
  package let population: Int
  package let index: Int
  /// Its number over the whole network.
  package let number: Int
  /// In its projection's table.
  package let synapse: Int
  /// In steps; 0 arrives within the step of the spike.
  package let delay: Int
  /// 0, or 1 for the second receptor of a model that has two.
  package let receptor: Int
  /// Whether its weight moves by itself.
  package let isPlastic: Bool
}

extension Simulation {
  /// All synapses that end on a neuron, by projection and presynaptic neuron.
  /// - Complexity: O(log synapses) for each neuron that projects onto its population.
  package func incoming(population: Int, index: Int) -> [IncomingSynapse] {
    var found: [IncomingSynapse] = []
    for (number, projection) in network.projections.enumerated()
    where projection.info.targetPopulation == population && projection.targets.row(of: index) != nil {
      let table = projection.synapses
      let source = populations[projection.info.sourcePopulation]
      for neuron in 0..<source.size {
        guard let row = table.sources.row(of: neuron) else { continue }
        for synapse in table.synapses(of: row, onto: index) {
          found.append(
            IncomingSynapse(
              projection: number, population: projection.info.sourcePopulation, index: neuron,
              number: source.firstNeuron + neuron, synapse: synapse, delay: table.delay(of: synapse),
              receptor: table.landingReceptor, isPlastic: projection.plasticity != nil))
        }
      }
    }
    return found
  }

  /// As it is now, in base units.
  package func weight(of synapse: IncomingSynapse) -> Double {
    network.projections[synapse.projection].synapses.weight(of: synapse.synapse)
  }

  /// Whether what leaves the presynaptic neuron in this step is left out on its way to the neuron.
  package func loses(_ synapse: IncomingSynapse, step: Int, to index: Int) -> Bool {
    network.projections[synapse.projection].synapses.loses(from: synapse.index, step: step, to: index)
  }

  /// What a Poisson stimulus sends to a neuron in a step, each through its receptor.
  package func noise(population: Int, index: Int, step: Int) -> [(receptor: Int, weight: Double)] {
    network.poissonArrivals[population].compactMap { $0.arrival(tick: step, at: index) }
  }

  /// Whether a population sends values, and not spikes.
  package func sendsValues(population: Int) -> Bool { data?.isAnalog(population: population) == true }

  /// Whether a step begins with everything as it was at the start of the run, for the next sample.
  package func isReset(beforeStep step: Int) -> Bool { data?.isReset(beforeStep: step) == true }

  /// The neuron by itself, with its present parameters; nil for one without a membrane.
  package func loneNeuron(population: Int, index: Int, precision: Precision) -> LoneNeuron? {
    Catalogue.neuron(populations[population].descriptor.id).map {
      LoneNeuron(
        $0.phases(
          of: index, parameters: network.populations[population].parameters, dt: dt, precision: precision))
    }
  }

  /// The variables of a neuron as `LoneNeuron` has them, and by how much its threshold is raised.
  package func loneState(population: Int, index: Int, variables: Int) -> (state: [Double], raise: Double) {
    guard let neurons = network.populations[population].body.neurons else { return ([], 0) }
    let all = populations[population].descriptor.state.indices.map { neurons.value($0, of: index, tick: tick.value) }
    return (Array(all.prefix(variables)), all.count > variables ? all[variables] : 0)
  }

  /// Where its variables stand at the start of a run and of a presentation.
  package func initialState(population: Int, index: Int) -> [Double] {
    guard let neurons = network.populations[population].body.neurons else { return [] }
    return populations[population].descriptor.state.indices.map { neurons.initialValue($0, of: index) }
  }
}
