/// What a query asks of each spike, fitted to one network.
import Basics
import NetworkModel
import Simulation

/// A neuron that fired, and the partner that it is looked at with.
struct SpikePair {
  let own: NeuronAddress
  let partner: NeuronAddress?
}

indirect enum FittedQueryCondition {
  case all([FittedQueryCondition])
  case any([FittedQueryCondition])
  case not(FittedQueryCondition)
  /// What does not hang on who fired.
  case plain(FittedCondition)
  case comparison(Operand, OrderRequest.Comparison, Operand)
  case notANumber(RelatedVariable)

  enum Operand {
    case plain(FittedCondition.Operand)
    case related(RelatedVariable)
  }

  /// - Parameter pair: nil where steps are asked for.
  func holds(
    _ values: WatchedValues, _ spikes: WatchedSpikes, _ pair: SpikePair?, _ simulation: borrowing Simulation
  ) -> Bool {
    switch self {
    case .all(let parts):
      for part in parts where !part.holds(values, spikes, pair, simulation) { return false }
      return true
    case .any(let parts):
      for part in parts where part.holds(values, spikes, pair, simulation) { return true }
      return false
    case .not(let part): return !part.holds(values, spikes, pair, simulation)
    case .plain(let condition): return condition.holds(values, spikes)
    case .comparison(let left, let comparison, let right):
      let ones = left.numbers(values, spikes, pair, simulation)
      let others = right.numbers(values, spikes, pair, simulation)
      return ones.contains { one in others.contains { comparison.holds(one, $0) } }
    case .notANumber(let variable): return pair.flatMap { variable.value($0, simulation) }?.isNaN ?? false
    }
  }
}

extension FittedQueryCondition.Operand {
  fileprivate func numbers(
    _ values: WatchedValues, _ spikes: WatchedSpikes, _ pair: SpikePair?, _ simulation: borrowing Simulation
  ) -> [Double] {
    switch self {
    case .related(let variable): return pair.flatMap { variable.value($0, simulation) }.map { [$0] } ?? []
    case .plain(let operand):
      var numbers: [Double] = []
      _ = operand.contains(values, spikes) {
        numbers.append($0)
        return false
      }
      return numbers
    }
  }
}

/// A state variable of whoever fired, or of a partner.
struct RelatedVariable {
  let relation: Relation
  /// By population; nil for those whose neurons have none of this name.
  private let variables: [Int?]

  init(_ relation: Relation, _ name: String, _ simulation: borrowing Simulation) {
    self.relation = relation
    variables = simulation.populations.map { $0.descriptor.state.firstIndex { $0.name == name } }
  }

  /// Nil where that neuron has no such variable.
  func value(_ pair: SpikePair, _ simulation: borrowing Simulation) -> Double? {
    guard let neuron = relation == .own ? pair.own : pair.partner, let variable = variables[neuron.population] else {
      return nil
    }
    return simulation.state(population: neuron.population, variable: variable, index: neuron.index)
  }
}

/// The neurons at one side of each neuron's synapses.
struct Partners {
  private let side: Relation
  /// For `pre`: by neuron of the network, the numbers of those that have a synapse onto it.
  private var incoming: [[UInt32]] = []

  /// - Complexity: O(1) for `post`; O(synapses) for `pre`, four bytes each.
  init(_ simulation: borrowing Simulation, side: Relation) {
    self.side = side
    guard side == .pre else { return }
    var incoming = [[UInt32]](repeating: [], count: simulation.neuronCount)
    for (projection, spec) in simulation.spec.projections.enumerated() {
      let info = simulation.projections[projection]
      let first = simulation.populations[info.sourcePopulation].firstNeuron
      let firstTarget = simulation.populations[info.targetPopulation].firstNeuron
      for source in 0..<info.sourceCount {
        let number = UInt32(first + spec.source.index(at: source))
        simulation.forEachSynapse(of: projection, fromSource: source) { target, _, _ in
          incoming[firstTarget + spec.target.index(at: target)].append(number)
        }
      }
    }
    self.incoming = incoming
  }

  /// Each once, in the order of the network.
  func of(_ neuron: NeuronAddress, _ simulation: borrowing Simulation) -> [NeuronAddress] {
    var numbers: Set<UInt32> = []
    if side == .pre {
      numbers = Set(incoming[simulation.number(of: neuron)])
    } else {
      for (projection, spec) in simulation.spec.projections.enumerated() {
        let info = simulation.projections[projection]
        guard info.sourcePopulation == neuron.population, let source = spec.source.position(of: neuron.index) else {
          continue
        }
        let first = simulation.populations[info.targetPopulation].firstNeuron
        simulation.forEachSynapse(of: projection, fromSource: source) { target, _, _ in
          numbers.insert(UInt32(first + spec.target.index(at: target)))
        }
      }
    }
    var partners: [NeuronAddress] = []
    for number in numbers.sorted() { partners.append(simulation.address(ofNeuron: Int(number))) }
    return partners
  }
}

// MARK: Fitting

extension Condition {
  /// Nil where the network has no such thing.
  func fittedForQuery(
    _ simulation: borrowing Simulation, _ values: inout WatchedValues, _ spikes: inout WatchedSpikes
  ) -> FittedQueryCondition? {
    if relations.isEmpty { return fitted(simulation, &values, &spikes).map { .plain($0) } }
    switch self {
    case .all(let parts): return Self.fittedForQuery(parts, simulation, &values, &spikes).map { .all($0) }
    case .any(let parts): return Self.fittedForQuery(parts, simulation, &values, &spikes).map { .any($0) }
    case .not(let part): return part.fittedForQuery(simulation, &values, &spikes).map { .not($0) }
    case .comparison(let left, let comparison, let right):
      guard let one = left.fittedForQuery(simulation, &values, &spikes),
        let other = right.fittedForQuery(simulation, &values, &spikes)
      else { return nil }
      return .comparison(one, comparison, other)
    case .notANumber(.related(let relation, let name)): return .notANumber(RelatedVariable(relation, name, simulation))
    // The parser refuses these of a neuron that fired.
    case .spike, .weightChange, .change, .crossing, .range, .notANumber: return nil
    }
  }

  private static func fittedForQuery(
    _ parts: [Condition], _ simulation: borrowing Simulation, _ values: inout WatchedValues,
    _ spikes: inout WatchedSpikes
  ) -> [FittedQueryCondition]? {
    var fitted: [FittedQueryCondition] = []
    for part in parts {
      guard let one = part.fittedForQuery(simulation, &values, &spikes) else { return nil }
      fitted.append(one)
    }
    return fitted
  }
}

extension Term {
  fileprivate func fittedForQuery(
    _ simulation: borrowing Simulation, _ values: inout WatchedValues, _ spikes: inout WatchedSpikes
  ) -> FittedQueryCondition.Operand? {
    if case .related(let relation, let name) = self { return .related(RelatedVariable(relation, name, simulation)) }
    return fitted(simulation, &values, &spikes).map { .plain($0) }
  }
}
