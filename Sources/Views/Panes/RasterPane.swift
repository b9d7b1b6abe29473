/// Every spike of the network: time to the right, neurons downwards, in the network's own order.
import Basics
import Charts
package import Debugger
package import Terminal
package import Workbench

/// One row of dots a neuron, or many neurons to a row with their number as brightness, or membranes as colour.
package enum RasterPane: Pane {
  package struct Model: Equatable, Sendable {
    var raster: RasterSnapshot?
    var mode = RasterMode.automatic
    var names: [String] = []
    /// Neurons of each population that are shown.
    var sizes: [Int] = []
    /// The row of the selected neuron; nil where it has none.
    var selectedRow: Int?
    /// The population whose membranes the legend is for, and what they are.
    var selectedPopulation = 0
    var variable: StateVariable?
    /// In which order neurons stand; nil for that of their indices.
    var order: String?
    var arrangement: NeuronOrder?
    var window = Milliseconds(0)
    var isFocused = false
    var hasNetwork = false
    var isRunning = false

    /// How the snapshot can be drawn: it may be older than the wish.
    var look: RasterLook {
      guard let raster else { return .dots }
      if mode == .voltage, raster.voltage != nil { return .voltage }
      return mode == .density || raster.neuronsPerRow > 1 ? .density : .dots
    }
  }

  package static let descriptor = PaneDescriptor(
    id: .raster, title: "Raster",
    doc: "Every spike: one row a neuron, or many to a row with density as brightness, or membranes as colour.")

  package static func observe(
    _ state: WorkbenchState, size: Size, glyphs: GlyphSet, _ request: inout ObservationRequest
  ) {
    guard let network = state.network else { return }
    let plan = RasterPlan(state, height: size.rows, glyphs)
    let area = Rect(x: 0, y: 0, width: size.columns, height: size.rows)
    let width = plot(in: area, names: network.populations.map(\.name), plan.look).width
    request.raster = ObservationRequest.Raster(
      columns: max(1, width * plan.look.dots(glyphs).across), rows: plan.rows, page: plan.page,
      showsVoltage: plan.look == .voltage)
  }

  package static func model(_ state: WorkbenchState, _ snapshot: Snapshot?) -> Model {
    var model = Model()
    guard let network = state.network else { return model }
    model.hasNetwork = true
    model.mode = state.rasterMode
    model.isRunning = state.isRunning
    model.isFocused = state.focus == .raster && state.overlay == nil
    model.names = network.populations.map(\.name)
    model.sizes = network.populations.indices.map { state.shownCount(of: $0) }
    model.arrangement = state.order
    model.order = state.order.map { _ in OrderText.sorting(state.orderRequest) }
    model.window = state.window
    model.selectedPopulation = state.neuron.population
    model.variable = state.selectedModel.flatMap { $0.stateVariable("v") ?? $0.state.first }
    guard let raster = snapshot?.raster, raster.firstRows.count == network.populations.count + 1 else { return model }
    model.raster = raster
    model.window = raster.window
    let population = state.neuron.population
    if let first = raster.firstRows.element(population), let next = raster.firstRows.element(population + 1),
      let position = state.position(of: state.neuron)
    {
      let row = first + (position - raster.firstPosition) / max(1, raster.neuronsPerRow)
      model.selectedRow = (first..<max(first, next)).contains(row) ? row : nil
    }
    return model
  }

  package static func details(_ model: Model) -> [String] {
    guard let raster = model.raster else { return [] }
    let span = Words.span(model.window)
    let order = model.order.map { $0.isEmpty ? "" : "\($0) · " } ?? ""
    if let page = page(raster, model) { return ["\(page) · \(order)\(span)", "\(page) · \(span)", page, span] }
    let rows = raster.neuronsPerRow > 1 ? "\(NumberText.grouped(raster.neuronsPerRow)) neurons a row · " : ""
    return [rows + order + span, rows + span, span]
  }

  /// `exc[32..63] of 3 200` where one page of a population is all that is shown.
  private static func page(_ raster: RasterSnapshot, _ model: Model) -> String? {
    let counts = zip(raster.firstRows, raster.firstRows.dropFirst()).map { $1 - $0 }
    guard raster.neuronsPerRow == 1, let shown = counts.firstIndex(where: { $0 > 0 }),
      let size = model.sizes.element(shown), counts[shown] < size, let name = model.names.element(shown)
    else { return nil }
    let last = raster.firstPosition + counts[shown] - 1
    if model.order != nil {
      return "\(name), \(raster.firstPosition + 1) to \(last + 1) of \(NumberText.grouped(size))"
    }
    return "\(name)[\(raster.firstPosition)..\(last)] of \(NumberText.grouped(size))"
  }

  package static func draw(_ model: Model, in area: Rect, on canvas: inout Canvas, theme: Theme) {
    guard model.hasNetwork, !model.names.isEmpty else {
      return canvas.writeNoNetwork(in: area, theme)
    }
    let look = model.look
    let plot = plot(in: area, names: model.names, look)
    TimeAxis.draw(model.window, x: plot.x, y: plot.y + plot.height, width: plot.width, on: &canvas, theme: theme)
    guard let raster = model.raster else { return }
    let dots = look.dots(theme.glyphs)
    let rows = plot.height - ActivityStrip.leastRows(plot.height)
    let bands = RasterBands(
      raster, names: model.names, cellRows: rows, dotsDown: dots.down, keeping: model.selectedRow)
    RasterGutter(bands, plot: plot, x: area.x).draw(model, on: &canvas, theme: theme)
    let place = Rect(x: plot.x, y: plot.y, width: plot.width, height: rows)
    let legend = drawRows(model, raster, bands, in: place, on: &canvas, theme: theme)
    if look.legendRows(area.height) > 0 {
      legend.draw(
        x: plot.x, y: area.y + area.height - 1, width: plot.width, on: &canvas, theme: theme)
    }
    let strip = ActivityStrip.area(in: plot, below: bands.cellRows)
    ActivityStrip.draw(
      raster, showsAll: page(raster, model) == nil, in: strip, dotsAcross: dots.across, gutter: area.x, on: &canvas,
      theme: theme)
    if look != .voltage, !raster.counts.contains(where: { $0 > 0 }) {
      let advice =
        model.isRunning
        ? Words.advice("window-longer", "shows a longer time.") : Words.advice("run-pause", "lets the network run.")
      canvas.writeCentered(["No spikes in the last \(Words.span(model.window)).", advice], in: plot, theme)
    }
  }

  private static func drawRows(
    _ model: Model, _ raster: RasterSnapshot, _ bands: RasterBands, in place: Rect, on canvas: inout Canvas,
    theme: Theme
  ) -> RasterLegend {
    let dots = model.look.dots(theme.glyphs)
    switch model.look {
    case .dots:
      RasterDots(raster, bands, in: place, dots).draw(on: &canvas, theme: theme)
      return RasterLegend(.dots, 0...0, "")
    case .density:
      let density = RasterDensity(raster, bands, sizes: model.sizes, in: place, dots)
      density.draw(on: &canvas, theme: theme)
      return RasterLegend(.density, 0...density.greatestRate(raster), "Hz")
    case .voltage:
      RasterVoltage(raster, bands, in: place, dots).draw(on: &canvas, theme: theme)
      let range = raster.voltage?.ranges.element(model.selectedPopulation) ?? 0...0
      return RasterLegend(.voltage, range, model.variable?.dimension.baseUnit ?? "")
    }
  }

  /// The place of the dots: right of the names, above the times.
  static func plot(in area: Rect, names: [String], _ look: RasterLook) -> Rect {
    let longest = names.map { CharacterWidth.columns(of: $0) }.max() ?? 0
    let gutter = min(longest, max(3, area.width / 5)) + 3
    return Rect(
      x: area.x + gutter, y: area.y, width: area.width - gutter,
      height: RasterPlan.plotHeight(look, height: area.height))
  }
}
