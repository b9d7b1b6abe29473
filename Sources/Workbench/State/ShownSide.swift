/// One side of the shown projection: which of its neurons are shown, in the one order of neurons.
package import Debugger
import NetworkModel

/// Neurons are told by their positions in the projection's selection, and by their ranks among those that are shown.
package struct ShownSide: Sendable {
  private let population: Int
  private let selection: Selection?
  private let size: Int
  /// By rank: the position; nil where all are shown by index.
  private let positions: [Int]?

  /// - Complexity: O(1); O(neurons of the population) where they are in another order than that of their indices.
  init(_ state: WorkbenchState, population: Int, selection: Selection?, size: Int) {
    self.population = population
    self.selection = selection
    self.size = size
    positions = state.order.flatMap { order in
      guard population < order.populations else { return nil }
      return (0..<order.count(of: population)).compactMap { place in
        let index = order.index(at: place, of: population)
        return selection.map { $0.position(of: index) } ?? index
      }
    }
  }

  /// How many are shown.
  package var count: Int { positions?.count ?? size }

  package func position(rank: Int) -> Int { positions?[rank] ?? rank }

  /// Nil where the neuron is not shown.
  package func rank(of position: Int) -> Int? { positions.map { $0.firstIndex(of: position) } ?? position }

  package func neuron(at position: Int) -> NeuronAddress {
    // A cursor may be older than the projection.
    let position = max(0, min(position, size - 1))
    return NeuronAddress(population: population, index: selection?.index(at: position) ?? position)
  }

  /// So many ranks further, stopping at the ends; where it was, if nobody is shown.
  func position(_ position: Int, movedBy distance: Int) -> Int {
    guard distance != 0, count > 0 else { return position }
    let rank = rank(of: position).map { $0 + distance } ?? 0
    return self.position(rank: min(max(rank, 0), count - 1))
  }
}

extension WorkbenchState {
  package var shownSources: ShownSide? {
    selectedProjection.map { ShownSide(self, population: $0.source, selection: $0.sources, size: $0.sourceCount) }
  }

  package var shownTargets: ShownSide? {
    selectedProjection.map { ShownSide(self, population: $0.target, selection: $0.targets, size: $0.targetCount) }
  }

  /// The ends of the synapse under the cursor of the weights, as `exc[3]`; empty where there are none.
  package var cursorNames: (source: String, target: String) {
    guard let network, let sources = shownSources, let targets = shownTargets else { return ("", "") }
    func name(_ neuron: NeuronAddress) -> String { network.name(of: neuron) ?? "" }
    return (name(sources.neuron(at: weights.pre)), name(targets.neuron(at: weights.post)))
  }
}
