/// The neuron under the mouse in the raster.
import Charts
import Debugger
package import Terminal
package import Workbench

extension RasterPane {
  /// The neuron of a row of dots, or the first of a row of many; names of populations count as their rows.
  package static func target(_ model: Model, at point: Point, in area: Rect, glyphs: GlyphSet) -> MouseTarget? {
    guard let raster = model.raster else { return nil }
    let plot = plot(in: area, names: model.names, model.look)
    let dots = model.look.dots(glyphs)
    let bands = RasterBands(
      raster, names: model.names, cellRows: plot.height - ActivityStrip.leastRows(plot.height), dotsDown: dots.down,
      keeping: model.selectedRow)
    guard let (population, row) = bands.row(at: point.y - plot.y) else { return nil }
    let last = (model.sizes.element(population) ?? 1) - 1
    let position = max(0, min(raster.firstPosition + row * raster.neuronsPerRow, last))
    let index = model.arrangement?.index(at: position, of: population) ?? position
    return .neuron(NeuronAddress(population: population, index: index), in: .raster)
  }
}

extension RasterBands {
  /// The population in a row of cells, and the first of its rows there, counted from the population's own first.
  func row(at cellRow: Int) -> (population: Int, row: Int)? {
    guard let band = all.first(where: { $0.cellRow <= cellRow && cellRow < $0.cellRow + $0.cellRows }) else {
      return nil
    }
    let row = ((cellRow - band.cellRow) * dotsDown + dotsPerRow - 1) / dotsPerRow
    return (band.population, min(row, band.rows.count - 1))
  }
}
