/// What stands left of the raster: the populations' names, where they begin, and the mark of the selected neuron.
import Charts
import Terminal

struct RasterGutter {
  private let bands: RasterBands
  private let plot: Rect
  private let x: Int

  /// - Parameter x: where it begins; it ends at the plot.
  init(_ bands: RasterBands, plot: Rect, x: Int) {
    self.bands = bands
    self.plot = plot
    self.x = x
  }

  func draw(_ model: RasterPane.Model, on canvas: inout Canvas, theme: Theme) {
    let box = BoxGlyphs(theme.glyphs)
    for band in bands.all {
      for row in 0..<band.cellRows {
        canvas[plot.x - 1, plot.y + band.cellRow + row] = Cell(
          row == 0 ? box.fromLeft : box.vertical, style: theme[.border])
      }
      canvas.write(band.name, x: x, y: plot.y + band.cellRow, width: plot.x - x - 3, theme[.text], theme)
    }
    drawHidden(on: &canvas, theme: theme)
    guard let selected = model.selectedRow, let cellRow = bands.cellRow(of: selected) else { return }
    canvas[plot.x - 2, plot.y + cellRow] = Mark.selected.cell(theme, theme[.accent])
    if model.isFocused { canvas.cursor = Point(x: plot.x - 2, y: plot.y + cellRow) }
  }

  /// Where populations have no room: arrows towards them, and beside the times how many there are in all.
  private func drawHidden(on canvas: inout Canvas, theme: Theme) {
    guard bands.hiddenAbove + bands.hiddenBelow > 0 else { return }
    if bands.hiddenAbove > 0 { canvas[plot.x - 3, plot.y] = Mark.above.cell(theme, theme[.accent]) }
    if bands.hiddenBelow > 0 {
      canvas[plot.x - 3, plot.y + bands.cellRows - 1] = Mark.further.cell(theme, theme[.accent])
    }
    let count = "\(bands.all.count)/\(bands.hiddenAbove + bands.all.count + bands.hiddenBelow)"
    canvas.write(count, x: x, y: plot.y + plot.height, width: plot.x - x, theme[.faint], theme)
  }
}
