/// The raster with membranes as colour: a row a neuron, and its spikes in white.
import Charts
import Debugger
import Terminal

struct RasterVoltage {
  private let raster: RasterSnapshot
  private let voltage: VoltageSnapshot
  private let bands: RasterBands
  private let chart: HeatmapChart
  private let size: DotSize
  /// By row of dots: the row of the snapshot; -1 where there is none.
  private var rows: [Int]

  init(_ raster: RasterSnapshot, _ bands: RasterBands, in area: Rect, _ size: DotSize) {
    self.raster = raster
    self.bands = bands
    self.size = size
    voltage = raster.voltage ?? VoltageSnapshot(values: [], ranges: [])
    // Two rows to a cell whatever the glyphs: where a cell shows one, both halves are the same.
    chart = HeatmapChart(rows: area.height * 2, columns: area.width, in: area, greatestScale: 1)
    rows = Array(repeating: -1, count: area.height * 2)
    for band in bands.all {
      for row in band.rows {
        let dot = band.cellRow * size.down + (row - band.rows.lowerBound) * bands.dotsPerRow
        for half in dot * 2 / size.down..<(dot + bands.dotsPerRow) * 2 / size.down where half < rows.count {
          rows[half] = row
        }
      }
    }
  }

  func draw(on canvas: inout Canvas, theme: Theme) {
    guard voltage.values.count == raster.rows * raster.columns, raster.counts.count == voltage.values.count else {
      return
    }
    let factors = factors
    if theme.colors >= .indexed, theme.glyphs != .ascii {
      chart.drawHalfBlocks(on: &canvas) { half, column in
        place(half, column).flatMap { color($0, factors, theme) }
      }
    } else {
      chart.drawShades(on: &canvas) { halves, column in
        let places = [halves.lowerBound, halves.upperBound].compactMap { place($0, column) }
        return shade(places, factors, theme)
      }
    }
  }

  /// Dark to light, or the other way round on light ground, without what a spike is drawn in.
  static func color(_ fraction: Double, _ theme: Theme) -> Color { ColorMap.amounts(theme)[0.05 + 0.75 * fraction] }

  /// What stands out from all of these.
  static func spike(_ theme: Theme) -> Color { Color(hex: theme.isLight ? 0x000000 : 0xFFFFFF) }

  /// By row of the snapshot: what maps its values to 0…1.
  private var factors: [(low: Double, factor: Double)] {
    var factors = Array(repeating: (low: 0.0, factor: 0.0), count: raster.rows)
    for band in bands.all {
      let range = voltage.ranges.element(band.population) ?? 0...0
      let span = range.upperBound - range.lowerBound
      for row in band.rows where row < raster.rows { factors[row] = (range.lowerBound, span > 0 ? 1 / span : 0) }
    }
    return factors
  }

  /// Where the bin of a row of dots and a column of cells stands in the snapshot, which keeps its newest column at the
  /// right edge.
  private func place(_ half: Int, _ column: Int) -> Int? {
    let row = rows[half]
    let shifted = column * size.across - (chart.columns * size.across - raster.columns)
    guard row >= 0, row < raster.rows, shifted >= 0, shifted < raster.columns else { return nil }
    return row * raster.columns + shifted
  }

  private func color(_ place: Int, _ factors: [(low: Double, factor: Double)], _ theme: Theme) -> Color? {
    if raster.counts[place] > 0 { return Self.spike(theme) }
    let value = Double(voltage.values[place])
    let (low, factor) = factors[place / raster.columns]
    return value.isNaN ? nil : Self.color(min(1, max(0, (value - low) * factor)), theme)
  }

  /// Of the neurons of a cell a spike is shown before membranes, and of these the mean.
  private func shade(_ places: [Int], _ factors: [(low: Double, factor: Double)], _ theme: Theme) -> Cell {
    if places.contains(where: { raster.counts[$0] > 0 }) { return Mark.fired.cell(theme, theme[.spike]) }
    let known = places.filter { !voltage.values[$0].isNaN }
    guard !known.isEmpty else { return .blank }
    let sum = known.reduce(0.0) { sum, place in
      let (low, factor) = factors[place / raster.columns]
      return sum + min(1, max(0, (Double(voltage.values[place]) - low) * factor))
    }
    // The lowest membrane is one, too: only what is not known is blank.
    return Cell(Shades.amount(max(0.01, sum / Double(known.count)), theme.glyphs), style: theme[.curve])
  }
}
