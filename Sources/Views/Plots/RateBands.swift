/// Bands of rates, one above the other, each with name and scale.
import Basics
import Charts
import Debugger
import Terminal

struct RateBands {
  private let model: RatesPane.Model
  private let curves: RateCurvesSnapshot
  private let area: Rect
  /// The populations that fire.
  private let firing: [Int]
  private let layout: BandLayout

  /// Columns for names and scale.
  static func gutter(_ names: [String], width: Int) -> Int { BandLayout.gutter(names, width: width) }

  init(_ model: RatesPane.Model, _ curves: RateCurvesSnapshot, in area: Rect) {
    self.model = model
    self.curves = curves
    self.area = area
    let gutter = Self.gutter(model.names, width: area.width)
    let plot = Rect(
      x: area.x + gutter, y: area.y, width: area.width - gutter, height: area.height - (area.height >= 3 ? 1 : 0))
    firing = model.fires.indices.filter { model.fires[$0] }
    layout = BandLayout(firing.count, selected: firing.firstIndex { $0 >= model.selected } ?? 0, in: plot)
  }

  func draw(on canvas: inout Canvas, theme: Theme) {
    for (band, place) in layout.shown.enumerated() {
      draw(firing[place], in: layout.frame(band), on: &canvas, theme: theme)
    }
    let plot = layout.area
    TimeAxis.draw(
      model.window, x: plot.x, y: plot.y + plot.height, width: plot.width, on: &canvas, theme: theme)
    let hidden = firing.count - layout.shown.count
    if hidden > 0 {
      canvas.write("+\(hidden)", x: area.x, y: plot.y + plot.height, width: 6, theme[.faint], theme)
    }
  }

  /// From 0 up to a round number above the greatest rate.
  static func axis(_ rates: ArraySlice<Float>) -> Axis {
    let greatest = rates.reduce(Float(0)) { $1 > $0 ? $1 : $0 }
    return Axis(covering: 0...max(1, Double(greatest)), ticks: 3)
  }

  private func draw(_ population: Int, in band: Rect, on canvas: inout Canvas, theme: Theme) {
    let rates = curves.rates(of: population)
    let top = Self.axis(rates).range.upperBound
    layout.drawGutter(
      band, from: area.x, name: model.names[population], isSelected: population == model.selected, bottom: "0",
      top: Digits.fixed(top, 0), on: &canvas, theme: theme)
    for x in 0..<band.width {
      let rate = rates[rates.startIndex + x * curves.columns / band.width]
      guard rate > 0 else { continue }
      let bar = Rect(x: band.x + x, y: band.y, width: 1, height: band.height)
      canvas.standingBar(Double(rate) / top, in: bar, theme[.curve], theme)
    }
  }
}

extension RateCurvesSnapshot {
  /// Oldest first.
  func rates(of population: Int) -> ArraySlice<Float> { rates[population * columns..<(population + 1) * columns] }
}
