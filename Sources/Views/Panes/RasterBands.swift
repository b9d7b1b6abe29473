/// Which rows of cells belong to which population in the raster.
import Charts
import Debugger
import Terminal

/// Every population begins on a row of cells of its own, so that no cell shows two.
struct RasterBands: Equatable {
  struct Band: Equatable {
    let population: Int
    let name: String
    /// In rows of the snapshot.
    let rows: Range<Int>
    /// In rows of cells from the top of the plot.
    let cellRow: Int
    let cellRows: Int
  }

  let all: [Band]
  /// Rows of cells in use.
  let cellRows: Int
  /// Dots that a row of the snapshot is high.
  let dotsPerRow: Int
  private let dotsDown: Int

  init(_ raster: RasterSnapshot, names: [String], cellRows: Int, dotsDown down: Int) {
    let ranges = zip(raster.firstRows, raster.firstRows.dropFirst()).map { $0..<max($0, $1) }
    // Few neurons are drawn larger, at most two cells high.
    let scale = (1...(2 * down)).last { scale in
      ranges.reduce(0) { $0 + ($1.count * scale + down - 1) / down } <= cellRows
    }
    dotsDown = down
    dotsPerRow = scale ?? 1
    var bands: [Band] = []
    var cellRow = 0
    for (population, (name, rows)) in zip(names, ranges).enumerated() where !rows.isEmpty {
      let height = (rows.count * dotsPerRow + down - 1) / down
      bands.append(Band(population: population, name: name, rows: rows, cellRow: cellRow, cellRows: height))
      cellRow += height
    }
    all = bands
    self.cellRows = cellRow
  }

  /// How many rows to ask for, and how many neurons each stands for, so that populations of these sizes, each beginning
  /// on a cell of its own, fill `cellRows` with as few neurons to a row as possible.
  /// - Complexity: O(populations · log neurons).
  static func rows(for sizes: [Int], cellRows: Int, dotsDown: Int) -> (count: Int, neuronsPerRow: Int) {
    func total(_ perRow: Int, roundedTo step: Int) -> Int {
      sizes.reduce(0) { $0 + (($1 + perRow - 1) / perRow + step - 1) / step }
    }
    var tooFew = 0
    var enough = max(1, sizes.max() ?? 1)
    while enough - tooFew > 1 {
      let middle = (tooFew + enough) / 2
      if total(middle, roundedTo: dotsDown) <= cellRows { enough = middle } else { tooFew = middle }
    }
    return (max(1, total(enough, roundedTo: 1)), enough)
  }

  /// The row of cells in which a row of the snapshot begins.
  func cellRow(of row: Int) -> Int? {
    guard let band = all.first(where: { $0.rows.contains(row) }) else { return nil }
    return band.cellRow + (row - band.rows.lowerBound) * dotsPerRow / dotsDown
  }
}
