/// A histogram as standing bars, with counts at the left and values below.
import Analysis
import Charts
import Terminal
import Workbench

struct HistogramPlot {
  /// Columns for the counts: fixed, so that the bars do not jump sideways.
  private static let gutter = 7
  /// More bars than this tell nothing more, and each holds too few values.
  private static let mostBins = 60

  /// How many bars are drawn in a pane of this width.
  static func bins(width: Int) -> Int {
    let room = max(1, width - gutter)
    return max(1, room / cells(room))
  }

  /// Cells to a bar.
  private static func cells(_ room: Int) -> Int { max(1, (room + mostBins - 1) / mostBins) }

  let histogram: Histogram
  /// Behind the last number of the axis of values.
  let unit: String
  /// A value to point at, such as the selected neuron's.
  var marked: Double?

  func draw(in area: Rect, on canvas: inout Canvas, theme: Theme) {
    let plot = Rect(
      x: area.x + Self.gutter, y: area.y, width: area.width - Self.gutter, height: area.height - 1)
    guard plot.height > 0, plot.width > 0, !histogram.counts.isEmpty else { return }
    let axis = Axis(covering: 0...Double(max(1, histogram.counts.max() ?? 1)), ticks: max(3, plot.height / 2))
    drawCounts(axis, plot, on: &canvas, theme: theme)
    let cells = max(1, plot.width / histogram.counts.count)
    for (bin, count) in histogram.counts.enumerated() where count > 0 {
      // What is there is seen, however little.
      let fraction = max(Double(count) / axis.range.upperBound, 1 / Double(8 * plot.height))
      let bar = Rect(x: plot.x + bin * cells, y: plot.y, width: cells, height: plot.height)
      canvas.standingBar(fraction, in: bar, theme[.curve], theme)
    }
    drawValues(x: plot.x, y: plot.y + plot.height, width: cells * histogram.counts.count, on: &canvas, theme: theme)
  }

  private func drawCounts(_ axis: Axis, _ plot: Rect, on canvas: inout Canvas, theme: Theme) {
    let box = BoxGlyphs(theme.glyphs)
    canvas.fill(
      Rect(x: plot.x - 1, y: plot.y, width: 1, height: plot.height), Cell(box.vertical, style: theme[.border]))
    let scale = Scale(axis.range, places: plot.height)
    for tick in axis.ticks where tick == tick.rounded() {
      let y = plot.y + scale.row(tick)
      canvas[plot.x - 1, y] = Cell(box.fromRight, style: theme[.border])
      canvas.writeRight(
        Digits.fixed(tick, 0), end: plot.x - 1, y: y, width: Self.gutter - 1, theme[.faint], theme)
    }
  }

  /// Round values under the bars, and a mark under that of the marked value.
  private func drawValues(x: Int, y: Int, width: Int, on canvas: inout Canvas, theme: Theme) {
    let axis = Axis(histogram.range, ticks: max(2, min(7, width / 10)))
    let scale = Scale(histogram.range, places: width)
    let isPoint = histogram.range.lowerBound == histogram.range.upperBound
    let row = Rect(x: x, y: y - 1, width: width, height: 1)
    if isPoint {
      let label = NumberText.significant(histogram.range.lowerBound)
      canvas.lyingLabels([(label, width / 2)], unit: unit, of: row, theme)
    } else {
      canvas.lyingAxis(axis, unit: unit, of: row, theme)
    }
    guard let marked, marked.isFinite else { return }
    let place = isPoint ? x + width / 2 : x + scale.place(marked)
    canvas[place, y] = Mark.leader.cell(theme, theme[.accent])
  }
}
