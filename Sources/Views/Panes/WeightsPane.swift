/// A projection's weights as a heat map, with the synapse under the cursor in numbers.
import Basics
import Charts
package import Debugger
package import Terminal
package import Workbench

/// Rows are targets (post), columns are sources (pre), both in the network's order. Where the sources are a picture, the
/// receptive field of the cursor's target stands beside the matrix.
package enum WeightsPane: Pane {
  package struct Model: Equatable, Sendable {
    var projection: NetworkSummary.Projection?
    var source = ""
    var target = ""
    var weights: WeightsSnapshot?
    /// Rows and columns of the picture that the sources are; 0 where they are none.
    var fieldRows = 0
    var fieldColumns = 0
    var cursor = WeightsCursor()
    var isFocused = false
    var hasNetwork = false

    var fieldShape: (rows: Int, columns: Int)? { fieldRows > 0 ? (fieldRows, fieldColumns) : nil }
  }

  package static let descriptor = PaneDescriptor(
    id: .weights, title: "Weights",
    doc: "A projection's weights: targets down, sources across, a cursor for the number.")

  package static func observe(
    _ state: WorkbenchState, size: Size, glyphs: GlyphSet, _ request: inout ObservationRequest
  ) {
    guard let projection = state.selectedProjection else { return }
    let area = WeightsArea(
      in: Rect(x: 0, y: 0, width: size.columns, height: size.rows), shape: state.fieldShape)
    let map = area.matrix
    // Two rows to a cell: half blocks show both, characters their mean.
    request.weights = ObservationRequest.Weights(
      projection: state.weights.projection, rows: max(1, min(map.height * 2, projection.targetCount)),
      columns: max(1, min(map.width, projection.sourceCount)), cursorPost: state.weights.post,
      cursorPre: state.weights.pre, showsField: area.field != nil)
  }

  package static func model(_ state: WorkbenchState, _ snapshot: Snapshot?) -> Model {
    var model = Model()
    guard let network = state.network else { return model }
    model.hasNetwork = true
    model.cursor = state.weights
    model.isFocused = state.focus == .weights && state.overlay == nil
    guard let projection = state.selectedProjection else { return model }
    model.projection = projection
    (model.fieldRows, model.fieldColumns) = state.fieldShape ?? (0, 0)
    model.source = network.populations.element(projection.source)?.name ?? ""
    model.target = network.populations.element(projection.target)?.name ?? ""
    if let weights = snapshot?.weights, weights.projection == state.weights.projection,
      weights.tiles.count == weights.rows * weights.columns
    {
      model.weights = weights
    }
    return model
  }

  package static func details(_ model: Model) -> [String] {
    guard let projection = model.projection else { return [] }
    let name = projection.name
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
    guard let weights = model.weights else { return }
    let places = WeightsArea(in: area, shape: model.fieldShape)
    let map = WeightsMap(weights, in: places.matrix)
    map.draw(on: &canvas, theme: theme)
    map.drawCursor(
      row: model.cursor.post / max(1, weights.targetsPerRow),
      column: model.cursor.pre / max(1, weights.sourcesPerColumn),
      isFocused: model.isFocused, on: &canvas, theme: theme)
    if let field = places.field {
      drawField(model, weights, in: field, below: places.numbers, on: &canvas, theme: theme)
    }
    guard places.numberRows > 0 else { return }
    drawNumber(model, weights, projection, x: area.x, y: places.numbers, width: area.width, on: &canvas, theme: theme)
    WeightsLegend(weights, projection.weightDimension)
      .draw(x: area.x, y: places.numbers + 1, width: area.width, on: &canvas, theme: theme)
  }

  /// The weights onto the cursor's target as a picture, and where there is a line left whose they are.
  private static func drawField(
    _ model: Model, _ weights: WeightsSnapshot, in area: Rect, below end: Int, on canvas: inout Canvas, theme: Theme
  ) {
    // A snapshot from before the pane asked for it has none.
    guard weights.field.count == model.fieldRows * model.fieldColumns else { return }
    let map = WeightsMap(field: weights.field, columns: model.fieldColumns, range: weights.range, in: area)
    map.draw(on: &canvas, theme: theme)
    map.drawCursor(
      row: model.cursor.pre / model.fieldColumns, column: model.cursor.pre % model.fieldColumns, isFocused: false,
      on: &canvas, theme: theme)
    guard area.y + area.height < end else { return }
    let name = "→ \(model.target)[\(model.cursor.post)]"
    canvas.write(name, x: area.x, y: area.y + area.height, width: area.width, theme[.faint], theme)
  }

  /// `exc[3] → inh[17]  0.0162 nA after 0.1 ms`
  private static func drawNumber(
    _ model: Model, _ weights: WeightsSnapshot, _ projection: NetworkSummary.Projection, x: Int, y: Int, width: Int,
    on canvas: inout Canvas, theme: Theme
  ) {
    let pair = "\(model.source)[\(model.cursor.pre)] → \(model.target)[\(model.cursor.post)]  "
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
