/// Neurons by population and index, by their number over the whole network, and by name.
import NetworkModel
import Simulation

extension Simulation {
  /// Whether there is such a neuron: one may have been asked about in a network that has become another one meanwhile.
  func has(_ neuron: NeuronAddress) -> Bool {
    populations.indices.contains(neuron.population) && neuron.index >= 0
      && neuron.index < populations[neuron.population].size
  }

  /// The number over the whole network. - Precondition: there is such a population.
  func number(of neuron: NeuronAddress) -> Int { populations[neuron.population].firstNeuron + neuron.index }

  /// Nil where there is no such population.
  func number(of neuron: NeuronPlace) -> Int? {
    populationIndex(neuron.population).map { populations[$0].firstNeuron + neuron.index }
  }

  /// Which neuron has this number. - Complexity: O(populations).
  func address(ofNeuron number: Int) -> NeuronAddress {
    let population = populations.lastIndex { $0.firstNeuron <= number && $0.size > 0 } ?? 0
    return NeuronAddress(population: population, index: number - populations[population].firstNeuron)
  }

  /// `exc[17]`. - Precondition: there is such a population.
  func name(of neuron: NeuronAddress) -> String { "\(populations[neuron.population].name)[\(neuron.index)]" }
}
