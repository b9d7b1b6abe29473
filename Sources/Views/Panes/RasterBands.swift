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

    fileprivate func moved(up distance: Int) -> Band {
      Band(population: population, name: name, rows: rows, cellRow: cellRow - distance, cellRows: cellRows)
    }
  }

  /// Those in view, from the top.
  let all: [Band]
  /// How many populations that fire would stand above and below, had they room.
  let hiddenAbove: Int
  let hiddenBelow: Int
  /// Rows of cells in use.
  let cellRows: Int
  /// Dots that a row of the snapshot is high.
  let dotsPerRow: Int
  let dotsDown: Int

  /// - Parameter keeping: the row of the snapshot that stays in view where not all populations have room.
  init(_ raster: RasterSnapshot, names: [String], cellRows: Int, dotsDown down: Int, keeping: Int? = nil) {
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
    let kept = bands.firstIndex { $0.rows.contains(keeping ?? 0) } ?? 0
    let shown = Self.inView(bands, keeping: kept, cellRows: cellRows)
    let top = shown.isEmpty ? 0 : bands[shown.lowerBound].cellRow
    all = bands[shown].map { $0.moved(up: top) }
    hiddenAbove = shown.lowerBound
    hiddenBelow = bands.count - shown.upperBound
    self.cellRows = all.last.map { $0.cellRow + $0.cellRows } ?? 0
  }

  /// All of them where they fit, otherwise as many as do around the one that is kept in view.
  private static func inView(_ bands: [Band], keeping kept: Int, cellRows: Int) -> Range<Int> {
    guard let last = bands.last, last.cellRow + last.cellRows > cellRows else { return bands.indices }
    // From the middle upwards, and further up where nothing more stands below.
    let wanted = min(bands[kept].cellRow - cellRows / 2, last.cellRow + last.cellRows - cellRows)
    let first = bands.firstIndex { $0.cellRow >= wanted } ?? 0
    let end = bands[first...].firstIndex { $0.cellRow + $0.cellRows > bands[first].cellRow + cellRows } ?? bands.count
    // A row too high for the screen is cut rather than left out.
    return first..<max(end, first + 1)
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
