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

  /// That one was crossed.
  struct Crossing {
    let kind: Kind
    let position: Int
  }

  fileprivate struct Entry {
    /// Of one neuron.
    let reader: StateReader
    let side: ComparedSide
    let kind: Kind
    let position: Int
    /// Of a hint: of which part of the condition.
    var part = 0
  }

  /// The levels of a population, and whose condition each is.
  struct Fitted {
    private var levels: StateLevels
    private let owners: [Crossing]
    /// The numbers of those that are hints, and for whom.
    let hints: [(number: Int, position: Int, part: Int)]

    fileprivate init(_ entries: [Entry], population: Int) {
      levels = StateLevels(entries.map { ($0.reader, $0.side.level, $0.side.isAbove) }, population: population)
      owners = entries.map { Crossing(kind: $0.kind, position: $0.position) }
      hints = entries.enumerated().filter { $1.kind == .hint }.map { ($0, $1.position, $1.part) }
    }

    /// Adds what has been crossed since this was asked last, mostly nothing.
    mutating func look(_ simulation: borrowing Simulation, _ crossings: inout [Crossing]) {
      levels.look(simulation) { number, isBeyond in
        if isBeyond || owners[number].kind == .hint { crossings.append(owners[number]) }
      }
    }

    /// Events that have happened since are not noticed any more.
    mutating func overlookEvents(_ simulation: borrowing Simulation) {
      levels.look(simulation, where: { owners[$0].kind == .event }, tell: { _, _ in })
    }

    /// A condition has not to be worked out, or has to again, when this level is crossed.
    mutating func setAwake(_ number: Int, _ isAwake: Bool) { levels.setAwake(number, isAwake) }
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
      lists[population, default: []].append(Entry(reader: reader, side: side, kind: kind, position: position))
    }
    return true
  }

  /// Has a condition worked out when a value of it comes to another side of its level.
  /// - Parameter levels: by part of the condition.
  /// - Returns: whether all of them are state variables that lie at hand; otherwise nothing is added.
  mutating func hint(
    at levels: [[(values: Range<Int>, side: ComparedSide)]], of values: WatchedValues, _ position: Int,
    _ simulation: borrowing Simulation
  ) -> Bool {
    var entries: [Entry] = []
    for (part, levels) in levels.enumerated() {
      for (places, side) in levels {
        for place in places {
          guard let reader = values.origin(of: place, simulation) else { return false }
          entries.append(Entry(reader: reader, side: side, kind: .hint, position: position, part: part))
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
  fileprivate var levels: (Term, [ComparedSide])? {
    switch self {
    case .comparison(let term, let comparison, .number(let number)):
      return comparison.side(of: number).map { (term, [$0]) }
    case .crossing(let term, let level, let way):
      // To reach the level is to cross it.
      let (up, down) = (ComparedSide.above(level.nextDown), ComparedSide.below(level.nextUp))
      switch way {
      case .upwards: return (term, [up])
      case .downwards: return (term, [down])
      case .either: return (term, [up, down])
      }
    default: return nil
    }
  }
}
