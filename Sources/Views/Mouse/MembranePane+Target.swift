/// The neuron under the mouse in the membrane pane.
import Debugger
package import Terminal
package import Workbench

extension MembranePane {
  package static func target(_ model: Model, at point: Point, in area: Rect, glyphs: GlyphSet) -> MouseTarget? {
    guard let bars = model.bars, model.dimension != nil else { return nil }
    let row = point.y - area.y
    let shown = min(bars.bars.count, area.height - legendRows(area.height, neurons: model.size))
    guard (0..<max(0, shown)).contains(row), row < bars.indices.count else { return nil }
    return .neuron(NeuronAddress(population: bars.population, index: bars.indices[row]), in: .membrane)
  }
}
