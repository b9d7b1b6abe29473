/// Which row of a table belongs to a neuron: the position of the neuron in a selection.

package struct RowMap: Sendable {
  private let first: Int
  private let end: Int
  /// Empty while the selection is one range; otherwise the row of each neuron, or -1.
  private let rows: [Int32]

  /// - Parameters:
  ///   - ranges: the selection's, sorted and disjoint.
  ///   - count: neurons in the population.
  package init(_ ranges: [ClosedRange<Int>], count: Int) {
    first = ranges[0].lowerBound
    end = ranges[ranges.count - 1].upperBound + 1
    if ranges.count == 1 {
      rows = []
      return
    }
    var rows = Array(repeating: Int32(-1), count: count)
    var next: Int32 = 0
    for range in ranges {
      for neuron in range {
        rows[neuron] = next
        next += 1
      }
    }
    self.rows = rows
  }

  @inline(__always)
  package func row(of neuron: Int) -> Int? {
    if neuron < first || neuron >= end { return nil }
    if rows.isEmpty { return neuron - first }
    let row = Int(rows[neuron])
    return row < 0 ? nil : row
  }
}
