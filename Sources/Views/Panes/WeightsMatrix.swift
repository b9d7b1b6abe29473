/// A projection's weights as a heat map: targets down, sources across, both in the order of neurons.
import Charts
import Debugger
import Terminal
import Workbench

/// Where the sources are a picture, the receptive field of the cursor's target stands beside the matrix.
struct WeightsMatrix {
  private let model: WeightsPane.Model
  private let weights: WeightsSnapshot
  private let places: WeightsArea

  init(_ model: WeightsPane.Model, _ weights: WeightsSnapshot, in area: Rect) {
    self.model = model
    self.weights = weights
    places = WeightsArea(in: area, shape: model.fieldShape)
  }

  static func observe(_ state: WorkbenchState, size: Size, _ request: inout ObservationRequest.Weights) {
    let whole = Rect(x: 0, y: 0, width: size.columns, height: size.rows)
    let area = WeightsArea(in: whole, shape: state.fieldShape)
    // Two rows to a cell: half blocks show both, characters their mean.
    request.rows = max(1, min(area.matrix.height * 2, state.shownTargets?.count ?? 1))
    request.columns = max(1, min(area.matrix.width, state.shownSources?.count ?? 1))
    if area.field != nil { request.fields = [state.weights.post] }
  }

  func draw(on canvas: inout Canvas, theme: Theme) {
    let map = WeightsMap(weights, in: places.matrix)
    map.draw(on: &canvas, theme: theme)
    if let row = weights.cursorRow, let column = weights.cursorColumn {
      map.drawCursor(row: row, column: column, isFocused: model.isFocused, on: &canvas, theme: theme)
    }
    if let field = places.field { drawField(in: field, on: &canvas, theme: theme) }
  }

  /// The weights onto the cursor's target as a picture, and where there is a line left whose they are.
  private func drawField(in area: Rect, on canvas: inout Canvas, theme: Theme) {
    // A snapshot from before the pane asked for it has none.
    guard weights.fields.count == model.fieldRows * model.fieldColumns else { return }
    let map = WeightsMap(field: weights.fields[...], columns: model.fieldColumns, range: weights.range, in: area)
    map.draw(on: &canvas, theme: theme)
    map.drawCursor(
      row: model.cursor.pre / model.fieldColumns, column: model.cursor.pre % model.fieldColumns, isFocused: false,
      on: &canvas, theme: theme)
    guard area.y + area.height < places.numbers else { return }
    canvas.write(
      "→ \(model.target)", x: area.x, y: area.y + area.height, width: area.width, theme[.faint], theme)
  }
}
