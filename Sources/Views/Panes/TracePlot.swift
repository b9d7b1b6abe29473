/// The curve of the trace pane with its axis and lines.
import Basics
import Charts
import Debugger
import Terminal

struct TracePlot {
  /// Where the curve is.
  let area: Rect
  private let axis: Axis
  private let grid: DotGrid
  private let spikeCells: [Bool]
  private let model: TracePane.Model

  /// Columns for the labels of the axis: fixed, so that the curve does not jump sideways.
  private static let gutter = 8

  /// The curve's part of a pane: right of the labels, above the times.
  static func plot(in area: Rect) -> Rect {
    Rect(
      x: area.x + gutter, y: area.y, width: area.width - gutter, height: area.height - (area.height >= 3 ? 1 : 0))
  }

  /// Nil where there is nothing to draw, or no room for it.
  init?(_ model: TracePane.Model, _ trace: TraceSnapshot, in pane: Rect, _ glyphs: GlyphSet) {
    area = Self.plot(in: pane)
    self.model = model
    guard area.height > 0, area.width > 0, let range = Self.range(trace, model) else { return nil }
    axis = Axis(covering: range, ticks: max(2, area.height / 2))
    var grid = DotGrid(glyphs: glyphs, columns: area.width, rows: area.height)
    let scale = Scale(axis.range, places: grid.height)
    Envelope.draw(minima: trace.minima, maxima: trace.maxima, scale: scale, on: &grid)
    var spikeCells = Array(repeating: false, count: area.width)
    let shift = grid.width - trace.spiked.count
    for (column, spiked) in trace.spiked.enumerated() where spiked && column + shift >= 0 {
      let top = trace.maxima.element(column).map { $0.isNaN ? grid.height - 1 : scale.row(Double($0)) }
      grid.setColumn(x: column + shift, from: 0, to: top ?? 0)
      spikeCells[(column + shift) / grid.dotsAcross] = true
    }
    self.grid = grid
    self.spikeCells = spikeCells
  }

  /// What must be on the axis: every recorded value, threshold and reset.
  private static func range(_ trace: TraceSnapshot, _ model: TracePane.Model) -> ClosedRange<Double>? {
    var low = Float.infinity
    var high = -Float.infinity
    for value in trace.minima where value < low { low = value }
    for value in trace.maxima where value > high { high = value }
    guard low <= high else { return nil }
    let lines = [model.threshold, model.reset].compactMap(\.self)
    return min(Double(low), lines.min() ?? .infinity)...max(Double(high), lines.max() ?? -.infinity)
  }

  func draw(on canvas: inout Canvas, theme: Theme) {
    drawAxis(on: &canvas, theme: theme)
    if let reset = model.reset { drawLine(at: reset, "reset", .faint, on: &canvas, theme: theme) }
    if let threshold = model.threshold { drawLine(at: threshold, "threshold", .threshold, on: &canvas, theme: theme) }
    let curve = theme[.curve]
    let spike = theme[.spike]
    let height = max(1, area.height)
    grid.draw(x: area.x, y: area.y, on: &canvas) { column, row in
      spikeCells[column] && row < height - 1 ? spike : curve
    }
  }

  private func drawAxis(on canvas: inout Canvas, theme: Theme) {
    let line: Unicode.Scalar = theme.glyphs == .ascii ? "|" : "│"
    let tick: Unicode.Scalar = theme.glyphs == .ascii ? "+" : "┤"
    let scale = Scale(axis.range, places: area.height)
    for y in 0..<area.height { canvas[area.x - 1, area.y + y] = Cell(line, style: theme[.border]) }
    for value in axis.ticks {
      let y = area.y + scale.row(value)
      canvas[area.x - 1, y] = Cell(tick, style: theme[.border])
      let label = abs(value) >= 1e6 ? Digits.significant(value, 3) : Digits.fixed(value, axis.decimals)
      canvas.writeRight(label, end: area.x - 1, y: y, width: Self.gutter - 1, theme[.faint], theme)
    }
  }

  /// A dashed line over the width with its name at the left; the curve is drawn over it.
  private func drawLine(at value: Double, _ name: String, _ role: Role, on canvas: inout Canvas, theme: Theme) {
    let y = area.y + Scale(axis.range, places: area.height).row(value)
    let dash: Unicode.Scalar = theme.glyphs == .ascii ? "-" : theme.glyphs == .blocks ? "─" : "╌"
    canvas.line(dash, x: area.x, y: y, width: area.width, theme[role])
    if area.width >= 3 * name.utf8.count {
      canvas.write(" \(name) ", x: area.x + 1, y: y, width: area.width, theme[role], theme)
    }
  }
}
