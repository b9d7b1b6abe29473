/// Some neurons of one population: `exc[0,3,8..9]`.

/// A non-empty set of neurons of a population, as sorted, disjoint, inclusive ranges of 0-based indices.
package struct Selection: Sendable, Hashable, Codable {
  package let population: String
  package let ranges: [ClosedRange<Int>]

  /// - Precondition: `ranges` is sorted and disjoint.
  package init(population: String, ranges: [ClosedRange<Int>]) {
    precondition(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound }, "ranges must be sorted")
    self.population = population
    self.ranges = ranges
  }

  /// Every neuron of a population of `size`.
  package init(all population: String, size: Int) {
    self.init(population: population, ranges: [0...(size - 1)])
  }

  package init(_ population: String, neuron: Int) {
    self.init(population: population, ranges: [neuron...neuron])
  }

  /// The same neurons of `new` if they are those of `old`: of its copy, or under its new name.
  package func moved(from old: String, to new: String) -> Selection {
    population == old ? Selection(population: new, ranges: ranges) : self
  }

  package var count: Int { ranges.reduce(0) { $0 + $1.count } }

  /// The index in the population of the `position`-th neuron of the selection. - Complexity: O(ranges).
  package func index(at position: Int) -> Int {
    var rest = position
    for range in ranges {
      if rest < range.count { return range.lowerBound + rest }
      rest -= range.count
    }
    preconditionFailure("position \(position) is outside the selection")
  }

  /// Where a neuron of the population stands in the selection; nil outside. - Complexity: O(ranges).
  package func position(of index: Int) -> Int? {
    var before = 0
    for range in ranges {
      if range.contains(index) { return before + index - range.lowerBound }
      before += range.count
    }
    return nil
  }

  package func contains(_ index: Int) -> Bool { ranges.contains { $0.contains(index) } }

  /// As it is written in a document: `exc[17]`, `exc[0..99]`.
  package var text: String {
    let parts = ranges.map {
      $0.lowerBound == $0.upperBound ? "\($0.lowerBound)" : "\($0.lowerBound)..\($0.upperBound)"
    }
    return "\(population)[\(parts.joined(separator: ","))]"
  }
}
