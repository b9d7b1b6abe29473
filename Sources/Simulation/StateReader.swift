/// A state variable of some neurons, to be read after every step.
import Kernels

package struct StateReader: Sendable {
  package let population: Int
  /// By its position in the descriptor.
  package let variable: Int
  package let neurons: [Int]
  fileprivate let places: [Int]?
}

extension Simulation {
  /// - Precondition: there are such neurons, and the model has the variable.
  package func reader(population: Int, variable: Int, neurons: [Int]) -> StateReader {
    StateReader(
      population: population, variable: variable, neurons: neurons,
      places: network.populations[population].body.neurons?.places(of: variable, neurons))
  }

  /// Reads the values into `values`, from `first` on, in base units.
  /// - Precondition: the reader is of this network.
  /// - Complexity: O(neurons), about 1 ns each.
  package func read(_ reader: StateReader, into values: inout [Double], from first: Int) {
    if let places = reader.places, let neurons = network.populations[reader.population].body.neurons {
      return neurons.read(places, into: &values, from: first)
    }
    for (offset, neuron) in reader.neurons.enumerated() {
      values[first + offset] = state(population: reader.population, variable: reader.variable, index: neuron)
    }
  }
}
