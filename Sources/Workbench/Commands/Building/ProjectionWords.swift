/// A projection as people read it: what it joins, how, how strongly, how many synapses that makes.
import Basics
import NetworkModel

enum ProjectionWords {
  /// - Parameter dimension: of its weights.
  static func text(_ projection: ProjectionSpec, _ dimension: Dimension) -> String {
    let pairs = "\(projection.source.population) → \(projection.target.population)"
    let sign = projection.receptor == .inhibitory ? ", inhibitory" : ""
    return "\(pairs): \(connector(projection.connector)), "
      + "\(source(projection.weight, dimension)), \(source(projection.delay, .time))\(sign)\(exceptions(projection))"
  }

  /// `about 320 000 synapses, 2.6 MB, 81 ± 9 onto each exc neuron`
  static func numbers(_ projection: ProjectionSpec, _ spec: NetworkSpec) -> String {
    let shape = spec.population(projection.target.population)?.shape ?? [projection.target.count]
    let count = projection.expectedSynapses(onto: shape)
    let mean = NumberText.significant(count / Double(projection.target.count), digits: 2)
    let about = projection.isCountDrawn ? "about " : ""
    let each =
      switch projection.incomingDeviation {
      case 0?: mean
      case let deviation?: "\(mean) ± \(NumberText.significant(deviation, digits: 1))"
      case nil: "\(mean) on average"
      }
    return "\(about)\(NumberText.count(Int(min(count, 1e18)), "synapse")), "
      + "\(NumberText.memory(projection.leastMemory(onto: shape))), \(each) onto each \(projection.target.population) neuron"
  }

  private static func exceptions(_ projection: ProjectionSpec) -> String {
    let count = projection.exceptions.count
    return count == 0 ? "" : ", \(NumberText.count(count, "synapse")) set by hand"
  }

  static func connector(_ connector: Connector) -> String {
    switch connector {
    case .allToAll: "all to all"
    case .oneToOne: "one to one"
    case .fixedProbability(let p): "each pair with probability \(NumberText.significant(p))"
    case .fixedNumberPre(let number, _): "\(number) onto each target"
    case .fixedNumberPost(let number, _): "\(number) from each source"
    case .fixedTotalNumber(let number, _): "\(number) in all"
    case .distanceDependent(let rule): "by distance, \(rule.text)"
    case .smallWorld(let degree, let rewiring): "ring of \(degree), \(NumberText.significant(rewiring)) rewired"
    case .list(let synapses): NumberText.count(synapses.count, "listed synapse")
    case .matrix: "a matrix"
    }
  }

  static func source(_ source: ValueSource, _ dimension: Dimension) -> String {
    func text(_ value: Double) -> String { NumberText.quantity(value, dimension) }
    return switch source {
    case .constant(let value): text(value)
    case .uniform(let low, let high): "\(text(low)) to \(text(high))"
    case .normal(let mean, let deviation, _, _): "\(text(mean)) ± \(text(deviation))"
    case .lognormal: "log-normal"
    case .values(let values): NumberText.count(values.count, "value")
    }
  }
}
