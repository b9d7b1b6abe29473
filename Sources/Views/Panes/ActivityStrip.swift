/// How many neurons fire together: all spikes of the raster added up, under it.
import Charts
import Debugger
import Terminal

enum ActivityStrip {
  /// Rows of a plot that are kept for the strip; none in a low plot.
  static func leastRows(_ plotHeight: Int) -> Int { plotHeight >= 9 ? 2 : 0 }

  /// At the bottom of the plot, higher where the dots leave room.
  static func area(in plot: Rect, below usedRows: Int) -> Rect {
    guard leastRows(plot.height) > 0 else { return Rect(x: plot.x, y: plot.y, width: 0, height: 0) }
    let height = max(leastRows(plot.height), min(6, plot.height - usedRows - 1))
    return Rect(x: plot.x, y: plot.y + plot.height - height, width: plot.width, height: height)
  }

  /// - Complexity: O(bins).
  static func draw(
    _ raster: RasterSnapshot, in area: Rect, dotsAcross: Int, gutter: Int, on canvas: inout Canvas, theme: Theme
  ) {
    guard !area.isEmpty, raster.columns > 0 else { return }
    canvas.writeRight("all", end: area.x - 3, y: area.y, width: area.x - 3 - gutter, theme[.faint], theme)
    let line = Cell(BoxGlyphs(theme.glyphs).vertical, style: theme[.border])
    canvas.fill(Rect(x: area.x - 1, y: area.y, width: 1, height: area.height), line)
    let sums = sums(raster, columns: area.width, dotsAcross: dotsAcross)
    guard let greatest = sums.max(), greatest > 0 else { return }
    // A power of two as the top: the scale seldom changes while the picture moves.
    let top = Double(greatest.nonzeroBitCount == 1 ? greatest : 1 << (Int.bitWidth - greatest.leadingZeroBitCount))
    for (column, sum) in sums.enumerated() {
      let bar = Rect(x: area.x + column, y: area.y, width: 1, height: area.height)
      canvas.standingBar(Double(sum) / top, in: bar, theme[.curve], theme)
    }
  }

  /// Spikes of all rows by column of cells, the newest at the right.
  static func sums(_ raster: RasterSnapshot, columns: Int, dotsAcross: Int) -> [Int] {
    var sums = Array(repeating: 0, count: columns)
    let shift = columns * dotsAcross - raster.columns
    for (index, count) in raster.counts.enumerated() where count > 0 {
      let dot = index % raster.columns + shift
      if dot >= 0 { sums[dot / dotsAcross] += Int(count) }
    }
    return sums
  }
}
