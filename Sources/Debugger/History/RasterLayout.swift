/// Which row of the raster a neuron belongs to.

struct RasterLayout: Equatable {
  /// What it was made for.
  let request: ObservationRequest.Raster
  let neuronsPerRow: Int
  /// The first row of each population, and at the end the number of rows in use.
  let firstRows: [Int]
  /// By neuron, over the whole network; -1 for one that is not shown.
  let rowOfNeuron: [Int32]

  var rows: Int { request.rows }

  /// - Parameters:
  ///   - sizes: neurons of each population.
  ///   - shows: by population, whether it has rows at all.
  /// - Complexity: O(neurons).
  init(_ order: NeuronOrder, sizes: [Int], shows: [Bool], request: ObservationRequest.Raster) {
    self.request = request
    let pages = sizes.indices.map { Self.page(of: $0, order, shows: shows[$0], request.page) }
    let perRow = Self.neuronsPerRow(pages.map(\.count), rows: request.rows)
    var firstRows = [0]
    var rowOfNeuron = Array(repeating: Int32(-1), count: sizes.reduce(0, +))
    var firstNeuron = 0
    for (population, page) in pages.enumerated() {
      let first = firstRows[firstRows.count - 1]
      let used = min((page.count + perRow - 1) / perRow, request.rows - first)
      for place in 0..<min(page.count, used * perRow) {
        let index = order.index(at: page.lowerBound + place, of: population)
        rowOfNeuron[firstNeuron + index] = Int32(first + place / perRow)
      }
      firstRows.append(first + used)
      firstNeuron += sizes[population]
    }
    neuronsPerRow = perRow
    self.firstRows = firstRows
    self.rowOfNeuron = rowOfNeuron
  }

  /// The neurons that have a row to themselves, each with its row. - Complexity: O(rows).
  func soleNeurons(_ order: NeuronOrder) -> [(row: Int, neuron: NeuronAddress)] {
    guard neuronsPerRow == 1 else { return [] }
    return firstRows.indices.dropLast().flatMap { population in
      (firstRows[population]..<firstRows[population + 1]).map { row in
        let position = row - firstRows[population] + (request.page?.first ?? 0)
        let index = order.index(at: position, of: population)
        return (row, NeuronAddress(population: population, index: index))
      }
    }
  }

  /// The positions of a population that are in view.
  private static func page(
    of population: Int, _ order: NeuronOrder, shows: Bool, _ page: ObservationRequest.Page?
  ) -> Range<Int> {
    guard shows, page == nil || page?.population == population else { return 0..<0 }
    let all = 0..<order.count(of: population)
    return page.map { ($0.first..<$0.first + $0.count).clamped(to: all) } ?? all
  }

  /// The smallest number of neurons to a row with which all fit. Where there are fewer rows than populations none does:
  /// then each population has one row, and the last ones have none.
  private static func neuronsPerRow(_ sizes: [Int], rows: Int) -> Int {
    var low = 1
    var high = max(1, sizes.max() ?? 1)
    while low < high {
      let middle = (low + high) / 2
      let needed = sizes.reduce(0) { $0 + ($1 + middle - 1) / middle }
      if needed <= rows { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
