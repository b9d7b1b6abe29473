/// Which row of the raster a neuron belongs to.
import Simulation

struct RasterLayout: Equatable {
  let rows: Int
  let neuronsPerRow: Int
  /// The first row of each population, and at the end the number of rows in use.
  let firstRows: [Int]
  /// By neuron, over the whole network; -1 for one that is not shown.
  let rowOfNeuron: [Int32]

  /// - Parameter fires: by population, whether it can spike at all.
  init(_ populations: [PopulationInfo], fires: [Bool], rows: Int) {
    self.rows = rows
    let sizes = zip(populations, fires).map { $1 ? $0.size : 0 }
    let perRow = Self.neuronsPerRow(sizes, rows: rows)
    var firstRows = [0]
    var rowOfNeuron: [Int32] = []
    for (population, size) in zip(populations, sizes) {
      let first = firstRows[firstRows.count - 1]
      let used = min((size + perRow - 1) / perRow, rows - first)
      for index in 0..<population.size {
        rowOfNeuron.append(index / perRow < used ? Int32(first + index / perRow) : -1)
      }
      firstRows.append(first + used)
    }
    neuronsPerRow = perRow
    self.firstRows = firstRows
    self.rowOfNeuron = rowOfNeuron
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
