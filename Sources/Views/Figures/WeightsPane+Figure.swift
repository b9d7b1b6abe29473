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
    let shades = WeightShades(weights)
    let tiles = FigureTiles(
      rows: weights.rows, columns: weights.columns, across: across, down: down, colors: map.colors,
      cells: weights.shown.map { shades.index(of: $0, in: map) })
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
    if isWhole { return synapses }
    let pairs = "\(weights.targetsPerRow) × \(weights.sourcesPerColumn) pairs"
    guard weights.showsDensity else { return "\(synapses); a tile is the mean of \(pairs)" }
    let weight = NumberText.quantity(weights.range.lowerBound, projection.weightDimension, digits: 3)
    return "\(synapses) of \(weight); a tile tells how many of \(pairs) are connected"
  }

  private static func key(
    _ weights: WeightsSnapshot, _ projection: NetworkSummary.Projection, _ map: ColorMap
  ) -> Figure.ColorKey {
    if weights.showsDensity { return densityKey(weights, map) }
    let range = weights.range
    let shades = WeightShades(weights)
    let unit = projection.weightDimension.baseUnit
    let title = unit.isEmpty ? "weight" : "weight (\(unit))"
    guard range.lowerBound < range.upperBound else {
      let label = FigureAxis.Label(range.lowerBound, NumberText.significant(range.lowerBound, digits: 3))
      let color = shades.index(of: Float(range.lowerBound), in: map) ?? 0
      return Figure.ColorKey(
        axis: FigureAxis(title, range: range, labels: [label]), colors: [map.colors[color]])
    }
    let steps = 32
    let values = (0..<steps).map { step in
      Float(range.lowerBound + (range.upperBound - range.lowerBound) * (Double(step) + 0.5) / Double(steps))
    }
    return Figure.ColorKey(
      axis: FigureAxis(title, numbers: Axis(range, ticks: 6)),
      colors: values.map { map.colors[shades.index(of: $0, in: map) ?? 0] })
  }

  private static func densityKey(_ weights: WeightsSnapshot, _ map: ColorMap) -> Figure.ColorKey {
    let shades = WeightShades(weights)
    let steps = 32
    let greatest = max(weights.greatestDensity, .leastNormalMagnitude)
    let colors = (0..<steps).map { step in
      map.colors[shades.index(of: greatest * (Float(step) + 0.5) / Float(steps), in: map) ?? 0]
    }
    let percent = 0...Double(greatest) * 100
    return Figure.ColorKey(axis: FigureAxis("connected (%)", numbers: Axis(percent, ticks: 6)), colors: colors)
  }
}
