/// A projection's weights as a heat map, with the synapse under the cursor in numbers.
import Basics
import Charts
package import Debugger
package import Terminal
package import Workbench

/// Rows are targets (post), columns are sources (pre), both in the network's order.
package enum WeightsPane: Pane {
  package struct Model: Equatable, Sendable {
    var projection: NetworkSummary.Projection?
    var source = ""
    var target = ""
    var weights: WeightsSnapshot?
    var cursor = WeightsCursor()
    var isFocused = false
    var hasNetwork = false
  }

  package static let descriptor = PaneDescriptor(
    id: .weights, title: "Weights",
    doc: "A projection's weights: targets down, sources across, a cursor for the number.")

  package static func observe(
    _ state: WorkbenchState, size: Size, glyphs: GlyphSet, _ request: inout ObservationRequest
  ) {
    guard let projection = state.selectedProjection else { return }
    let map = WeightsMap.area(in: Rect(x: 0, y: 0, width: size.columns, height: size.rows))
    // Two rows to a cell: half blocks show both, characters their mean.
    request.weights = ObservationRequest.Weights(
      projection: state.weights.projection, rows: max(1, min(map.height * 2, projection.targetCount)),
      columns: max(1, min(map.width, projection.sourceCount)), cursorPost: state.weights.post,
      cursorPre: state.weights.pre)
  }

  package static func model(_ state: WorkbenchState, _ snapshot: Snapshot?) -> Model {
    var model = Model()
    guard let network = state.network else { return model }
    model.hasNetwork = true
    model.cursor = state.weights
    model.isFocused = state.focus == .weights && state.overlay == nil
    guard let projection = state.selectedProjection else { return model }
    model.projection = projection
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
    return [
      "\(name) \(NumberText.grouped(projection.targetCount)) × \(NumberText.grouped(projection.sourceCount))", name,
    ]
  }

  package static func draw(_ model: Model, in area: Rect, on canvas: inout Canvas, theme: Theme) {
    guard model.hasNetwork else {
      return canvas.writeCentered(["No network is open.", Words.openSomething], in: area, theme)
    }
    guard let projection = model.projection else {
      return canvas.writeCentered(["Nothing is connected: this network has no projection."], in: area, theme)
    }
    guard let weights = model.weights else { return }
    let map = WeightsMap(weights, in: WeightsMap.area(in: area))
    map.draw(on: &canvas, theme: theme)
    map.drawCursor(model.cursor, isFocused: model.isFocused, on: &canvas, theme: theme)
    if area.height >= 4 {
      let y = area.y + area.height - 2
      drawNumber(model, weights, projection, x: area.x, y: y, width: area.width, on: &canvas, theme: theme)
      WeightsLegend(weights.range, projection.weightDimension)
        .draw(x: area.x, y: y + 1, width: area.width, on: &canvas, theme: theme)
    }
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
