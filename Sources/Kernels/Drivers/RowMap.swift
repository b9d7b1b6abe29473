/// Which row of a table belongs to a neuron: the position of the neuron in a selection.

package struct RowMap: Sendable {
  let first: Int
  let end: Int
  /// Nil while the selection is one range; otherwise the row of each neuron from `first` on, or -1.
  let rows: LaneBuffer<Int32>?

  /// - Parameter ranges: the selection's, sorted and disjoint.
  package init(_ ranges: [ClosedRange<Int>]) {
    first = ranges[0].lowerBound
    end = ranges[ranges.count - 1].upperBound + 1
    if ranges.count == 1 {
      rows = nil
      return
    }
    let rows = LaneBuffer(count: end - first, repeating: Int32(-1))
    var next: Int32 = 0
    for range in ranges {
      for neuron in range {
        rows[neuron - first] = next
        next += 1
      }
    }
    self.rows = rows
  }

  @inline(__always)
  package func row(of neuron: Int) -> Int? {
    if neuron < first || neuron >= end { return nil }
    guard let rows else { return neuron - first }
    let row = Int(rows[neuron - first])
    return row < 0 ? nil : row
  }
}
