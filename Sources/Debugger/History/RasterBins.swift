/// The picture of the spikes, kept up to date bin by bin.
import Basics

struct RasterBins {
  let layout: RasterLayout
  private var bins: SpikeBins
  var window: WindowColumns { bins.window }

  init(layout: RasterLayout, window: WindowColumns) {
    self.layout = layout
    bins = SpikeBins(rowOfNeuron: layout.rowOfNeuron, rows: layout.rows, window: window)
  }

  mutating func removeAll() { bins.removeAll() }

  mutating func update(_ history: SpikeHistory) { bins.update(history) }

  /// Writes the picture, oldest column first, into memory that is used again.
  func write(into raster: inout RasterSnapshot, dt: Milliseconds) {
    raster.columns = window.columns
    raster.rows = layout.rows
    raster.firstRows = layout.firstRows
    raster.neuronsPerRow = layout.neuronsPerRow
    raster.firstPosition = layout.request.page?.first ?? 0
    raster.end = Milliseconds(window.end(ofColumn: bins.lastColumn) * dt.value)
    raster.window = Milliseconds(Double(window.steps) * dt.value)
    raster.counts.removeAll(keepingCapacity: true)
    for row in 0..<layout.rows {
      bins.forEachCount(inRow: row) { raster.counts.append(UInt16(clamping: $0)) }
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
