/// The tiles of the weights pane and the marks of its cursor.
import Charts
import Debugger
import Terminal
import Workbench

struct WeightsMap {
  private let weights: WeightsSnapshot
  private let chart: HeatmapChart
  /// Maps the greatest magnitude to 1.
  private let factor: Double

  /// The part of a pane for the tiles: a row above and a column left for the cursor's marks, two rows for numbers below.
  static func area(in pane: Rect) -> Rect {
    let below = pane.height >= 4 ? 2 : 0
    let above = pane.height >= 4 ? 1 : 0
    return Rect(
      x: pane.x + 1, y: pane.y + above, width: pane.width - 1, height: pane.height - above - below)
  }

  init(_ weights: WeightsSnapshot, in area: Rect) {
    self.weights = weights
    chart = HeatmapChart(rows: weights.rows, columns: weights.columns, in: area)
    factor = Self.factor(weights.range)
  }

  static func factor(_ range: ClosedRange<Double>) -> Double {
    let greatest = max(abs(range.lowerBound), abs(range.upperBound))
    guard greatest > 0, greatest.isFinite else { return 0 }
    // Where all weights are equal brightness has nothing to tell, and a quiet one leaves the eye to the other panes.
    return (range.lowerBound < range.upperBound ? 1 : 0.2) / greatest
  }

  /// −1…1 by the square root of the magnitude: most weights are small beside the greatest, and would all look like 0.
  static func emphasized(_ value: Double) -> Double { value < 0 ? -(-value).squareRoot() : value.squareRoot() }

  func draw(on canvas: inout Canvas, theme: Theme) {
    guard weights.rows > 0, weights.columns > 0 else { return }
    if theme.colors >= .indexed, theme.glyphs != .ascii {
      chart.drawHalfBlocks(on: &canvas) { row, column in
        let value = Double(weights.tiles[row * weights.columns + column])
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
      let value = weights.tiles[row * weights.columns + column]
      if !value.isNaN {
        sum += Double(value)
        count += 1
      }
    }
    return sum / count
  }

  /// Marks above and left of the cursor's tile; the terminal's own cursor stands on it while the pane has the focus.
  func drawCursor(_ cursor: WeightsCursor, isFocused: Bool, on canvas: inout Canvas, theme: Theme) {
    let row = cursor.post / max(1, weights.targetsPerRow)
    let column = cursor.pre / max(1, weights.sourcesPerColumn)
    guard row >= 0, column >= 0, row < weights.rows, column < weights.columns else { return }
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
