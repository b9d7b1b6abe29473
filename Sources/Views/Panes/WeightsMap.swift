/// A picture of weights, of a whole projection or of one target, and the marks of the cursor.
import Charts
import Debugger
import Terminal

struct WeightsMap {
  private let chart: HeatmapChart
  /// Maps the greatest magnitude to 1.
  private let factor: Double

  private let tiles: [Float]

  /// The tiles of a whole projection.
  init(_ weights: WeightsSnapshot, in area: Rect) {
    tiles = weights.tiles
    chart = HeatmapChart(rows: weights.rows, columns: weights.columns, in: area)
    factor = Self.factor(weights.range)
  }

  /// One target's receptive field, in the same colours.
  init(field: [Float], columns: Int, range: ClosedRange<Double>, in area: Rect) {
    tiles = field
    chart = HeatmapChart(rows: field.count / max(1, columns), columns: columns, in: area, greatestScale: 4)
    factor = Self.factor(range)
  }

  static func factor(_ range: ClosedRange<Double>) -> Double {
    let greatest = max(abs(range.lowerBound), abs(range.upperBound))
    guard greatest > 0, greatest.isFinite else { return 0 }
    // Where all weights are equal brightness has nothing to tell, and a quiet one leaves the eye to the other panes.
    return (range.lowerBound < range.upperBound ? 1 : 0.2) / greatest
  }

  /// −1…1 by the square root of the magnitude: most weights are small beside the greatest, and would all look like 0.
  static func emphasized(_ value: Double) -> Double { value < 0 ? -(-value).squareRoot() : value.squareRoot() }

  /// The colours of weights, as positions in a map of both signs; nil where there is no synapse.
  static func indices(of weights: [Float], range: ClosedRange<Double>, in map: ColorMap) -> [Int?] {
    let factor = factor(range)
    return weights.map { $0.isNaN ? nil : map.index(of: 0.5 + emphasized(Double($0) * factor) / 2) }
  }

  func draw(on canvas: inout Canvas, theme: Theme) {
    guard chart.rows > 0, chart.columns > 0 else { return }
    if theme.colors >= .indexed, theme.glyphs != .ascii {
      chart.drawHalfBlocks(on: &canvas) { row, column in
        let value = Double(tiles[row * chart.columns + column])
        return value.isNaN ? nil : ColorMap.diverging[0.5 + Self.emphasized(value * factor) / 2]
      }
    } else {
      chart.drawShades(on: &canvas) { rows, column in
        SignedShade.cell(Self.emphasized(mean(rows, column) * factor), theme)
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
