/// Who a query asks about beside the neurons that are named: those that fired, and their partners.
import Basics
import NetworkModel
import Simulation

/// A neuron that fired, and the partner that it is looked at with.
struct SpikePair {
  let own: NeuronAddress
  let partner: NeuronAddress?
}

/// A state variable of whoever fired, or of a partner.
struct RelatedVariable: Equatable {
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
