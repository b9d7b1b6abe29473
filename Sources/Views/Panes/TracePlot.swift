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
  private let curve: TraceCurve
  private let model: TracePane.Model
  private let trace: TraceSnapshot
  /// What the cursors read, below the times.
  private let facts: [String]

  /// Columns for the labels of the axis: fixed, so that the curve does not jump sideways.
  private static let gutter = 8
  /// What the curve and its times need at least before there is room for what cursors read.
  private static let leastHeight = 4

  /// The curve's part of a pane: right of the labels, above the times.
  static func plot(in area: Rect) -> Rect {
    Rect(
      x: area.x + gutter, y: area.y, width: area.width - gutter, height: area.height - (area.height >= 3 ? 1 : 0))
  }

  /// Nil where there is nothing to draw, or no room for it.
  init?(_ model: TracePane.Model, _ trace: TraceSnapshot, in pane: Rect) {
    let facts = model.scope.lines(trace, model.dimension, width: pane.width - 2)
    self.facts = Array(facts.prefix(max(0, pane.height - Self.leastHeight)))
    area = Self.plot(in: Rect(x: pane.x, y: pane.y, width: pane.width, height: pane.height - self.facts.count))
    self.model = model
    self.trace = trace
    guard area.height > 0, area.width > 0, let axis = Self.axis(trace, model, ticks: area.height / 2) else {
      return nil
    }
    self.axis = axis
    curve = TraceCurve(trace, over: axis.range, columns: area.width, rows: area.height)
  }

  /// Nil where nothing was recorded.
  static func axis(_ trace: TraceSnapshot, _ model: TracePane.Model, ticks: Int) -> Axis? {
    guard let range = range(trace, model) else { return nil }
    // Rounded out finely, so that little room is lost and small changes move nothing; labelled coarsely.
    return Axis(Axis(covering: range, ticks: 13).range, ticks: max(2, ticks))
  }

  /// What must be on the axis: every recorded value, threshold and reset.
  private static func range(_ trace: TraceSnapshot, _ model: TracePane.Model) -> ClosedRange<Double>? {
    guard let extent = trace.extent else { return nil }
    let lines = [model.threshold, model.reset, model.scope.trigger?.level].compactMap(\.self)
    let bottom = min(extent.lowerBound, lines.min() ?? .infinity)
    let top = max(extent.upperBound, lines.max() ?? -.infinity)
    // Spikes stand out above the threshold.
    return bottom...(model.threshold == nil ? top : top + (top - bottom) * 0.15)
  }

  func draw(on canvas: inout Canvas, theme: Theme) {
    canvas.standingAxis(axis, gutter: Self.gutter, of: area, theme)
    let lines = [(model.reset, "reset", Role.faint), (model.threshold, "threshold", .threshold)]
    for (value, _, role) in lines { value.map { drawLine(at: $0, role, on: &canvas, theme: theme) } }
    curve.draw(x: area.x, y: area.y, on: &canvas, theme: theme)
    let lead = model.scope.lead(trace)
    model.scope.drawCursors(in: area, trace.window, on: &canvas, theme: theme)
    let level = model.scope.trigger?.level ?? model.threshold
    model.scope.drawTrigger(
      in: area, lead: lead, trace.window, levelRow: level.map(row), on: &canvas, theme: theme)
    TimeAxis.draw(
      model.window, lead: lead, x: area.x, y: area.y + area.height, width: area.width, on: &canvas, theme: theme)
    for (index, line) in facts.enumerated() {
      canvas.write(
        line, x: area.x - Self.gutter + 1, y: area.y + area.height + 1 + index, width: area.width + Self.gutter - 1,
        theme[.text], theme)
    }
    // Over the oldest end of the curve: a name that spikes run through cannot be read.
    for (value, name, role) in lines { value.map { drawName(name, at: $0, role, on: &canvas, theme: theme) } }
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
