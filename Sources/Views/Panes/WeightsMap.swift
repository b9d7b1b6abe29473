/// A picture of weights, of a whole projection or of one target, and the marks of the cursor.
import Charts
import Debugger
import Terminal

struct WeightsMap {
  let chart: HeatmapChart
  private let shades: WeightShades
  private let tiles: [Float]

  /// The tiles of a whole projection.
  init(_ weights: WeightsSnapshot, in area: Rect) {
    tiles = weights.shown
    chart = HeatmapChart(rows: weights.rows, columns: weights.columns, in: area)
    shades = WeightShades(weights)
  }

  /// One target's receptive field, in the same colours.
  init(field: ArraySlice<Float>, columns: Int, range: ClosedRange<Double>, in area: Rect) {
    tiles = Array(field)
    chart = HeatmapChart(rows: field.count / max(1, columns), columns: columns, in: area, greatestScale: 4)
    shades = WeightShades(range)
  }

  func draw(on canvas: inout Canvas, theme: Theme) {
    guard chart.rows > 0, chart.columns > 0 else { return }
    if theme.colors >= .indexed, theme.glyphs != .ascii {
      let map = ColorMap.signed(theme)
      chart.drawHalfBlocks(on: &canvas) { row, column in
        shades.index(of: tiles[row * chart.columns + column], in: map).map { map.colors[$0] }
      }
    } else {
      chart.drawShades(on: &canvas) { rows, column in
        SignedShade.cell(shades(mean(rows, column)), theme)
      }
    }
  }

  /// The mean of the tiles that have synapses; NaN where none has.
  private func mean(_ rows: ClosedRange<Int>, _ column: Int) -> Double {
    var sum = 0.0
    var count = 0.0
    for row in rows {
      let value = tiles[row * chart.columns + column]
      if !value.isNaN {
        sum += Double(value)
        count += 1
      }
    }
    return sum / count
  }

  /// The cell of a tile.
  func cell(row: Int, column: Int) -> Point { chart.cell(row: row, column: column) }

  /// Marks above and left of a tile; the terminal's own cursor stands on it while the pane has the focus.
  func drawCursor(row: Int, column: Int, isFocused: Bool, on canvas: inout Canvas, theme: Theme) {
    guard row >= 0, column >= 0, row < chart.rows, column < chart.columns else { return }
    let cell = chart.cell(row: row, column: column)
    guard chart.area.contains(cell) else { return }
    canvas[cell.x, chart.area.y - 1] = Mark.column.cell(theme, theme[.accent])
    canvas[chart.area.x - 1, cell.y] = Mark.selected.cell(theme, theme[.accent])
    if isFocused { canvas.cursor = cell }
  }
}

/// A weight as a shaded character: the sign by colour or, without colours, by the character.
enum SignedShade {
  /// - Parameter value: −1…1; NaN for no synapse.
  static func cell(_ value: Double, _ theme: Theme) -> Cell {
    guard !value.isNaN else { return .blank }
    let scalar = Shades.signed(value, theme.glyphs, hasColor: theme.colors > .none)
    return Cell(scalar, style: theme[value < 0 ? .inhibitory : .excitatory])
  }
}
