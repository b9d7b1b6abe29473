/// Conditions drawn at random: what is watched with as few looks as possible, beside what is worked out in every step.
import Basics
import NetworkModel
import Simulation
import Testing

@testable import Debugger

struct RandomConditionTests {
  private static let steps = 1200
  private static let count = 400

  /// Works everything out after every step, in the plainest way.
  private struct Plain {
    private var fitted: [FittedCondition?] = []
    private let isEvent: [Bool]
    private var held: [Bool]
    private var values = WatchedValues()
    private var spikes = WatchedSpikes()

    init(_ conditions: [Condition], _ simulation: borrowing Simulation) {
      isEvent = conditions.map(\.isEvent)
      held = conditions.map { _ in false }
      for condition in conditions { fitted.append(condition.fitted(simulation, &values, &spikes)) }
      spikes.index(simulation)
      values.listen(true, simulation)
      spikes.begin(at: simulation.tick.value)
      values.read(simulation)
      values.read(simulation)
      for place in fitted.indices where !isEvent[place] { held[place] = holds(place) }
    }

    private func holds(_ place: Int) -> Bool { fitted[place]?.holds(values, spikes) ?? false }

    mutating func look(_ simulation: borrowing Simulation) -> [Int] {
      spikes.take(simulation.lastSpikes)
      values.read(simulation)
      return fitted.indices.filter { place in
        let isSo = holds(place)
        defer { held[place] = isSo && !isEvent[place] }
        return isSo && !held[place]
      }
    }
  }

  /// Alone, each is watched in its own way; together, they share levels, windows and groups.
  @Test(arguments: [1, 2, 3]) func whatIsWatchedIsWhatHappens(seed: UInt64) throws {
    let spec = seed == 2 ? Networks.learning() : Networks.active()
    let session = try DebugSession(spec)
    var dice = SeededNumbers(seed: seed)
    var conditions: [Condition] = []
    var texts: [String] = []
    while conditions.count < Self.count {
      let text = Self.condition(&dice, depth: 0)
      guard let condition = try? session.condition(text) else { continue }
      conditions.append(condition)
      texts.append(text)
    }
    let expected = try happenings(spec, Plain.init, conditions) { $0.look($1) }
    let together = try happenings(spec, Self.watch, conditions) { $0.look($1) }
    for place in conditions.indices where together[place] != expected[place] {
      Issue.record("\(texts[place]) among others: \(together[place].prefix(5)), not \(expected[place].prefix(5)), …")
    }
    for place in conditions.indices.prefix(100) {
      let alone = try happenings(spec, Self.watch, [conditions[place]]) { $0.look($1) }[0]
      #expect(alone == expected[place], "\(texts[place]) by itself")
    }
    #expect(expected.count { $0.count > 2 } > Self.count / 4, "so little happens that the test says nothing")
  }

  private static func watch(_ conditions: [Condition], _ simulation: borrowing Simulation) -> Watch {
    var watch = Watch(conditions, simulation, network: 0)
    watch.begin(simulation)
    return watch
  }

  /// By condition: the ticks at which it happens, or begins to hold.
  private func happenings<Looker>(
    _ spec: NetworkSpec, _ begin: ([Condition], borrowing Simulation) -> Looker, _ conditions: [Condition],
    _ look: (inout Looker, borrowing Simulation) -> [Int]
  ) throws -> [[Int]] {
    var simulation = try Simulation(spec)
    var looker = begin(conditions, simulation)
    var found = conditions.map { _ in [Int]() }
    for tick in 1...Self.steps {
      simulation.step()
      for place in look(&looker, simulation) { found[place].append(tick) }
    }
    return found
  }
}

// MARK: Drawing

extension RandomConditionTests {
  private static func condition(_ dice: inout SeededNumbers, depth: Int) -> String {
    guard depth < 3, Int.random(in: 0..<5, using: &dice) < (depth == 0 ? 4 : 2) else { return atom(&dice) }
    let one = condition(&dice, depth: depth + 1)
    switch Int.random(in: 0..<7, using: &dice) {
    case 0: return "not (\(one))"
    case 1: return "((\(one)) or (\(condition(&dice, depth: depth + 1))))"
    case 2: return "(\(one)) and (\(condition(&dice, depth: depth + 1))) and (\(condition(&dice, depth: depth + 1)))"
    default: return "(\(one)) and (\(condition(&dice, depth: depth + 1)))"
    }
  }

  private static func atom(_ dice: inout SeededNumbers) -> String {
    let comparison = [">", ">=", "<", "<=", "==", "!="].randomElement(using: &dice) ?? ">"
    let way = ["", " upwards", " downwards"].randomElement(using: &dice) ?? ""
    // At which neurons are reset and held, or near which they move.
    let level = ["-60", "-50.5", "-51", "-52", "-54.25", "-57"].randomElement(using: &dice) ?? "-51"
    let neuron = ["exc[17]", "exc[3]", "inh[4]", "exc[3..5]", "inh"].randomElement(using: &dice) ?? "exc[17]"
    let group = ["exc", "inh", "noise", "exc[3..40]", "inh[4,9]"].randomElement(using: &dice) ?? "exc"
    let window = ["0.1 ms", "2 ms", "5 ms", "20 ms"].randomElement(using: &dice) ?? "2 ms"
    let few = Int.random(in: 0...6, using: &dice)
    switch Int.random(in: 0..<12, using: &dice) {
    case 0, 1, 2: return "\(neuron).v \(comparison) \(level) mV"
    case 3: return "\(level) mV \(comparison) \(neuron).v"
    case 4: return "\(neuron).v crosses \(level) mV\(way)"
    case 5: return "\(neuron).v enters -55..\(level) mV"
    case 6, 7: return "count(\(group), \(window)) \(comparison) \(few)"
    case 8: return "count(\(group), \(window)) " + (few < 3 ? "changes" : "crosses \(few)\(way)")
    case 9: return "rate(\(group), \(window)) \(comparison) \(few * 10) Hz"
    case 10: return "synchrony(\(group), 10 ms) \(comparison) 0.\(2 + few)"
    default: return few == 0 ? "\(neuron).v changes" : "spike(\(group))"
    }
  }
}
