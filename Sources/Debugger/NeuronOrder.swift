/// Which neurons the panes show, and in which order: one and the same for all of them.

/// A value that the session works out when it is asked to and that then stands still, whatever the network does.
package struct NeuronOrder: Sendable, Equatable {
  /// The neurons of one population that are shown.
  private struct Part: Sendable, Equatable {
    /// In their order.
    let indices: [UInt32]
    /// By index: the position in the order, -1 for a neuron that is not shown.
    let positions: [Int32]
  }

  private let sizes: [Int]
  /// By population; nil where every neuron is shown at the position of its index.
  private var parts: [Part?]

  /// Every neuron by its index.
  /// - Parameter sizes: neurons of each population.
  package init(sizes: [Int]) {
    self.sizes = sizes
    parts = sizes.map { _ in nil }
  }

  /// Shows these neurons of a population, in this order. - Complexity: O(size of the population).
  /// - Precondition: the indices are within the population, each at most once.
  package mutating func show(_ indices: [UInt32], of population: Int) {
    var positions = Array(repeating: Int32(-1), count: sizes[population])
    for (position, index) in indices.enumerated() { positions[Int(index)] = Int32(position) }
    parts[population] = Part(indices: indices, positions: positions)
  }

  package var populations: Int { sizes.count }

  /// How many neurons of a population are shown. - Complexity: O(1), as are the two below.
  package func count(of population: Int) -> Int { parts[population]?.indices.count ?? sizes[population] }

  /// The neuron at a position of a population's order.
  package func index(at position: Int, of population: Int) -> Int {
    parts[population].map { Int($0.indices[position]) } ?? position
  }

  /// Where a neuron stands in its population's order; nil where it is not shown.
  package func position(of index: Int, in population: Int) -> Int? {
    guard let part = parts[population] else { return index }
    let position = part.positions[index]
    return position < 0 ? nil : Int(position)
  }
}
