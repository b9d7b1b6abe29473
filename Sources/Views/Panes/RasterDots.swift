/// The raster of few neurons: one mark for every spike, one row of dots a neuron.
import Charts
import Debugger
import Terminal

struct RasterDots {
  private var grid: BrailleGrid
  private let size: DotSize
  private let area: Rect

  /// - Complexity: O(bins), one allocation.
  init(_ raster: RasterSnapshot, _ bands: RasterBands, in area: Rect, _ size: DotSize) {
    self.area = area
    self.size = size
    grid = BrailleGrid(columns: area.width, rows: area.height)
    guard raster.columns > 0, raster.counts.count == raster.rows * raster.columns else { return }
    for band in bands.all { add(band, of: raster, dotsPerRow: bands.dotsPerRow) }
  }

  private mutating func add(_ band: RasterBands.Band, of raster: RasterSnapshot, dotsPerRow: Int) {
    // A snapshot of another width keeps its newest column at the right edge.
    let shift = grid.columns * size.across - raster.columns
    let top = band.cellRow * size.down
    // From three dots on, the last stays free and keeps neighbours apart.
    let height = dotsPerRow >= 3 ? dotsPerRow - 1 : dotsPerRow
    for row in band.rows where row < raster.rows {
      let y = top + (row - band.rows.lowerBound) * dotsPerRow
      for column in 0..<raster.columns where raster.counts[row * raster.columns + column] > 0 {
        for dot in y..<(y + height) { size.set(x: column + shift, y: dot, on: &grid) }
      }
    }
  }

  func draw(on canvas: inout Canvas, theme: Theme) {
    let style = theme[.spike]
    for row in 0..<grid.rows {
      for column in 0..<grid.columns {
        let dots = grid.dots(column: column, row: row)
        if dots == 0 { continue }
        let scalar = BrailleGrid.scalar(dots: dots, theme.glyphs)
        canvas[area.x + column, area.y + row] = Cell(scalar, style: style)
      }
    }
  }
}
