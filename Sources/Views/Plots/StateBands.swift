/// Bands of a neuron's variables, one above the other, each with name, unit and scale.
import Basics
import Charts
import Debugger
import Terminal

struct StateBands {
  private let model: StatesPane.Model
  private let area: Rect
  private let layout: BandLayout

  init(_ model: StatesPane.Model, in area: Rect) {
    self.model = model
    self.area = area
    let gutter = BandLayout.gutter(model.variables.map(\.name), width: area.width)
    let plot = Rect(
      x: area.x + gutter, y: area.y, width: area.width - gutter, height: area.height - (area.height >= 3 ? 1 : 0))
    layout = BandLayout(model.variables.count, selected: model.selected, in: plot)
  }

  func draw(on canvas: inout Canvas, theme: Theme) {
    for (band, place) in layout.shown.enumerated() {
      draw(place, in: layout.frame(band), on: &canvas, theme: theme)
    }
    let plot = layout.area
    TimeAxis.draw(model.window, x: plot.x, y: plot.y + plot.height, width: plot.width, on: &canvas, theme: theme)
    let hidden = model.variables.count - layout.shown.count
    if hidden > 0 {
      canvas.write("+\(hidden)", x: area.x, y: plot.y + plot.height, width: 6, theme[.faint], theme)
    }
  }

  private func draw(_ place: Int, in band: Rect, on canvas: inout Canvas, theme: Theme) {
    let variable = model.variables[place]
    let trace = model.traces.first { $0.variable == variable.name }
    let range = Self.range(trace, variable)
    let decimals = Axis(range, ticks: 2).decimals
    layout.drawGutter(
      band, from: area.x, name: variable.name, isSelected: place == model.selected, unit: variable.dimension.baseUnit,
      bottom: Digits.fixed(range.lowerBound, decimals), top: Digits.fixed(range.upperBound, decimals), on: &canvas,
      theme: theme)
    guard let trace else { return }
    TraceCurve(trace, over: range, columns: band.width, rows: band.height, showsSpikes: variable.name == "v")
      .draw(x: band.x, y: band.y, on: &canvas, theme: theme)
  }

  /// From 0 to 1 for what is a fraction, such as a gate; otherwise what there was, rounded out.
  static func range(_ trace: TraceSnapshot?, _ variable: StateVariable) -> ClosedRange<Double> {
    guard let extent = trace?.extent else { return 0...1 }
    if variable.dimension == .none, extent.lowerBound >= 0, extent.upperBound <= 1 { return 0...1 }
    // What hardly moves is not blown up until its rounding errors fill the band.
    let least = Elementary.power10(-Double(Words.decimals(variable.dimension)))
    guard extent.upperBound - extent.lowerBound < least else { return Axis(covering: extent, ticks: 4).range }
    let low = extent.lowerBound == 0 ? 0 : extent.lowerBound - least
    return Axis(covering: low...extent.upperBound + least, ticks: 4).range
  }
}
