/// Conditions such as `exc[17].v > -51 mV`, by variable: the most usual ones, which are compared all at once.
import Basics
import NetworkModel
import Simulation

struct LevelLists {
  private struct Variable: Hashable {
    let population: Int
    let variable: Int
  }

  private struct Entry {
    let neuron: Int
    let level: Double
    let isAbove: Bool
    let position: Int
  }

  private var lists: [Variable: [Entry]] = [:]

  /// - Returns: whether the condition is of this kind.
  mutating func take(_ condition: Condition, _ position: Int, _ simulation: borrowing Simulation) -> Bool {
    guard case .comparison(.variable(let neurons, let name), let comparison, .number(let number)) = condition,
      neurons.count == 1, let side = comparison.side(of: number),
      let population = simulation.populationIndex(neurons.population),
      let variable = simulation.populations[population].descriptor.state.firstIndex(where: { $0.name == name }),
      neurons.ranges[0].lowerBound < simulation.populations[population].size,
      StateLevels(
        simulation.reader(population: population, variable: variable, neurons: [neurons.ranges[0].lowerBound]),
        levels: [side]) != nil
    else { return false }
    let entry = Entry(
      neuron: neurons.ranges[0].lowerBound, level: side.level, isAbove: side.isAbove, position: position)
    lists[Variable(population: population, variable: variable), default: []].append(entry)
    return true
  }

  func fitted(_ simulation: borrowing Simulation) -> [(levels: StateLevels, positions: [Int])] {
    var fitted: [(levels: StateLevels, positions: [Int])] = []
    for (variable, entries) in lists {
      let reader = simulation.reader(
        population: variable.population, variable: variable.variable, neurons: entries.map(\.neuron))
      guard let levels = StateLevels(reader, levels: entries.map { ($0.level, $0.isAbove) }) else { continue }
      fitted.append((levels, entries.map(\.position)))
    }
    return fitted
  }
}

extension OrderRequest.Comparison {
  /// The same as being above, or below, a level; nil for equality.
  fileprivate func side(of number: Double) -> (level: Double, isAbove: Bool)? {
    switch self {
    case .greater: (number, true)
    case .atLeast: (number.nextDown, true)
    case .less: (number, false)
    case .atMost: (number.nextUp, false)
    case .equal, .unequal: nil
    }
  }
}
