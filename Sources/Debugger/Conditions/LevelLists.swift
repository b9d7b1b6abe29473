/// Levels that state variables are compared with, by variable: in most steps none is crossed, which is seen all at once.
import Basics
import NetworkModel
import Simulation

struct LevelLists {
  /// What it means that one is crossed.
  enum Kind {
    /// `exc[17].v > -51 mV` begins to hold.
    case state
    /// `exc[17].v crosses -51 mV` happens, which is not looked for in what was changed by hand.
    case event
    /// A condition in which this is compared has to be worked out.
    case hint
  }

  private struct Variable: Hashable {
    let population: Int
    let variable: Int
    let kind: Kind
  }

  /// Levels of one variable, and whose condition each is.
  struct Fitted {
    private var levels: StateLevels
    private let positions: [Int]
    let kind: Kind

    fileprivate init(levels: StateLevels, positions: [Int], kind: Kind) {
      (self.levels, self.positions, self.kind) = (levels, positions, kind)
    }

    /// The positions of the conditions to which it has happened since this was asked last, mostly none.
    mutating func crossed(_ simulation: borrowing Simulation) -> [Int] {
      let changes = levels.changes(simulation)
      return changes.isEmpty ? [] : changes.filter { kind == .hint || $0.isBeyond }.map { positions[$0.number] }
    }
  }

  private struct Entry {
    let neuron: Int
    let level: Double
    let isAbove: Bool
    let position: Int
  }

  private var lists: [Variable: [Entry]] = [:]

  /// - Returns: whether the condition is no more than a value and a level.
  mutating func take(_ condition: Condition, _ position: Int, _ simulation: borrowing Simulation) -> Bool {
    guard let (term, sides) = condition.levels, case .variable(let neurons, let name) = term, neurons.count == 1,
      let population = simulation.populationIndex(neurons.population),
      let variable = simulation.populations[population].descriptor.state.firstIndex(where: { $0.name == name })
    else { return false }
    let neuron = neurons.ranges[0].lowerBound
    guard neuron < simulation.populations[population].size else { return false }
    let reader = simulation.reader(population: population, variable: variable, neurons: [neuron])
    guard reader.isAtHand else { return false }
    let key = Variable(population: population, variable: variable, kind: condition.isEvent ? .event : .state)
    for side in sides {
      let entry = Entry(neuron: neuron, level: side.level, isAbove: side.isAbove, position: position)
      lists[key, default: []].append(entry)
    }
    return true
  }

  /// Has a condition looked at when one of these values gets above its level, below it or on to it.
  /// - Returns: whether all of them are state variables that lie at hand; otherwise nothing is added.
  mutating func hint(
    at levels: [(values: Range<Int>, level: Double)], of values: WatchedValues, _ position: Int
  ) -> Bool {
    var entries: [(Variable, Entry)] = []
    for (places, level) in levels {
      for place in places {
        guard let (reader, neuron) = values.origin(of: place) else { return false }
        let key = Variable(population: reader.population, variable: reader.variable, kind: .hint)
        for isAbove in [true, false] {
          entries.append((key, Entry(neuron: neuron, level: level, isAbove: isAbove, position: position)))
        }
      }
    }
    for (key, entry) in entries { lists[key, default: []].append(entry) }
    return true
  }

  func fitted(_ simulation: borrowing Simulation) -> [Fitted] {
    var fitted: [Fitted] = []
    for (variable, entries) in lists {
      let reader = simulation.reader(
        population: variable.population, variable: variable.variable, neurons: entries.map(\.neuron))
      guard let levels = StateLevels(reader, levels: entries.map { ($0.level, $0.isAbove) }) else { continue }
      fitted.append(Fitted(levels: levels, positions: entries.map(\.position), kind: variable.kind))
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
