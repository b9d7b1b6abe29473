/// Conditions such as `exc[17].v > -51 mV` and `exc[17].v crosses -51 mV`, by variable: the most usual ones, which are
/// compared all at once.
import Basics
import NetworkModel
import Simulation

struct LevelLists {
  private struct Variable: Hashable {
    let population: Int
    let variable: Int
    /// Whether it is a crossing, which is not looked for in what was changed by hand.
    let isEvent: Bool
  }

  /// Levels of one variable, and whose condition each is.
  struct Fitted {
    var levels: StateLevels
    let positions: [Int]
    let isEvent: Bool
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
    guard let (term, sides) = condition.levels, case .variable(let neurons, let name) = term, neurons.count == 1,
      let population = simulation.populationIndex(neurons.population),
      let variable = simulation.populations[population].descriptor.state.firstIndex(where: { $0.name == name })
    else { return false }
    let neuron = neurons.ranges[0].lowerBound
    guard neuron < simulation.populations[population].size else { return false }
    let reader = simulation.reader(
      population: population, variable: variable, neurons: Array(repeating: neuron, count: sides.count))
    if StateLevels(reader, levels: sides) == nil { return false }
    let key = Variable(population: population, variable: variable, isEvent: condition.isEvent)
    for side in sides {
      let entry = Entry(neuron: neuron, level: side.level, isAbove: side.isAbove, position: position)
      lists[key, default: []].append(entry)
    }
    return true
  }

  func fitted(_ simulation: borrowing Simulation) -> [Fitted] {
    var fitted: [Fitted] = []
    for (variable, entries) in lists {
      let reader = simulation.reader(
        population: variable.population, variable: variable.variable, neurons: entries.map(\.neuron))
      guard let levels = StateLevels(reader, levels: entries.map { ($0.level, $0.isAbove) }) else { continue }
      fitted.append(Fitted(levels: levels, positions: entries.map(\.position), isEvent: variable.isEvent))
    }
    return fitted
  }
}

extension Condition {
  /// What is compared, and the sides of levels to which coming makes it happen; nil where it is of another kind.
  fileprivate var levels: (Term, [(level: Double, isAbove: Bool)])? {
    switch self {
    case .comparison(let term, let comparison, .number(let number)):
      return comparison.side(of: number).map { (term, [$0]) }
    case .crossing(let term, let level, let way):
      // To reach the level is to cross it.
      let (up, down) = ((level: level.nextDown, isAbove: true), (level: level.nextUp, isAbove: false))
      switch way {
      case .upwards: return (term, [up])
      case .downwards: return (term, [down])
      case .either: return (term, [up, down])
      }
    default: return nil
    }
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
