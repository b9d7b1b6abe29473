/// Bands of rates, one above the other, each with name and scale.
import Basics
import Charts
import Debugger
import Terminal

struct RateBands {
  private let model: RatesPane.Model
  private let curves: RateCurvesSnapshot
  private let area: Rect
  private let plot: Rect
  /// The populations in view, and the rows that each has.
  private let shown: [Int]
  private let bandHeight: Int

  /// Columns for names and scale.
  static func gutter(_ names: [String], width: Int) -> Int {
    let longest = names.map { CharacterWidth.columns(of: $0) }.max() ?? 0
    return min(longest, max(3, width / 5)) + 8
  }

  init(_ model: RatesPane.Model, _ curves: RateCurvesSnapshot, in area: Rect) {
    self.model = model
    self.curves = curves
    self.area = area
    let gutter = Self.gutter(model.names, width: area.width)
    plot = Rect(
      x: area.x + gutter, y: area.y, width: area.width - gutter, height: area.height - (area.height >= 3 ? 1 : 0))
    let firing = model.fires.indices.filter { model.fires[$0] }
    // At least two rows to a band; where there are more populations, those around the selected one.
    let room = max(1, min(firing.count, plot.height / 2))
    let place = firing.firstIndex { $0 >= model.selected } ?? 0
    let first = max(0, min(place - room / 2, firing.count - room))
    shown = Array(firing[first..<first + room])
    bandHeight = max(1, plot.height / room)
  }

  func draw(on canvas: inout Canvas, theme: Theme) {
    for (band, population) in shown.enumerated() {
      let y = plot.y + band * bandHeight
      // The last one takes what is left over; a line stays free between two that are high.
      let height = band == shown.count - 1 ? plot.y + plot.height - y : bandHeight - (bandHeight >= 5 ? 1 : 0)
      draw(population, in: Rect(x: plot.x, y: y, width: plot.width, height: height), on: &canvas, theme: theme)
    }
    TimeAxis.draw(
      model.window, x: plot.x, y: plot.y + plot.height, width: plot.width, on: &canvas, theme: theme)
    let hidden = model.fires.count { $0 } - shown.count
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
    drawGutter(population, top: top, in: band, on: &canvas, theme: theme)
    for x in 0..<band.width {
      let rate = rates[rates.startIndex + x * curves.columns / band.width]
      guard rate > 0 else { continue }
      let bar = Rect(x: band.x + x, y: band.y, width: 1, height: band.height)
      canvas.standingBar(Double(rate) / top, in: bar, theme[.curve], theme)
    }
  }

  private func drawGutter(_ population: Int, top: Double, in band: Rect, on canvas: inout Canvas, theme: Theme) {
    let box = BoxGlyphs(theme.glyphs)
    let line = Rect(x: band.x - 1, y: band.y, width: 1, height: band.height)
    canvas.fill(line, Cell(box.vertical, style: theme[.border]))
    canvas[band.x - 1, band.y] = Cell(box.fromRight, style: theme[.border])
    let isSelected = population == model.selected
    let style = isSelected ? theme[.accent].with(.bold) : theme[.text]
    let nameWidth = band.x - area.x - 7
    canvas.write(model.names[population], x: area.x, y: band.y, width: nameWidth, style, theme)
    canvas.writeRight(Digits.fixed(top, 0), end: band.x - 1, y: band.y, width: 6, theme[.faint], theme)
    guard band.height >= 2 else { return }
    canvas[band.x - 1, band.y + band.height - 1] = Cell(box.fromRight, style: theme[.border])
    canvas.writeRight("0", end: band.x - 1, y: band.y + band.height - 1, width: 6, theme[.faint], theme)
  }
}

extension RateCurvesSnapshot {
  /// Oldest first.
  func rates(of population: Int) -> ArraySlice<Float> { rates[population * columns..<(population + 1) * columns] }
}
