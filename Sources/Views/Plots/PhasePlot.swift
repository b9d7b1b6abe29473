/// A phase plane with two nullclines and an orbit.
import Basics
import Charts
import Debugger
import Terminal
import Workbench

struct PhasePlot {
  private let plane: PhasePlane
  private let values: NeuronValues
  private let orbit: OrbitSnapshot?
  private let plot: PlanePlot
  private let lines: [String]
  private let pane: Rect

  /// What the picture needs at least before there is room for words.
  private static let leastHeight = 5
  /// The nullcline of y has gaps, so that the two are told apart without colour.
  private static let dash = 3

  /// Nil where there is no room.
  init?(_ model: PhasePane.Model, _ plane: PhasePlane, _ values: NeuronValues, _ glyphs: GlyphSet, in pane: Rect) {
    self.plane = plane
    self.values = values
    self.pane = pane
    orbit = model.orbit
    let facts = Self.facts(model, plane, glyphs)
    lines = Array(FactLines.lines(of: facts, width: pane.width - 2).prefix(max(0, pane.height - Self.leastHeight)))
    let ranges = Self.ranges(plane, values, model.orbit)
    let room = Rect(x: pane.x, y: pane.y, width: pane.width, height: pane.height - lines.count)
    guard let plot = PlanePlot(x: ranges.x, unit: model.xUnit, y: ranges.y, in: room) else { return nil }
    self.plot = plot
  }

  func draw(on canvas: inout Canvas, theme: Theme) {
    plot.drawAxes(on: &canvas, theme: theme)
    let yNullcline = plot.curve({ plane.yNullcline($0, values) }, dash: Self.dash)
    plot.draw(yNullcline, theme[.inhibitory], on: &canvas, theme: theme)
    plot.draw(plot.curve { plane.xNullcline($0, values) }, theme[.excitatory], on: &canvas, theme: theme)
    if let orbit {
      let path = plot.path(orbit.xs, orbit.ys) { plane.jumps && orbit.spiked.element($0) == true }
      plot.draw(path, theme[.curve], on: &canvas, theme: theme)
    }
    let (x, y) = (values[plane.x], values[plane.y])
    if plot.contains(x: x, y: y) {
      canvas[plot.column(x), plot.row(y)] = Mark.knob.cell(theme, theme[.spike].with(.bold))
    }
    for (index, line) in lines.enumerated() {
      let row = pane.y + pane.height - lines.count + index
      canvas.write(line, x: pane.x + 1, y: row, width: pane.width - 1, theme[.text], theme)
    }
  }

  /// What is to be seen: the way and its turning points, and of the nullclines what lies around them.
  static func ranges(
    _ plane: PhasePlane, _ values: NeuronValues, _ orbit: OrbitSnapshot?
  ) -> (x: ClosedRange<Double>, y: ClosedRange<Double>) {
    let least = plane.range(values)
    let xs = finite([values[plane.x]] + (orbit?.xs ?? []).map(Double.init))
    let x = min(least.lowerBound, xs.min() ?? .infinity)...max(least.upperBound, xs.max() ?? -.infinity)
    if let bounds = plane.bounds { return (x, bounds) }
    let places = (0...100).map { least.lowerBound + (least.upperBound - least.lowerBound) * Double($0) / 100 }
    let bottom = finite(places.map { plane.xNullcline($0, values) }).min()
    let ys = finite(
      [values[plane.y], bottom ?? .nan] + (orbit?.ys ?? []).map(Double.init)
        + places.map { plane.yNullcline($0, values) })
    guard let low = ys.min(), let high = ys.max() else { return (x, 0...1) }
    // Some air above and below, for the nullcline of x leaves upwards.
    let air = (high - low) / 10
    return (x, low - air...high + air)
  }

  /// What a picture can show at all.
  private static func finite(_ values: [Double]) -> [Double] { values.filter { abs($0) < 1e12 } }

  private static func facts(_ model: PhasePane.Model, _ plane: PhasePlane, _ glyphs: GlyphSet) -> [String] {
    var facts = ["line: d\(plane.x)/dt = 0", "dotted: d\(plane.y)/dt = 0", "\(Mark.knob.scalar(glyphs)) now"]
    facts.append("the way of the last \(Words.span(model.window))")
    if !plane.reduction.isEmpty { facts.append(plane.reduction) }
    facts.append(plane.source)
    return facts
  }
}
