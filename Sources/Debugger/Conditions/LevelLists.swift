/// Levels that state variables are compared with, by population: in most steps none is crossed, which is seen all at once.
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

  fileprivate struct Entry {
    /// Of one neuron.
    let reader: StateReader
    let level: Double
    let isAbove: Bool
    let kind: Kind
    let position: Int
  }

  /// The levels of a population, and whose condition each is.
  struct Fitted {
    private var levels: StateLevels
    private let owners: [(kind: Kind, position: Int)]
    /// By position of the condition: the numbers of its levels.
    private let hints: [Int: [Int]]

    fileprivate init(_ entries: [Entry], population: Int) {
      levels = StateLevels(entries.map { ($0.reader, $0.level, $0.isAbove) }, population: population)
      owners = entries.map { ($0.kind, $0.position) }
      hints = Dictionary(grouping: entries.indices.filter { entries[$0].kind == .hint }) { entries[$0].position }
    }

    /// What has been crossed since this was asked last, mostly nothing.
    mutating func crossed(_ simulation: borrowing Simulation) -> [(kind: Kind, position: Int)] {
      let changes = levels.changes(simulation)
      if changes.isEmpty { return [] }
      return changes.filter { $0.isBeyond || owners[$0.number].kind == .hint }.map { owners[$0.number] }
    }

    /// Events that have happened since are not noticed any more.
    mutating func overlookEvents(_ simulation: borrowing Simulation) {
      _ = levels.changes(simulation) { owners[$0].kind == .event }
    }

    /// A condition has not to be worked out, or has to again, when one of its levels is crossed.
    mutating func setHinting(_ position: Int, _ isHinting: Bool) {
      for number in hints[position] ?? [] { levels.setAwake(number, isHinting) }
    }
  }

  /// By population.
  private var lists: [Int: [Entry]] = [:]

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
    let kind = condition.isEvent ? Kind.event : .state
    for side in sides {
      let entry = Entry(reader: reader, level: side.level, isAbove: side.isAbove, kind: kind, position: position)
      lists[population, default: []].append(entry)
    }
    return true
  }

  /// Has a condition looked at when one of these values gets above its level, below it or on to it.
  /// - Returns: whether all of them are state variables that lie at hand; otherwise nothing is added.
  mutating func hint(
    at levels: [(values: Range<Int>, level: Double)], of values: WatchedValues, _ position: Int,
    _ simulation: borrowing Simulation
  ) -> Bool {
    var entries: [Entry] = []
    for (places, level) in levels {
      for place in places {
        guard let reader = values.origin(of: place, simulation) else { return false }
        for isAbove in [true, false] {
          entries.append(Entry(reader: reader, level: level, isAbove: isAbove, kind: .hint, position: position))
        }
      }
    }
    for entry in entries { lists[entry.reader.population, default: []].append(entry) }
    return true
  }

  func fitted() -> [Fitted] { lists.map { Fitted($1, population: $0) } }
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
