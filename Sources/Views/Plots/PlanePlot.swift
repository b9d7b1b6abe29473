/// A plane of two quantities with an axis for each, in which curves, points and lines are drawn.
import Basics
import Charts
import Terminal

struct PlanePlot {
  /// Where curves are: right of the numbers of y, above those of x.
  let area: Rect
  private let xAxis: Axis
  private let yAxis: Axis
  private let xUnit: String

  private static let gutter = 8

  /// Nil where there is no room. The ranges are rounded out.
  init?(x: ClosedRange<Double>, unit: String, y: ClosedRange<Double>, in pane: Rect) {
    area = Rect(x: pane.x + Self.gutter, y: pane.y, width: pane.width - Self.gutter, height: pane.height - 1)
    guard area.width >= 8, area.height >= 2 else { return nil }
    // Rounded out finely, so that little room is lost; labelled coarsely.
    xAxis = Axis(Axis(covering: x, ticks: 13).range, ticks: max(3, min(8, area.width / 9)))
    yAxis = Axis(Axis(covering: y, ticks: 13).range, ticks: max(3, area.height / 2))
    xUnit = unit
  }

  func drawAxes(on canvas: inout Canvas, theme: Theme) {
    canvas.standingAxis(yAxis, gutter: Self.gutter, of: area, theme)
    canvas.lyingAxis(xAxis, unit: xUnit, of: area, theme)
  }

  /// The cells of a value of x and of one of y, kept within the plane.
  func column(_ x: Double) -> Int { area.x + Scale(xAxis.range, places: area.width).place(x) }
  func row(_ y: Double) -> Int { area.y + Scale(yAxis.range, places: area.height).row(y) }
  func contains(x: Double) -> Bool { xAxis.range.contains(x) }
  func contains(x: Double, y: Double) -> Bool { contains(x: x) && yAxis.range.contains(y) }

  /// y as a function of x, column of dots by column; parts outside of the plane and NaN are left out.
  /// - Parameter dash: of so many columns of dots the first is drawn; 1 for a line without gaps.
  func curve(_ y: (Double) -> Double, dash: Int = 1) -> BrailleGrid {
    var grid = BrailleGrid(columns: area.width, rows: area.height)
    let span = xAxis.range.upperBound - xAxis.range.lowerBound
    var before: Int?
    for column in 0..<grid.dotColumns {
      let value = y(xAxis.range.lowerBound + span * Double(column) / Double(max(1, grid.dotColumns - 1)))
      let row = row(of: value, in: grid)
      if let row, column % dash == 0 {
        let from = before.map { $0 < row ? min($0 + 1, row) : max($0 - 1, row) } ?? row
        grid.setColumn(x: column, from: dash == 1 ? from : row, through: row)
      }
      before = row
    }
    return grid
  }

  /// The way along points, broken before those that `isBroken` names. NaN breaks it, too.
  func path(_ xs: [Float], _ ys: [Float], isBroken: (Int) -> Bool) -> BrailleGrid {
    var grid = BrailleGrid(columns: area.width, rows: area.height)
    let scale = Scale(xAxis.range, places: grid.dotColumns)
    var before: Point?
    for (index, (x, y)) in zip(xs, ys).enumerated() {
      guard x.isFinite, let row = row(of: Double(y), in: grid) else {
        before = nil
        continue
      }
      let point = Point(x: scale.place(Double(x)), y: row)
      grid.line(from: isBroken(index) ? point : before ?? point, to: point)
      before = point
    }
    return grid
  }

  /// Draws dots, over what is there.
  func draw(_ grid: BrailleGrid, _ style: Style, on canvas: inout Canvas, theme: Theme) {
    for row in 0..<grid.rows {
      for column in 0..<grid.columns {
        let dots = grid.dots(column: column, row: row)
        if dots == 0 { continue }
        canvas[area.x + column, area.y + row] = Cell(BrailleGrid.scalar(dots: dots, theme.glyphs), style: style)
      }
    }
  }

  /// An upright line at x behind what is drawn, with its name at the top where that fits.
  func drawLine(at x: Double, _ name: String, _ style: Style, nameRow: Int, on canvas: inout Canvas, theme: Theme) {
    guard contains(x: x) else { return }
    let column = column(x)
    let dash: Unicode.Scalar = theme.glyphs == .ascii ? ":" : theme.glyphs == .blocks ? "│" : "┆"
    for y in area.y..<area.y + area.height where canvas[column, y].scalar == 0x20 {
      canvas[column, y] = Cell(dash, style: style)
    }
    let columns = CharacterWidth.columns(of: name)
    let isRight = column + 1 + columns <= area.x + area.width
    guard isRight || column - columns >= area.x else { return }
    canvas.write(
      name, x: isRight ? column + 1 : column - columns, y: area.y + nameRow, width: columns, style, theme)
  }

  /// The row of dots of a value, a little outside for what is far outside; nil for NaN.
  private func row(of value: Double, in grid: BrailleGrid) -> Int? {
    guard !value.isNaN else { return nil }
    let fraction = min(2, max(-1, Scale(yAxis.range, places: 2).fraction(value)))
    return Int(((1 - fraction) * Double(grid.dotRows - 1)).rounded())
  }
}
