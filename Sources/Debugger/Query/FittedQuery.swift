/// A query with its names replaced by places, for one network.
import Basics
import NetworkModel
import Simulation

struct FittedQuery {
  /// The number of the network that it is fitted to.
  let network: Int
  private let isSpikes: Bool
  /// By neuron of the network, whether its spikes are asked for.
  private var isAsked: [Bool] = []
  private let condition: FittedCondition?
  private let partners: Partners?
  private var values = WatchedValues()
  private var spikes = WatchedSpikes()

  /// What does not fit any more, because the network was another when this was run, lists nothing.
  init?(_ query: Query, _ simulation: borrowing Simulation, network: Int) {
    self.network = network
    if case .spikes(let neurons) = query.subject {
      isSpikes = true
      isAsked = Array(repeating: neurons == nil, count: simulation.neuronCount)
      for selection in neurons ?? [] {
        guard let population = simulation.populationIndex(selection.population), let last = selection.ranges.last,
          last.upperBound < simulation.populations[population].size
        else { return nil }
        let first = simulation.populations[population].firstNeuron
        for index in selection.ranges.joined() { isAsked[first + index] = true }
      }
    } else {
      isSpikes = false
    }
    // In the order of the columns of the answer.
    for (relation, name) in query.related { _ = values.add(RelatedVariable(relation, name, simulation)) }
    condition = query.condition?.fitted(simulation, &values, &spikes)
    if query.condition != nil, condition == nil { return nil }
    partners = query.partners.map { Partners(simulation, side: $0) }
    spikes.index(simulation)
  }

  /// To be called before the first step, and `end` after the last.
  mutating func begin(_ simulation: borrowing Simulation) {
    values.listen(true, simulation)
    spikes.begin(at: simulation.tick.value)
    values.read(simulation)
    values.read(simulation)
  }

  func end(_ simulation: borrowing Simulation) { values.listen(false, simulation) }

  /// To be called after every step. - Returns: what is listed of it, at most so many.
  mutating func look(_ simulation: borrowing Simulation, atMost limit: Int) -> [QueryAnswer.Row] {
    let fired = simulation.lastSpikes
    spikes.take(fired)
    if condition != nil { values.read(simulation) }
    guard isSpikes else {
      let holds = condition?.holds(values, spikes) ?? true
      return holds ? [QueryAnswer.Row(tick: simulation.tick)] : []
    }
    var rows: [QueryAnswer.Row] = []
    for spike in fired where isAsked[Int(spike)] {
      let neuron = simulation.address(ofNeuron: Int(spike))
      for partner in partners?.of(neuron, simulation).map(Optional.some) ?? [nil] where rows.count < limit {
        values.relate(SpikePair(own: neuron, partner: partner), simulation)
        guard condition?.holds(values, spikes) ?? true else { continue }
        rows.append(
          QueryAnswer.Row(
            tick: simulation.tick, neuron: neuron, partner: partner, values: values.related.map { $0 ?? .nan }))
      }
    }
    return rows
  }
}

extension Query {
  /// The variables of the neuron that fired, and of partners, each once.
  var related: [(relation: Relation, name: String)] {
    var found: [(relation: Relation, name: String)] = []
    for case .related(let relation, let name) in condition?.terms ?? []
    where !found.contains(where: { $0.relation == relation && $0.name == name }) {
      found.append((relation, name))
    }
    return found
  }
}
