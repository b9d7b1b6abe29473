/// Finds the first variable of a neuron that differs between two runs.
import Basics
import Simulation

struct DifferenceWatch {
  private struct Variable {
    let name: String
    let unit: String
    let reader: StateReader
    /// Of the same neurons in the other run.
    let other: StateReader
    let firstNeuron: Int
  }

  private let variables: [Variable]
  private var a: [Double]
  private var b: [Double]

  /// Watches the neurons that are in both, where they are of the same model.
  init(_ roster: ComparisonRoster, _ one: borrowing Simulation, _ other: borrowing Simulation) {
    var variables: [Variable] = []
    var most = 0
    for population in roster.populations {
      let size = min(population.sizeA, population.sizeB)
      guard size > 0, let first = one.populationIndex(population.name),
        let second = other.populationIndex(population.name),
        one.populations[first].descriptor.id == other.populations[second].descriptor.id
      else { continue }
      most = max(most, size)
      let neurons = Array(0..<size)
      for (index, field) in one.populations[first].descriptor.state.enumerated() {
        variables.append(
          Variable(
            name: field.name, unit: field.dimension.baseUnit,
            reader: one.reader(population: first, variable: index, neurons: neurons),
            other: other.reader(population: second, variable: index, neurons: neurons),
            firstNeuron: population.firstNeuron))
      }
    }
    self.variables = variables
    a = Array(repeating: 0, count: most)
    b = a
  }

  /// The one with the greatest difference among the neurons of the first variable that differs; nil where all are equal.
  /// - Complexity: O(neurons · variables), about 2 ns each.
  mutating func difference(
    _ one: borrowing Simulation, _ other: borrowing Simulation
  ) -> BranchComparison.Difference? {
    for variable in variables {
      let count = variable.reader.neurons.count
      one.read(variable.reader, into: &a, from: 0)
      other.read(variable.other, into: &b, from: 0)
      let differing = (0..<count).filter { a[$0] != b[$0] }
      guard let most = differing.max(by: { abs(a[$0] - b[$0]) < abs(a[$1] - b[$1]) }) else { continue }
      return BranchComparison.Difference(
        tick: one.tick, neuron: UInt32(variable.firstNeuron + most), variable: variable.name, unit: variable.unit,
        a: a[most], b: b[most], neurons: differing.count)
    }
    return nil
  }
}
