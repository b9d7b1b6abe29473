/// The weights on paper: targets down, sources across, the colours with their numbers at the right.
import Basics
package import Charts
import Debugger
package import Terminal
import Workbench

extension WeightsPane: PrintedPane {
  /// Tiles that can still be told apart in print.
  package static var printedSize: Size { Size(columns: 151, rows: 78) }

  package static func figure(_ model: Model) -> Figure? {
    guard let projection = model.projection, let weights = model.weights, weights.rows > 0, weights.columns > 0
    else { return nil }
    let down = 0...Double(weights.rows * weights.targetsPerRow)
    let across = 0...Double(weights.columns * weights.sourcesPerColumn)
    let map = ColorMap.divergingInk
    let tiles = FigureTiles(
      rows: weights.rows, columns: weights.columns, across: across, down: down, colors: map.colors,
      cells: WeightsMap.indices(of: weights.tiles, range: weights.range, in: map))
    let shape = Double(weights.rows) / Double(weights.columns)
    return Figure(
      title: "Weights \(projection.name)",
      caption: caption(weights, projection),
      panels: [
        Figure.Panel(
          height: min(420, max(90, 450 * shape)),
          x: FigureAxis("source, \(model.source)", counts: Axis(across, ticks: 8)),
          y: FigureAxis("target, \(model.target)", counts: Axis(down, ticks: 8), isDownward: true),
          marks: [.tiles(tiles)], key: key(weights, projection, map))
      ])
  }

  private static func caption(_ weights: WeightsSnapshot, _ projection: NetworkSummary.Projection) -> String {
    let synapses = NumberText.count(projection.synapses, "synapse")
    let isWhole = weights.targetsPerRow == 1 && weights.sourcesPerColumn == 1
    return synapses
      + (isWhole ? "" : "; a tile is the mean of \(weights.targetsPerRow) × \(weights.sourcesPerColumn) pairs")
  }

  private static func key(
    _ weights: WeightsSnapshot, _ projection: NetworkSummary.Projection, _ map: ColorMap
  ) -> Figure.ColorKey {
    let range = weights.range
    let unit = projection.weightDimension.baseUnit
    let title = unit.isEmpty ? "weight" : "weight (\(unit))"
    guard range.lowerBound < range.upperBound else {
      let label = FigureAxis.Label(range.lowerBound, NumberText.significant(range.lowerBound, digits: 3))
      let color = WeightsMap.indices(of: [Float(range.lowerBound)], range: range, in: map)[0] ?? 0
      return Figure.ColorKey(
        axis: FigureAxis(title, range: range, labels: [label]), colors: [map.colors[color]])
    }
    let steps = 32
    let values = (0..<steps).map { step in
      Float(range.lowerBound + (range.upperBound - range.lowerBound) * (Double(step) + 0.5) / Double(steps))
    }
    return Figure.ColorKey(
      axis: FigureAxis(title, numbers: Axis(range, ticks: 6)),
      colors: WeightsMap.indices(of: values, range: range, in: map).map { map.colors[$0 ?? 0] })
  }
}
