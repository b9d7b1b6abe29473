/// A condition with its names replaced by places, for one network.
import Basics
import NetworkModel
import Simulation

indirect enum FittedCondition: Sendable {
  case all([FittedCondition])
  case any([FittedCondition])
  case not(FittedCondition)
  /// A group of `WatchedSpikes`.
  case spike(Int)
  /// Projections.
  case weightChange([Int])
  case change(Operand)
  case crossing(Operand, level: Double, Crossing)
  case range(Operand, ClosedRange<Double>, RangeChange)
  case comparison(Operand, OrderRequest.Comparison, Operand)
  case notANumber(Operand)

  enum Operand: Sendable {
    case number(Double)
    /// Places in `WatchedValues`.
    case values(Range<Int>)
    /// A window of `WatchedSpikes`, and by what its sum is multiplied.
    case window(Int, scale: Double)
    /// In a query: a place among the variables of `WatchedValues` that hang on who fired.
    case related(Int)
  }

  /// Whether it holds, or happens, after the present step. Of several values one is enough.
  func holds(_ values: WatchedValues, _ spikes: WatchedSpikes) -> Bool {
    switch self {
    case .all(let parts): parts.allSatisfy { $0.holds(values, spikes) }
    case .any(let parts): parts.contains { $0.holds(values, spikes) }
    case .not(let part): !part.holds(values, spikes)
    case .spike(let group): spikes.counts[group] > 0
    case .weightChange(let projections): projections.contains { values.hasMoved[$0] == true }
    case .change(let operand):
      // A number that has become none has changed, and one that still is none has not.
      operand.contains(values, spikes) { before, now in now != before && !(now.isNaN && before.isNaN) }
    case .crossing(let operand, let level, let way):
      operand.contains(values, spikes) { way.crosses(level, from: $0, to: $1) }
    case .range(let operand, let range, let change):
      operand.contains(values, spikes) { change.happens(to: range, from: $0, to: $1) }
    case .comparison(let left, let comparison, let right):
      left.contains(values, spikes) { one in right.contains(values, spikes) { comparison.holds(one, $0) } }
    case .notANumber(let operand): operand.contains(values, spikes) { $0.isNaN }
    }
  }
}

extension FittedCondition.Operand {
  /// Of the first of its values that is another than after the step before: both.
  func change(_ values: WatchedValues) -> (before: Double, now: Double)? {
    guard case .values(let places) = self else { return nil }
    let place = places.first { values.now[$0] != values.before[$0] }
    return place.map { (values.before[$0], values.now[$0]) }
  }

  func contains(_ values: WatchedValues, _ spikes: WatchedSpikes, _ body: (Double) -> Bool) -> Bool {
    switch self {
    case .number(let number): body(number)
    case .values(let places): places.contains { body(values.now[$0]) }
    case .window(let window, let scale): body(spikes.value(window) * scale)
    case .related(let place): values.related[place].map(body) ?? false
    }
  }

  /// - Parameter body: takes what it was after the step before, and what it is.
  fileprivate func contains(
    _ values: WatchedValues, _ spikes: WatchedSpikes, _ body: (_ before: Double, _ now: Double) -> Bool
  ) -> Bool {
    switch self {
    case .number(let number): body(number, number)
    case .values(let places): places.contains { body(values.before[$0], values.now[$0]) }
    case .window(let window, let scale): body(spikes.formerValue(window) * scale, spikes.value(window) * scale)
    // The parser takes none: between two spikes there is nothing to follow.
    case .related: false
    }
  }
}

extension Crossing {
  /// To reach the level is to cross it, to leave it is not.
  fileprivate func crosses(_ level: Double, from before: Double, to now: Double) -> Bool {
    let isUp = before < level && now >= level
    let isDown = before > level && now <= level
    switch self {
    case .either: return isUp || isDown
    case .upwards: return isUp
    case .downwards: return isDown
    }
  }
}

extension RangeChange {
  /// What is no number is neither within a range nor outside.
  fileprivate func happens(to range: ClosedRange<Double>, from before: Double, to now: Double) -> Bool {
    let (inside, outside) = self == .leaving ? (before, now) : (now, before)
    return range.contains(inside) && (outside < range.lowerBound || outside > range.upperBound)
  }
}

// MARK: Fitting

