/// Synapses: a projection's weights as a heat map, receptive fields or histogram, and what one neuron receives and gives.
import Basics
import Charts
package import Debugger
package import Terminal
package import Workbench

/// What every way of showing them shares; each draws itself in a file of its own.
package enum WeightsPane: Pane {
  package struct Model: Equatable, Sendable {
    var mode = WeightsMode.matrix
    var projection: NetworkSummary.Projection?
    /// The ends of the synapse under the cursor.
    var source = ""
    var target = ""
    var cursor = WeightsCursor()
    var weights: WeightsSnapshot?
    /// Rows and columns of the picture that the sources are; 0 where they are none.
    var fieldRows = 0
    var fieldColumns = 0
    /// The targets whose fields are there, by index, and the whole number of targets.
    var fieldNames: [String] = []
    var targetCount = 0
    var fan: FanList.Model?
    var isFocused = false
    var hasNetwork = false

    var fieldShape: (rows: Int, columns: Int)? { fieldRows > 0 ? (fieldRows, fieldColumns) : nil }
  }

  package static let descriptor = PaneDescriptor(
    id: .weights, title: "Weights",
    doc: "Weights as a matrix, receptive fields or a histogram, and what a neuron receives and gives.")

  package static func observe(
    _ state: WorkbenchState, size: Size, glyphs: GlyphSet, _ request: inout ObservationRequest
  ) {
    guard state.selectedProjection != nil else { return }
    var asked = ObservationRequest.Weights(
      projection: state.weights.projection, cursorPost: state.weights.post, cursorPre: state.weights.pre)
    switch state.shownWeightsMode {
    case .matrix: WeightsMatrix.observe(state, size: size, &asked)
    case .fields: FieldGallery.observe(state, size: size, &asked)
    case .histogram: asked.bins = HistogramPlot.bins(width: size.columns)
    case .fanIn, .fanOut: return request.fan = FanList.request(state, rows: size.rows)
    }
    request.weights = asked
  }

  package static func model(_ state: WorkbenchState, _ snapshot: Snapshot?) -> Model {
    var model = Model()
    guard state.network != nil else { return model }
    model.hasNetwork = true
    model.cursor = state.weights
    model.mode = state.shownWeightsMode
    model.isFocused = state.focus == .weights && state.overlay == nil
    guard let projection = state.selectedProjection else { return model }
    model.projection = projection
    if model.mode.isFan {
      model.fan = FanList.model(state, snapshot)
      return model
    }
    (model.fieldRows, model.fieldColumns) = state.fieldShape ?? (0, 0)
    (model.source, model.target) = state.cursorNames
    guard let weights = snapshot?.weights, weights.projection == state.weights.projection,
      weights.tiles.count == weights.rows * weights.columns
    else { return model }
    model.weights = weights
    if model.mode == .fields, let targets = state.shownTargets {
      model.fieldNames = weights.fieldTargets.map { "[\(targets.neuron(at: $0).index)]" }
      model.targetCount = targets.count
    }
    return model
  }

  package static func details(_ model: Model) -> [String] {
    if let fan = model.fan { return FanList.details(fan) }
    guard let projection = model.projection else { return [] }
    let name = projection.name
    if let progress = model.weights?.progress, progress < 1 {
      return ["\(name), read \(Int(progress * 100)) %", name]
    }
    let sized = "\(name) \(NumberText.grouped(projection.targetCount)) × \(NumberText.grouped(projection.sourceCount))"
    return (projection.rule.map { ["\(sized), learns by \($0)"] } ?? []) + [sized, name]
  }

  package static func draw(_ model: Model, in area: Rect, on canvas: inout Canvas, theme: Theme) {
    guard model.hasNetwork else {
      return canvas.writeNoNetwork(in: area, theme)
    }
    guard let projection = model.projection else {
      return canvas.writeCentered(["Nothing is connected: this network has no projection."], in: area, theme)
    }
    if let fan = model.fan {
      return FanList(fan, in: area).draw(isFocused: model.isFocused, on: &canvas, theme: theme)
    }
    guard let weights = model.weights else { return }
    switch model.mode {
    case .fields: FieldGallery(model, weights, in: area)?.draw(on: &canvas, theme: theme)
    case .histogram: WeightsDistribution(model, weights, projection).draw(in: area, on: &canvas, theme: theme)
    default: WeightsMatrix(model, weights, in: area).draw(on: &canvas, theme: theme)
    }
    if model.mode != .histogram {
      drawLegend(model, weights, projection, in: area, on: &canvas, theme: theme)
    }
  }

  /// The two lines under matrix and fields.
  private static func drawLegend(
    _ model: Model, _ weights: WeightsSnapshot, _ projection: NetworkSummary.Projection, in area: Rect,
    on canvas: inout Canvas, theme: Theme
  ) {
    guard WeightsArea.numberRows(area.height) > 0 else { return }
    let y = area.y + area.height - 2
    drawNumber(model, weights, projection, x: area.x, y: y, width: area.width, on: &canvas, theme: theme)
    let hasTiles = model.mode == .matrix
    WeightsLegend(weights, projection.weightDimension, hasTiles: hasTiles)
      .draw(x: area.x, y: y + 1, width: area.width, on: &canvas, theme: theme)
  }

  /// `exc[3] → inh[17]  0.0162 nA after 0.1 ms`
  static func drawNumber(
    _ model: Model, _ weights: WeightsSnapshot, _ projection: NetworkSummary.Projection, x: Int, y: Int, width: Int,
    on canvas: inout Canvas, theme: Theme
  ) {
    let pair = "\(model.source) → \(model.target)  "
    guard let weight = weights.cursorWeight else {
      canvas.write([(pair, theme[.accent]), ("not connected", theme[.faint])], x: x, y: y, width: width, theme)
      return
    }
    let number = NumberText.quantity(weight, projection.weightDimension)
    let delay = weights.cursorDelay.map { " after \(NumberText.quantity($0.value, .time))" } ?? ""
    // The delay is told as a whole or not at all.
    let fits = CharacterWidth.columns(of: pair + number + delay) <= width
    let spans = [(pair, theme[.accent]), (number, theme[.heading]), (fits ? delay : "", theme[.text])]
    canvas.write(spans, x: x, y: y, width: width, theme)
  }
}
