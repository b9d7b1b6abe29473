/// Every spike of the network: time to the right, neurons downwards, in the network's own order.
import Basics
import Charts
package import Debugger
package import Terminal
package import Workbench

/// One row of dots a neuron, or many neurons to a row with their number as brightness.
package enum RasterPane: Pane {
  package struct Model: Equatable, Sendable {
    var raster: RasterSnapshot?
    var names: [String] = []
    /// Neurons of each population.
    var sizes: [Int] = []
    /// The row of the selected neuron; nil where it never fires.
    var selectedRow: Int?
    var window = Milliseconds(0)
    var isFocused = false
    var hasNetwork = false
    var isRunning = false
  }

  package static let descriptor = PaneDescriptor(
    id: .raster, title: "Raster", doc: "Every spike: one row a neuron, or many to a row with density as brightness.")

  package static func observe(
    _ state: WorkbenchState, size: Size, glyphs: GlyphSet, _ request: inout ObservationRequest
  ) {
    guard let network = state.network else { return }
    let plot = plot(
      in: Rect(x: 0, y: 0, width: size.columns, height: size.rows), names: network.populations.map(\.name))
    let rows = plot.height - ActivityStrip.leastRows(plot.height)
    let sizes = network.populations.map { $0.fires ? $0.size : 0 }
    var dots = DotSize(glyphs)
    var asked = RasterBands.rows(for: sizes, cellRows: rows, dotsDown: dots.down)
    if asked.neuronsPerRow > 1 {
      dots = .density(glyphs)
      asked = RasterBands.rows(for: sizes, cellRows: rows, dotsDown: dots.down)
    }
    request.raster = ObservationRequest.Raster(columns: max(1, plot.width * dots.across), rows: asked.count)
  }

  package static func model(_ state: WorkbenchState, _ snapshot: Snapshot?) -> Model {
    var model = Model()
    guard let network = state.network else { return model }
    model.hasNetwork = true
    model.isRunning = state.isRunning
    model.isFocused = state.focus == .raster && state.overlay == nil
    model.names = network.populations.map(\.name)
    model.sizes = network.populations.map(\.size)
    model.window = state.window
    guard let raster = snapshot?.raster, raster.firstRows.count == network.populations.count + 1 else { return model }
    model.raster = raster
    model.window = raster.window
    let population = state.neuron.population
    if let first = raster.firstRows.element(population), let next = raster.firstRows.element(population + 1) {
      let row = first + state.neuron.index / max(1, raster.neuronsPerRow)
      model.selectedRow = row < next ? row : nil
    }
    return model
  }

  package static func details(_ model: Model) -> [String] {
    guard let raster = model.raster else { return [] }
    let span = Words.span(model.window)
    return raster.neuronsPerRow > 1
      ? ["\(NumberText.grouped(raster.neuronsPerRow)) neurons a row · \(span)", span] : [span]
  }

  package static func draw(_ model: Model, in area: Rect, on canvas: inout Canvas, theme: Theme) {
    guard model.hasNetwork else {
      return canvas.writeNoNetwork(in: area, theme)
    }
    let plot = plot(in: area, names: model.names)
    TimeAxis.draw(model.window, x: plot.x, y: plot.y + plot.height, width: plot.width, on: &canvas, theme: theme)
    guard let raster = model.raster else { return }
    let rows = plot.height - ActivityStrip.leastRows(plot.height)
    let isDense = raster.neuronsPerRow > 1
    let dots = isDense ? DotSize.density(theme.glyphs) : DotSize(theme.glyphs)
    let bands = RasterBands(
      raster, names: model.names, cellRows: rows, dotsDown: dots.down, keeping: model.selectedRow)
    drawGutter(bands, model, plot: plot, gutter: area.x, on: &canvas, theme: theme)
    let place = Rect(x: plot.x, y: plot.y, width: plot.width, height: rows)
    if isDense {
      RasterDensity(raster, bands, sizes: model.sizes, in: place, dots).draw(on: &canvas, theme: theme)
    } else {
      RasterDots(raster, bands, in: place, dots).draw(on: &canvas, theme: theme)
    }
    let strip = ActivityStrip.area(in: plot, below: bands.cellRows)
    ActivityStrip.draw(raster, in: strip, dotsAcross: dots.across, gutter: area.x, on: &canvas, theme: theme)
    if !raster.counts.contains(where: { $0 > 0 }) {
      let advice =
        model.isRunning
        ? Words.advice("window-longer", "shows a longer time.") : Words.advice("run-pause", "lets the network run.")
      canvas.writeCentered(["No spikes in the last \(Words.span(model.window)).", advice], in: plot, theme)
    }
  }

  /// The place of the dots: right of the names, above the times.
  static func plot(in area: Rect, names: [String]) -> Rect {
    let longest = names.map { CharacterWidth.columns(of: $0) }.max() ?? 0
    let gutter = min(longest, max(3, area.width / 5)) + 3
    return Rect(
      x: area.x + gutter, y: area.y, width: area.width - gutter, height: area.height - (area.height >= 3 ? 1 : 0))
  }

  /// Names of the populations, a line with a branch where each begins, and the mark of the selected neuron.
  private static func drawGutter(
    _ bands: RasterBands, _ model: Model, plot: Rect, gutter: Int, on canvas: inout Canvas, theme: Theme
  ) {
    let box = BoxGlyphs(theme.glyphs)
    for band in bands.all {
      for row in 0..<band.cellRows {
        let isFirst = row == 0
        canvas[plot.x - 1, plot.y + band.cellRow + row] = Cell(
          isFirst ? box.fromLeft : box.vertical, style: theme[.border])
      }
      canvas.write(
        band.name, x: gutter, y: plot.y + band.cellRow, width: plot.x - gutter - 3, theme[.text], theme)
    }
    drawHidden(bands, plot: plot, gutter: gutter, on: &canvas, theme: theme)
    guard let selected = model.selectedRow, let cellRow = bands.cellRow(of: selected) else { return }
    canvas[plot.x - 2, plot.y + cellRow] = Mark.selected.cell(theme, theme[.accent])
    if model.isFocused { canvas.cursor = Point(x: plot.x - 2, y: plot.y + cellRow) }
  }

  /// Where populations have no room: arrows towards them, and beside the times how many there are in all.
  private static func drawHidden(
    _ bands: RasterBands, plot: Rect, gutter: Int, on canvas: inout Canvas, theme: Theme
  ) {
    guard bands.hiddenAbove + bands.hiddenBelow > 0 else { return }
    let x = plot.x - 3
    if bands.hiddenAbove > 0 { canvas[x, plot.y] = Mark.above.cell(theme, theme[.accent]) }
    if bands.hiddenBelow > 0 { canvas[x, plot.y + bands.cellRows - 1] = Mark.further.cell(theme, theme[.accent]) }
    let count = "\(bands.all.count)/\(bands.hiddenAbove + bands.all.count + bands.hiddenBelow)"
    canvas.write(count, x: gutter, y: plot.y + plot.height, width: plot.x - gutter, theme[.faint], theme)
  }
}