extension Condition {
  /// Nil where the network has no such thing.
  func fitted(
    _ simulation: borrowing Simulation, _ values: inout WatchedValues, _ spikes: inout WatchedSpikes
  ) -> FittedCondition? {
    switch self {
    case .all(let parts): return Self.fitted(parts, simulation, &values, &spikes).map(FittedCondition.all)
    case .any(let parts): return Self.fitted(parts, simulation, &values, &spikes).map(FittedCondition.any)
    case .not(let part): return part.fitted(simulation, &values, &spikes).map(FittedCondition.not)
    case .spike(let neurons):
      if let neurons, !simulation.has(neurons) { return nil }
      return .spike(spikes.group(neurons))
    case .weightChange(let name):
      let plastic = simulation.plasticProjections(named: name)
      for projection in plastic { values.add(projection: projection) }
      return plastic.isEmpty ? nil : .weightChange(plastic)
    case .change(let term): return term.fitted(simulation, &values, &spikes).map(FittedCondition.change)
    case .crossing(let term, let level, let way):
      return term.fitted(simulation, &values, &spikes).map { .crossing($0, level: level, way) }
    case .range(let term, let range, let change):
      return term.fitted(simulation, &values, &spikes).map { .range($0, range, change) }
    case .comparison(let left, let comparison, let right):
      guard let one = left.fitted(simulation, &values, &spikes) else { return nil }
      return right.fitted(simulation, &values, &spikes).map { .comparison(one, comparison, $0) }
    case .notANumber(let term): return term.fitted(simulation, &values, &spikes).map(FittedCondition.notANumber)
    }
  }

  private static func fitted(
    _ parts: [Condition], _ simulation: borrowing Simulation, _ values: inout WatchedValues,
    _ spikes: inout WatchedSpikes
  ) -> [FittedCondition]? {
    var fitted: [FittedCondition] = []
    for part in parts {
      guard let one = part.fitted(simulation, &values, &spikes) else { return nil }
      fitted.append(one)
    }
    return fitted
  }
}

extension Term {
  func fitted(
    _ simulation: borrowing Simulation, _ values: inout WatchedValues, _ spikes: inout WatchedSpikes
  ) -> FittedCondition.Operand? {
    switch self {
    case .number(let number): return .number(number)
    case .related(let relation, let name): return .related(values.add(RelatedVariable(relation, name, simulation)))
    case .variable(let neurons, let name):
      guard simulation.has(neurons), let population = simulation.populationIndex(neurons.population),
        let variable = simulation.populations[population].descriptor.state.firstIndex(where: { $0.name == name })
      else { return nil }
      let indices = Array(neurons.ranges.joined())
      return .values(values.add(simulation.reader(population: population, variable: variable, neurons: indices)))
    case .parameter(let neurons, let name):
      guard simulation.has(neurons), let population = simulation.populationIndex(neurons.population),
        let field = simulation.populations[population].descriptor.parameters.firstIndex(where: { $0.name == name })
      else { return nil }
      return .values(values.add(parameter: field, population: population, Array(neurons.ranges.joined())))
    case .count(let neurons, let steps):
      return simulation.has(neurons) ? .window(spikes.window(neurons, steps: steps), scale: 1) : nil
    case .rate(let neurons, let steps):
      let seconds = Double(steps) * simulation.dt.value / 1000
      let scale = 1 / (seconds * Double(neurons.count))
      return simulation.has(neurons) ? .window(spikes.window(neurons, steps: steps), scale: scale) : nil
    case .synchrony(let neurons, let steps):
      return simulation.has(neurons) ? .window(spikes.synchrony(neurons, steps: steps), scale: 1) : nil
    case .weight(let name, let post, let pre):
      guard let index = simulation.projections.firstIndex(where: { $0.name == name }),
        pre < simulation.projections[index].sourceCount,
        simulation.synapse(of: index, post: post, pre: pre) != nil
      else { return nil }
      return .values(values.add(projection: index, post: post, pre: pre))
    }
  }
}

extension Simulation {
  /// Those that learn and have this name, or all that learn.
  func plasticProjections(named name: String?) -> [Int] {
    projections.indices.filter { isPlastic(projection: $0) && (name == nil || projections[$0].name == name) }
  }

  fileprivate func has(_ neurons: Selection) -> Bool {
    guard let population = populationIndex(neurons.population), let last = neurons.ranges.last else { return false }
    return last.upperBound < populations[population].size
  }
}
