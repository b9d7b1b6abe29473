/// The synapse under the mouse in the matrix of weights.
import Charts
import Debugger
package import Terminal
package import Workbench

extension WeightsPane {
  /// The first of those that a tile stands for.
  package static func target(_ model: Model, at point: Point, in area: Rect, glyphs: GlyphSet) -> MouseTarget? {
    guard let weights = model.weights else { return nil }
    let map = WeightsMap(weights, in: WeightsArea(in: area, shape: model.fieldShape).matrix)
    guard let tile = map.chart.tile(at: point) else { return nil }
    return .synapse(post: tile.row * weights.targetsPerRow, pre: tile.column * weights.sourcesPerColumn)
  }
}
