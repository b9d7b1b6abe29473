/// The picture of the spikes, kept up to date bin by bin.
import Basics

/// Every spike is counted once, when the next picture is asked for; a picture then is a copy of the bins. So its cost
/// does not grow with the number of spikes in the window.
struct RasterBins {
  let layout: RasterLayout
  let window: WindowColumns
  /// A ring of columns, row-major [rows × columns]: column c is at c mod columns.
  private var bins: [UInt16]
  private var lastColumn = 0
  /// The first step that was not counted yet.
  private var nextStep = 0

  init(layout: RasterLayout, window: WindowColumns) {
    self.layout = layout
    self.window = window
    bins = Array(repeating: 0, count: layout.rows * window.columns)
  }

  mutating func removeAll() {
    for index in bins.indices { bins[index] = 0 }
    lastColumn = 0
    nextStep = 0
  }

  /// Counts what has happened since the last call. - Complexity: O(new steps + new spikes).
  mutating func update(_ history: SpikeHistory) {
    let end = history.endStep
    move(to: window.last(tick: end))
    let oldest = window.firstStep(ofColumn: lastColumn - window.columns + 1)
    var step = max(nextStep, history.firstStep, oldest)
    var spike = history.range(ofSteps: step..<step).lowerBound
    while step < end {
      let column = window.column(ofStep: step)
      // All steps of a column at once.
      let next = min(end, window.firstStep(ofColumn: column + 1))
      let stop = history.range(ofSteps: step..<next).upperBound
      while spike < stop {
        count(history.spikes[spike], column: column)
        spike += 1
      }
      step = next
    }
    nextStep = end
  }

  private mutating func count(_ neuron: UInt32, column: Int) {
    let row = layout.rowOfNeuron[Int(neuron)]
    guard row >= 0 else { return }
    let bin = Int(row) * window.columns + column % window.columns
    if bins[bin] < .max { bins[bin] += 1 }
  }

  /// Empties the columns that come in at the right.
  private mutating func move(to column: Int) {
    let new = min(column - lastColumn, window.columns)
    if new > 0 {
      for added in column - new + 1...column {
        let place = added % window.columns
        for row in 0..<layout.rows { bins[row * window.columns + place] = 0 }
      }
    }
    lastColumn = column
  }

  /// Writes the picture, oldest column first, into memory that is used again.
  func write(into raster: inout RasterSnapshot, dt: Milliseconds) {
    let columns = window.columns
    let split = (lastColumn + 1) % columns
    raster.columns = columns
    raster.rows = layout.rows
    raster.firstRows = layout.firstRows
    raster.neuronsPerRow = layout.neuronsPerRow
    raster.firstPosition = layout.request.page?.first ?? 0
    raster.end = Milliseconds(window.end(ofColumn: lastColumn) * dt.value)
    raster.window = Milliseconds(Double(window.steps) * dt.value)
    raster.counts.removeAll(keepingCapacity: true)
    for row in 0..<layout.rows {
      raster.counts.append(contentsOf: bins[row * columns + split..<(row + 1) * columns])
      raster.counts.append(contentsOf: bins[row * columns..<row * columns + split])
    }
  }
}

extension RasterSnapshot {
  /// A picture without bins, to be written into.
  static var empty: RasterSnapshot {
    RasterSnapshot(
      columns: 0, rows: 0, counts: [], firstRows: [], neuronsPerRow: 1, end: Milliseconds(0), window: Milliseconds(0))
  }
}
