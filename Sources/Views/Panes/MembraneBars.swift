/// One line of the membrane pane: index, bar with its marks, value.
import Basics
import Charts
import Debugger
import Terminal
import Workbench

struct MembraneBars {
  /// The same for the whole page, from reset and threshold where there are any: bars can be compared, and stand still.
  let range: ClosedRange<Double>
  private let dimension: Dimension
  private let timeUnit: String
  private let threshold: Double
  private let reset: Double
  private let indexWidth: Int
  private let valueWidth: Int
  private let barWidth: Int

  init(_ page: BarsSnapshot, dimension: Dimension, timeUnit: String, width: Int) {
    self.dimension = dimension
    self.timeUnit = timeUnit
    let first = page.bars.first { !$0.threshold.isNaN }
    threshold = first?.threshold ?? .nan
    reset = first?.reset ?? .nan
    range = Self.range(page.bars)
    indexWidth = max(2, String(page.indices.max() ?? 0).count)
    valueWidth = dimension == .none ? 8 : 9
    barWidth = max(0, width - indexWidth - valueWidth - 4)
  }

  /// As far below the reset as the threshold is above it, and a tenth above the threshold; without a threshold what
  /// the values need.
  static func range(_ bars: [BarsSnapshot.Bar]) -> ClosedRange<Double> {
    let thresholds = bars.map(\.threshold).filter(\.isFinite)
    let resets = bars.map(\.reset).filter(\.isFinite)
    if let top = thresholds.max(), let bottom = resets.min(), top > bottom {
      return (bottom - (top - bottom))...(top + (top - bottom) / 10)
    }
    let values = bars.map(\.v).filter(\.isFinite)
    return Axis(covering: min(0, values.min() ?? 0)...max(0, values.max() ?? 0, 1e-3), ticks: 3).range
  }

  func draw(
    _ bar: BarsSnapshot.Bar, index: Int, isSelected: Bool, x: Int, y: Int, on canvas: inout Canvas, theme: Theme
  ) {
    if isSelected { canvas[x, y] = Mark.selected.cell(theme, theme[.accent]) }
    let label = Digits.padded(String(index), indexWidth)
    canvas.write(label, x: x + 1, y: y, width: indexWidth, theme[isSelected ? .accent : .faint], theme)
    drawBar(bar, x: x + indexWidth + 2, y: y, on: &canvas, theme: theme)
    let end = x + indexWidth + 3 + barWidth
    if bar.fired { canvas[end, y] = Mark.fired.cell(theme, theme[.spike].with(.bold)) }
    canvas.writeRight(
      Words.steady(bar.v, dimension), end: end + 1 + valueWidth, y: y, width: valueWidth,
      theme[bar.fired ? .spike : .text], theme)
  }

  private func drawBar(_ bar: BarsSnapshot.Bar, x: Int, y: Int, on canvas: inout Canvas, theme: Theme) {
    let scale = Scale(range, places: barWidth)
    let isResting = bar.refractory > 0
    let style = theme[bar.fired ? .spike : isResting ? .refractory : .curve]
    canvas.lyingBar(scale.fraction(bar.v), x: x, y: y, width: barWidth, style, theme)
    draw(.reset, at: bar.reset, .faint, scale, x: x, y: y, on: &canvas, theme: theme)
    draw(.threshold, at: bar.threshold, .threshold, scale, x: x, y: y, on: &canvas, theme: theme)
    if isResting {
      let time = Digits.fixed(bar.refractory, timeUnit == "steps" ? 0 : 1)
      canvas.write(" R \(time) \(timeUnit) ", x: x, y: y, width: barWidth, theme[.refractory].with(.reverse), theme)
    } else if bar.v < range.lowerBound {
      canvas[x, y] = Mark.below.cell(theme, theme[.faint])
    }
  }

  /// A line at a potential, where the bar leaves it free.
  private func draw(
    _ mark: Mark, at value: Double, _ role: Role, _ scale: Scale, x: Int, y: Int, on canvas: inout Canvas,
    theme: Theme
  ) {
    guard value.isFinite, barWidth > 0, range.contains(value) else { return }
    let column = x + scale.place(value)
    guard canvas.bounds.contains(Point(x: column, y: y)), canvas[column, y].scalar == 0x20 else { return }
    canvas[column, y] = mark.cell(theme, theme[role])
  }

  func drawLegend(x: Int, y: Int, width: Int, on canvas: inout Canvas, theme: Theme) {
    guard threshold.isFinite else {
      canvas.write("no threshold: it never fires", x: x + 1, y: y, width: width - 1, theme[.faint], theme)
      return
    }
    let marks: [(Unicode.Scalar, Role, String)] = [
      (Mark.reset.scalar(theme.glyphs), .faint, "reset \(NumberText.quantity(reset, dimension))"),
      (Mark.threshold.scalar(theme.glyphs), .threshold, "threshold \(NumberText.quantity(threshold, dimension))"),
      (Mark.fired.scalar(theme.glyphs), .spike, "fired"), ("R", .refractory, "refractory"),
    ]
    var used = 1
    for (mark, role, word) in marks {
      // As many as fit as a whole.
      if used + 2 + CharacterWidth.columns(of: word) > width { return }
      let spans = [("\(mark) ", theme[role]), (word, theme[.faint])]
      used += 2 + canvas.write(spans, x: x + used, y: y, width: width - used, theme)
    }
  }
}
