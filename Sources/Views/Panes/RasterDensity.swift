/// The raster of many neurons: how many of a row's neurons fire at a time, as brightness.
import Charts
import Debugger
import Terminal

struct RasterDensity {
  private let chart: HeatmapChart
  private let size: DotSize
  /// Spikes of a full row, [rows of dots × columns]; a row with fewer neurons counts as if it had them all.
  private var densities: [Float]
  private var greatest: Float = 0
  /// Of rows that are mostly full; a short row is noisier, and does not decide what is brightest.
  private var greatestOfFull: Float = 0

  /// - Parameter sizes: neurons of each population.
  /// - Complexity: O(bins), one allocation.
  init(_ raster: RasterSnapshot, _ bands: RasterBands, sizes: [Int], in area: Rect, _ size: DotSize) {
    self.size = size
    // Two rows to a cell whatever the glyphs: where a cell shows one, both halves are the same.
    chart = HeatmapChart(rows: area.height * 2, columns: area.width, in: area, greatestScale: 1)
    densities = Array(repeating: 0, count: area.width * area.height * size.down)
    guard raster.columns > 0, raster.counts.count == raster.rows * raster.columns else { return }
    for band in bands.all {
      for row in band.rows where row < raster.rows {
        let weight = raster.weight(ofRow: row, in: band.rows, neurons: sizes.element(band.population) ?? 0)
        let first = band.cellRow * size.down + (row - band.rows.lowerBound) * bands.dotsPerRow
        for y in first..<(first + bands.dotsPerRow) { add(row, of: raster, weight: weight, y: y) }
      }
    }
  }

  private mutating func add(_ row: Int, of raster: RasterSnapshot, weight: Float, y: Int) {
    let width = chart.columns
    guard (y + 1) * width <= densities.count else { return }
    // A snapshot of another width keeps its newest column at the right edge.
    let shift = width * size.across - raster.columns
    for column in max(0, -shift)..<max(raster.columns, max(0, -shift)) {
      let count = raster.counts[row * raster.columns + column]
      if count == 0 { continue }
      let index = y * width + (column + shift) / size.across
      densities[index] += Float(count) * weight
      greatest = max(greatest, densities[index])
      if weight < 1.5 { greatestOfFull = max(greatestOfFull, densities[index]) }
    }
  }

  func draw(on canvas: inout Canvas, theme: Theme) {
    guard greatest > 0 else { return }
    let factor = 1 / Double(top)
    let perHalf = 2 / size.down
    func density(_ row: Int, _ column: Int) -> Double {
      Double(densities[row / perHalf * chart.columns + column]) * factor
    }
    if theme.colors >= .indexed, theme.glyphs != .ascii {
      chart.drawHalfBlocks(on: &canvas) { row, column in
        let value = density(row, column)
        return value > 0 ? ColorMap.sequential[0.1 + 0.9 * value] : nil
      }
    } else {
      let style = theme[.spike]
      chart.drawShades(on: &canvas) { rows, column in
        let mean = (density(rows.lowerBound, column) + density(rows.upperBound, column)) / 2
        return Cell(Shades.amount(mean, theme.glyphs), style: style)
      }
    }
  }

  private var top: Float { Self.top(greatestOfFull > 0 ? greatestOfFull : greatest) }

  /// The density that is brightest: 1, 1.5, 2, 3, 4, 6, 8 …, so that brightness seldom changes its meaning.
  static func top(_ wanted: Float) -> Float {
    var top: Float = 1
    while top < wanted {
      if top * 1.5 >= wanted { return top * 1.5 }
      top *= 2
    }
    return top
  }
}

extension RasterSnapshot {
  /// What a spike counts in a row of a population: more in a last row that has fewer neurons than the others.
  func weight(ofRow row: Int, in rows: Range<Int>, neurons: Int) -> Float {
    let own = neurons - (row - rows.lowerBound) * neuronsPerRow
    return Float(neuronsPerRow) / Float(max(1, min(own, neuronsPerRow)))
  }
}
