/// An f-I curve with its rheobase, what a formula says, and where the neuron stands now.
import Basics
import Charts
import Debugger
import Terminal
import Workbench

struct FiringPlot {
  private let model: FiringPane.Model
  private let curve: FiringCurve
  private let formula: FiringFormula?
  private let drive: ParameterField
  private let plot: PlanePlot
  private let lines: [String]
  private let pane: Rect

  /// What the picture needs at least before there is room for words.
  private static let leastHeight = 5

  init?(
    _ model: FiringPane.Model, _ curve: FiringCurve, _ descriptor: ModelDescriptor, _ glyphs: GlyphSet, in pane: Rect
  ) {
    guard let drive = descriptor.drive, let low = curve.currents.first, let high = curve.currents.last, low <= high
    else { return nil }
    self.model = model
    self.curve = curve
    self.drive = drive
    self.pane = pane
    let formula = FiringFormula(curve, descriptor)
    self.formula = formula
    let measured = "\(Mark.knob.scalar(glyphs)) measured"
    let facts = Self.facts(model, curve, drive) + [measured] + Self.facts(formula?.theory, width: pane.width - 2)
    lines = Array(FactLines.lines(of: facts, width: pane.width - 2).prefix(max(0, pane.height - Self.leastHeight)))
    let top = curve.rates.reduce(1) { max($0, $1) }
    let room = Rect(x: pane.x, y: pane.y, width: pane.width, height: pane.height - lines.count)
    guard let plot = PlanePlot(x: low...high, unit: drive.dimension.baseUnit, y: 0...top, in: room) else { return nil }
    self.plot = plot
  }

  func draw(on canvas: inout Canvas, theme: Theme) {
    plot.drawAxes(on: &canvas, theme: theme)
    if let formula {
      plot.draw(plot.curve { formula.rate($0) }, theme[.accent], on: &canvas, theme: theme)
    } else {
      let path = plot.path(curve.currents.map { Float($0) }, curve.rates.map { Float($0) }) { _ in false }
      plot.draw(path, theme[.curve], on: &canvas, theme: theme)
    }
    drawMeasured(on: &canvas, theme: theme)
    if let rheobase = curve.rheobase {
      plot.drawLine(at: rheobase, "rheobase", theme[.threshold], nameRow: 0, on: &canvas, theme: theme)
    }
    if let now = model.drive {
      plot.drawLine(at: now, "now", theme[.warning], nameRow: 1, on: &canvas, theme: theme)
      if plot.contains(x: now, y: model.rate) {
        canvas[plot.column(now), plot.row(model.rate)] = Mark.leader.cell(theme, theme[.warning])
      }
    }
    for (index, line) in lines.enumerated() {
      let y = pane.y + pane.height - lines.count + index
      canvas.write(line, x: pane.x + 1, y: y, width: pane.width - 1, theme[.text], theme)
    }
  }

  /// A sign for every few of the points: those that lie on the line of the formula show that it holds.
  private func drawMeasured(on canvas: inout Canvas, theme: Theme) {
    let stride = max(1, 3 * curve.currents.count / max(1, plot.area.width))
    for (index, (current, rate)) in zip(curve.currents, curve.rates).enumerated() where index % stride == 0 {
      guard plot.contains(x: current, y: rate) else { continue }
      canvas[plot.column(current), plot.row(rate)] = Mark.knob.cell(theme, theme[.curve])
    }
  }

  private static func facts(_ model: FiringPane.Model, _ curve: FiringCurve, _ drive: ParameterField) -> [String] {
    let amount = { (value: Double) in NumberText.quantity(value, drive.dimension) }
    var facts = [curve.rheobase.map { "rheobase \(amount($0))" } ?? "never fires"]
    if let now = model.drive { facts.append("now \(amount(now)), \(Digits.fixed(model.rate, 1)) Hz") }
    if model.isStale { facts.append("of other values, \(Words.advice("f-i-curve", "measures again"))") }
    return facts
  }

  private static func facts(_ theory: FiringTheory?, width: Int) -> [String] {
    guard let theory else { return [] }
    let whole = "line: \(theory.formula) (\(theory.source))"
    return [CharacterWidth.columns(of: whole) <= width ? whole : "line: \(theory.source)"]
  }
}
