/// The shares of a sheet, one a row: value, running sum, a bar from the sum before to the sum behind it, and what it is.
import Terminal
import Workbench

struct WhyTable {
  private let sheet: WhySheet
  private let row: Int
  private let isFocused: Bool
  private let area: Rect
  private let values: [String]
  private let sums: [String]
  private let valueWidth: Int
  /// 0 where there is no room.
  private let sumWidth: Int
  private let bars: Bars
  private let labelX: Int

  init(_ sheet: WhySheet, row: Int, isFocused: Bool, in area: Rect) {
    self.sheet = sheet
    self.row = row
    self.isFocused = isFocused
    self.area = area
    values = sheet.rows.map { sheet.signed($0.value) }
    sums = sheet.rows.map { sheet.plain($0.sum) }
    valueWidth = ([sheet.title] + values).map(\.count).max() ?? 0
    sumWidth = area.width >= 50 ? ([sheet.sumTitle] + sums).map(\.count).max() ?? 0 : 0
    let left = 3 + valueWidth + (sumWidth > 0 ? sumWidth + 1 : 0)
    // A label of usual length has its place before the bar grows.
    bars = Bars(sheet, width: max(4, min(area.width / 3, area.width - left - 36)))
    labelX = area.x + left + bars.width + 2
  }

  func draw(on canvas: inout Canvas, _ theme: Theme) {
    guard area.height > 1, !sheet.rows.isEmpty else { return }
    drawHead(on: &canvas, theme)
    let room = area.height - 1
    let first = max(0, min(row - room / 2, sheet.rows.count - room))
    for index in first..<min(sheet.rows.count, first + room) {
      draw(index, y: area.y + 1 + index - first, on: &canvas, theme)
    }
  }

  private var valueEnd: Int { area.x + 2 + valueWidth }
  private var barX: Int { labelX - bars.width - 1 }

  private func drawHead(on canvas: inout Canvas, _ theme: Theme) {
    let style = theme[.faint]
    canvas.writeRight(sheet.title, end: valueEnd, y: area.y, width: valueWidth, style, theme)
    if sumWidth > 0 {
      canvas.writeRight(sheet.sumTitle, end: valueEnd + 1 + sumWidth, y: area.y, width: sumWidth, style, theme)
    }
    guard let cell = bars.levelCell else { return }
    canvas[barX + cell, area.y] = Mark.threshold.cell(theme, theme[.threshold])
    let word = "threshold"
    if cell > word.count {
      canvas.writeRight(word, end: barX + cell - 1, y: area.y, width: cell - 1, style, theme)
    } else {
      canvas.write(word, x: barX + cell + 2, y: area.y, width: area.width - (barX + cell + 2 - area.x), style, theme)
    }
  }

  private func draw(_ index: Int, y: Int, on canvas: inout Canvas, _ theme: Theme) {
    let entry = sheet.rows[index]
    let style = theme[index == row ? .accent : entry.spike == nil ? .faint : .text]
    if index == row {
      canvas[area.x, y] = Mark.selected.cell(theme, theme[.accent])
      if isFocused { canvas.cursor = Point(x: area.x, y: y) }
    }
    if entry.isCausal { canvas.write("*", x: area.x + 1, y: y, width: 1, theme[.spike], theme) }
    canvas.writeRight(
      values[index], end: valueEnd, y: y, width: valueWidth, theme[entry.value < 0 ? .inhibitory : .excitatory], theme)
    if sumWidth > 0 {
      canvas.writeRight(sums[index], end: valueEnd + 1 + sumWidth, y: y, width: sumWidth, style, theme)
    }
    drawBar(index, y: y, on: &canvas, theme)
    let width = area.x + area.width - labelX
    let used = canvas.write(entry.label, x: labelX, y: y, width: width, style, theme)
    if !entry.detail.isEmpty, width - used > 12 {
      canvas.write(entry.detail, x: labelX + used + 2, y: y, width: width - used - 2, theme[.faint], theme)
    }
  }

  /// Full upwards, and of another glyph downwards, so that no colour is needed to tell them apart.
  private func drawBar(_ index: Int, y: Int, on canvas: inout Canvas, _ theme: Theme) {
    if let cell = bars.levelCell { canvas[barX + cell, y] = Mark.threshold.cell(theme, theme[.threshold]) }
    let (cells, isUp) = bars.span(index)
    let isASCII = theme.glyphs == .ascii
    for cell in cells {
      let scalar: Unicode.Scalar =
        cells.count == 1 ? (isASCII ? "|" : "│") : isUp ? (isASCII ? "+" : "█") : isASCII ? "-" : "░"
      canvas[barX + cell, y] = Cell(scalar, style: theme[isUp ? .excitatory : .inhibitory])
    }
  }
}
