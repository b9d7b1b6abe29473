/// A state variable of some neurons, to be read after every step.
import Kernels

package struct StateReader: Sendable {
  package let population: Int
  /// By its position in the descriptor.
  package let variable: Int
  package let neurons: [Int]
  fileprivate let places: [Int]?

  /// Whether the values lie somewhere, and need not be worked out each time.
  package var isAtHand: Bool { places != nil }
}

/// Levels of variables of a population, of which most steps cross none.
package struct StateLevels: Sendable {
  package let population: Int
  private var levels: WatchedLevels

  /// - Parameter all: each with a reader of one neuron.
  /// - Precondition: all of them are at hand, and of this population.
  package init(_ all: [(reader: StateReader, level: Double, isAbove: Bool)], population: Int) {
    self.population = population
    levels = WatchedLevels(
      all.map { given in
        precondition(given.reader.population == population && given.reader.neurons.count == 1)
        return (given.reader.places?[0] ?? -1, given.level, given.isAbove)
      })
  }

  /// Looks at them after a step, and tells to another side of which a value has gone since, mostly none.
  /// - Parameter isMeant: by number; the other levels stay to be noticed the next time.
  /// - Complexity: O(values), less than 1 ns each, where nothing has changed.
  package mutating func look(
    _ simulation: borrowing Simulation, where isMeant: (Int) -> Bool = { _ in true },
    tell: (_ number: Int, _ isBeyond: Bool) -> Void
  ) {
    guard let neurons = simulation.neurons(of: population) else { return }
    neurons.look(at: &levels)
    levels.move(where: isMeant)
    for change in levels.changes { tell(change.number, change.isBeyond) }
  }

  /// Has a level sleep, by number, or wake: then it is among the next changes, wherever the value is.
  /// - Complexity: O(levels of its value).
  package mutating func setAwake(_ number: Int, _ isAwake: Bool) { levels.setAwake(number, isAwake) }
}

extension Simulation {
  fileprivate func neurons(of population: Int) -> NeuronPopulation? { network.populations[population].body.neurons }

  /// - Precondition: there are such neurons, and the model has the variable.
  package func reader(population: Int, variable: Int, neurons: [Int]) -> StateReader {
    StateReader(
      population: population, variable: variable, neurons: neurons,
      places: self.neurons(of: population)?.places(of: variable, neurons))
  }

  /// Reads the values into `values`, from `first` on, in base units.
  /// - Precondition: the reader is of this network.
  /// - Complexity: O(neurons), about 1 ns each.
  package func read(_ reader: StateReader, into values: inout [Double], from first: Int) {
    if let places = reader.places, let neurons = neurons(of: reader.population) {
      return neurons.read(places, into: &values, from: first)
    }
    for (offset, neuron) in reader.neurons.enumerated() {
      values[first + offset] = state(population: reader.population, variable: reader.variable, index: neuron)
    }
  }
}
