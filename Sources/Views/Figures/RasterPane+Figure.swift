/// The raster on paper: a stroke a spike, or where rows hold many neurons their number as darkness; below, all together.
package import Charts
import Debugger
package import Terminal
import Workbench

extension RasterPane: PrintedPane {
  package static var printedSize: Size { Size(columns: 330, rows: 160) }

  package static func figure(_ model: Model) -> Figure? {
    guard let raster = model.raster, let rows = raster.firstRows.last, rows > 0,
      raster.counts.count == raster.rows * raster.columns
    else { return nil }
    let time = FigureTime(end: raster.end, window: raster.window)
    let bands = bands(model, raster)
    var marks = raster.neuronsPerRow > 1 ? [density(raster, bands, time)] : [strokes(raster, rows, time)]
    marks += bands.dropFirst().map { .divider(Double($0.rows.lowerBound)) }
    if !raster.counts.contains(where: { $0 > 0 }) { marks = [.words("no spikes")] }
    let names = bands.map { FigureAxis.Label(Double($0.rows.lowerBound + $0.rows.upperBound) / 2, $0.name) }
    let neurons = FigureAxis("", range: 0...Double(rows), labels: names, isDownward: true)
    return Figure(
      title: "Spikes", caption: caption(raster, bands),
      panels: [
        Figure.Panel(height: min(320, max(60, Double(rows) * 7)), x: time.axis, y: neurons, marks: marks),
        together(raster, time),
      ])
  }

  private struct PrintedBand {
    let name: String
    let neurons: Int
    let rows: Range<Int>
  }

  /// The populations that have rows.
  private static func bands(_ model: Model, _ raster: RasterSnapshot) -> [PrintedBand] {
    zip(zip(model.names, model.sizes), zip(raster.firstRows, raster.firstRows.dropFirst())).compactMap {
      $1.0 < $1.1 ? PrintedBand(name: $0.0, neurons: $0.1, rows: $1.0..<$1.1) : nil
    }
  }

  private static func caption(_ raster: RasterSnapshot, _ bands: [PrintedBand]) -> String {
    let sizes = bands.map { "\($0.name) \(NumberText.grouped($0.neurons))" }.joined(separator: ", ")
    let row =
      raster.neuronsPerRow == 1
      ? "one row a neuron" : "\(NumberText.grouped(raster.neuronsPerRow)) neurons a row, darker where more fire"
    return "\(sizes); \(row)"
  }

  private static func strokes(_ raster: RasterSnapshot, _ rows: Int, _ time: FigureTime) -> FigureMark {
    var points: [FigurePoint] = []
    for row in 0..<rows {
      for column in 0..<raster.columns where raster.counts[row * raster.columns + column] > 0 {
        points.append(FigurePoint(x: time.middle(ofColumn: column, of: raster.columns), y: Double(row) + 0.5))
      }
    }
    return .strokes(points, height: 0.8, FigureColors.ink)
  }

  private static func density(_ raster: RasterSnapshot, _ bands: [PrintedBand], _ time: FigureTime) -> FigureMark {
    let rows = bands.last?.rows.upperBound ?? 0
    var densities = Array(repeating: Float(0), count: rows * raster.columns)
    for band in bands {
      for row in band.rows {
        let weight = raster.weight(ofRow: row, in: band.rows, neurons: band.neurons)
        for bin in row * raster.columns..<(row + 1) * raster.columns {
          densities[bin] = Float(raster.counts[bin]) * weight
        }
      }
    }
    let top = RasterDensity.top(densities.max() ?? 1)
    let map = ColorMap.ink
    return .tiles(
      FigureTiles(
        rows: rows, columns: raster.columns, across: time.span, down: 0...Double(rows), colors: map.colors,
        cells: densities.map { $0 > 0 ? map.index(of: Double($0 / top)) : nil }))
  }

  /// All spikes added up, in about so many columns.
  private static let columnsTogether = 160

  private static func together(_ raster: RasterSnapshot, _ time: FigureTime) -> Figure.Panel {
    let bins = max(1, raster.columns / columnsTogether)
    let columns = (raster.columns + bins - 1) / bins
    let sums = ActivityStrip.sums(raster, columns: columns, dotsAcross: bins).map(Double.init)
    let axis = Axis(covering: 0...max(1, sums.max() ?? 1), ticks: 3)
    // The newest column ends at the right edge; the oldest may begin a little before the left one.
    let width = (time.span.upperBound - time.span.lowerBound) * Double(columns * bins) / Double(raster.columns)
    return Figure.Panel(
      height: 64, x: time.axis,
      y: FigureAxis("spikes in \(time.words(columns: bins, of: raster.columns))", counts: axis),
      marks: [.columns(sums, span: time.span.upperBound - width...time.span.upperBound, FigureColors.curve)])
  }
}
