/// A state variable of some neurons, to be read after every step.
import Kernels

package struct StateReader: Sendable {
  package let population: Int
  /// By its position in the descriptor.
  package let variable: Int
  package let neurons: [Int]
  fileprivate let places: [Int]?
}

/// Levels of one variable of neurons of a population, of which most steps cross none.
package struct StateLevels: Sendable {
  package let population: Int
  private let reader: StateReader
  private var levels = WatchedLevels()
  private var values: [Double]

  /// Nil where the variable has to be worked out each time.
  /// - Parameter levels: for each neuron of the reader.
  package init?(_ reader: StateReader, levels: [(level: Double, isAbove: Bool)]) {
    guard let places = reader.places else { return nil }
    self.reader = reader
    population = reader.population
    values = Array(repeating: 0, count: places.count)
    for (place, level) in zip(places, levels) {
      self.levels.add(place: place, level: level.level, isAbove: level.isAbove)
    }
  }

  /// The positions of the levels beyond which a value has gone since this was asked last.
  /// - Complexity: O(levels); less than 1 ns for each where none is crossed.
  package mutating func crossed(_ simulation: borrowing Simulation) -> [Int] {
    guard simulation.hasCrossed(levels, of: population) else { return [] }
    simulation.read(reader, into: &values, from: 0)
    return values.indices.filter { levels.hasGoneBeyond($0, values[$0]) }
  }
}

extension Simulation {
  fileprivate func hasCrossed(_ levels: WatchedLevels, of population: Int) -> Bool {
    network.populations[population].body.neurons?.hasCrossed(levels) == true
  }

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
