/// The neurons of one side of a projection that are shown, in the order of neurons.
import NetworkModel

struct ShownSelection {
  /// Indices into the selection, in order.
  let positions: [UInt32]
  /// By index into the selection: the place in that order, -1 for a neuron that is not shown.
  let ranks: [Int32]

  /// - Complexity: O(neurons of the population · ranges of the selection).
  init(_ selection: Selection, of population: Int, _ order: NeuronOrder) {
    let shown = (0..<order.count(of: population)).compactMap { place in
      selection.position(of: order.index(at: place, of: population)).map { UInt32($0) }
    }
    var ranks = Array(repeating: Int32(-1), count: selection.count)
    for (rank, position) in shown.enumerated() { ranks[Int(position)] = Int32(rank) }
    positions = shown
    self.ranks = ranks
  }

  func rank(of position: Int) -> Int? {
    guard ranks.indices.contains(position), ranks[position] >= 0 else { return nil }
    return Int(ranks[position])
  }
}
