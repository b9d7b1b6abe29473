/// The curve of the trace pane with its axis and lines.
import Basics
import Charts
import Debugger
import Terminal
import Workbench

struct TracePlot {
  /// Where the curve is.
  let area: Rect
  private let axis: Axis
  private let grid: BrailleGrid
  /// For each column of cells the lowest row that only a spike's line reaches; -1 where none is.
  private let spikeRows: [Int]
  private let model: TracePane.Model

  /// Columns for the labels of the axis: fixed, so that the curve does not jump sideways.
  private static let gutter = 8

  /// The curve's part of a pane: right of the labels, above the times.
  static func plot(in area: Rect) -> Rect {
    Rect(
      x: area.x + gutter, y: area.y, width: area.width - gutter, height: area.height - (area.height >= 3 ? 1 : 0))
  }

  /// Nil where there is nothing to draw, or no room for it.
  init?(_ model: TracePane.Model, _ trace: TraceSnapshot, in pane: Rect) {
    area = Self.plot(in: pane)
    self.model = model
    guard area.height > 0, area.width > 0, let axis = Self.axis(trace, model, ticks: area.height / 2) else {
      return nil
    }
    self.axis = axis
    var grid = BrailleGrid(columns: area.width, rows: area.height)
    let scale = Scale(axis.range, places: grid.dotRows)
    Envelope.draw(minima: trace.minima, maxima: trace.maxima, scale: scale, on: &grid)
    var spikeRows = Array(repeating: -1, count: area.width)
    let shift = grid.dotColumns - trace.spiked.count
    for (column, spiked) in trace.spiked.enumerated() where spiked && column + shift >= 0 {
      let peak = trace.maxima.element(column) ?? .nan
      let top = peak.isNaN ? grid.dotRows - 1 : scale.row(Double(peak))
      grid.setColumn(x: column + shift, from: 0, through: top)
      spikeRows[(column + shift) / 2] = top / 4
    }
    self.grid = grid
    self.spikeRows = spikeRows
  }

  /// Nil where nothing was recorded.
  static func axis(_ trace: TraceSnapshot, _ model: TracePane.Model, ticks: Int) -> Axis? {
    guard let range = range(trace, model) else { return nil }
    // Rounded out finely, so that little room is lost and small changes move nothing; labelled coarsely.
    return Axis(Axis(covering: range, ticks: 13).range, ticks: max(2, ticks))
  }

  /// What must be on the axis: every recorded value, threshold and reset.
  private static func range(_ trace: TraceSnapshot, _ model: TracePane.Model) -> ClosedRange<Double>? {
    var low = Float.infinity
    var high = -Float.infinity
    for value in trace.minima where value < low { low = value }
    for value in trace.maxima where value > high { high = value }
    guard low <= high else { return nil }
    let lines = [model.threshold, model.reset].compactMap(\.self)
    let bottom = min(Double(low), lines.min() ?? .infinity)
    let top = max(Double(high), lines.max() ?? -.infinity)
    // Spikes stand out above the threshold.
    return bottom...(model.threshold == nil ? top : top + (top - bottom) * 0.15)
  }

  func draw(on canvas: inout Canvas, theme: Theme) {
    drawAxis(on: &canvas, theme: theme)
    let lines = [(model.reset, "reset", Role.faint), (model.threshold, "threshold", .threshold)]
    for (value, _, role) in lines { value.map { drawLine(at: $0, role, on: &canvas, theme: theme) } }
    drawCurve(on: &canvas, theme: theme)
    // Over the oldest end of the curve: a name that spikes run through cannot be read.
    for (value, name, role) in lines { value.map { drawName(name, at: $0, role, on: &canvas, theme: theme) } }
  }

  private func drawCurve(on canvas: inout Canvas, theme: Theme) {
    let curve = theme[.curve]
    let spike = theme[.spike]
    for row in 0..<area.height {
      for column in 0..<area.width {
        let dots = grid.dots(column: column, row: row)
        if dots == 0 { continue }
        let style = row <= spikeRows[column] ? spike : curve
        canvas[area.x + column, area.y + row] = Cell(BrailleGrid.scalar(dots: dots, theme.glyphs), style: style)
      }
    }
  }

  private func drawAxis(on canvas: inout Canvas, theme: Theme) {
    let box = BoxGlyphs(theme.glyphs)
    let scale = Scale(axis.range, places: area.height)
    for y in 0..<area.height { canvas[area.x - 1, area.y + y] = Cell(box.vertical, style: theme[.border]) }
    for value in axis.ticks {
      let y = area.y + scale.row(value)
      canvas[area.x - 1, y] = Cell(box.fromRight, style: theme[.border])
      let label = abs(value) >= 1e6 ? NumberText.significant(value, digits: 3) : Digits.fixed(value, axis.decimals)
      canvas.writeRight(label, end: area.x - 1, y: y, width: Self.gutter - 1, theme[.faint], theme)
    }
  }

  private func row(of value: Double) -> Int { area.y + Scale(axis.range, places: area.height).row(value) }

  /// A dashed line over the width; the curve is drawn over it.
  private func drawLine(at value: Double, _ role: Role, on canvas: inout Canvas, theme: Theme) {
    let dash: Unicode.Scalar = theme.glyphs == .ascii ? "-" : theme.glyphs == .blocks ? "─" : "╌"
    canvas.line(dash, x: area.x, y: row(of: value), width: area.width, theme[role])
  }

  private func drawName(_ name: String, at value: Double, _ role: Role, on canvas: inout Canvas, theme: Theme) {
    guard area.width >= 3 * name.utf8.count else { return }
    canvas.write(" \(name) ", x: area.x + 1, y: row(of: value), width: area.width, theme[role], theme)
  }
}
