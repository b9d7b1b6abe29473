/// The curve of a trace as dots, with its spikes drawn up to the top.
import Charts
import Debugger
import Terminal

extension TraceSnapshot {
  /// The least and the greatest value that was recorded; nil where none was.
  var extent: ClosedRange<Double>? {
    var low = Float.infinity
    var high = -Float.infinity
    for value in minima where value < low { low = value }
    for value in maxima where value > high { high = value }
    return low <= high ? Double(low)...Double(high) : nil
  }
}

struct TraceCurve {
  private let grid: BrailleGrid
  /// For each column of cells the lowest row that only a spike's line reaches; -1 where none is.
  private let spikeRows: [Int]

  /// - Parameters:
  ///   - range: the values at the bottom and at the top.
  ///   - columns, rows: cells; the newest column of the trace is drawn at the right edge.
  init(
    _ trace: TraceSnapshot, over range: ClosedRange<Double>, columns: Int, rows: Int, showsSpikes: Bool = true
  ) {
    var grid = BrailleGrid(columns: columns, rows: rows)
    let scale = Scale(range, places: grid.dotRows)
    Envelope.draw(minima: trace.minima, maxima: trace.maxima, scale: scale, on: &grid)
    var spikeRows = Array(repeating: -1, count: max(0, columns))
    let shift = grid.dotColumns - trace.spiked.count
    for (column, spiked) in trace.spiked.enumerated() where spiked && showsSpikes && column + shift >= 0 {
      let peak = trace.maxima.element(column) ?? .nan
      let top = peak.isNaN ? grid.dotRows - 1 : scale.row(Double(peak))
      grid.setColumn(x: column + shift, from: 0, through: top)
      spikeRows[(column + shift) / 2] = top / 4
    }
    self.grid = grid
    self.spikeRows = spikeRows
  }

  /// - Parameters: x, y: the cell of the upper left corner.
  func draw(x: Int, y: Int, on canvas: inout Canvas, theme: Theme) {
    let curve = theme[.curve]
    let spike = theme[.spike]
    for row in 0..<grid.rows {
      for column in 0..<grid.columns {
        let dots = grid.dots(column: column, row: row)
        if dots == 0 { continue }
        let style = row <= spikeRows[column] ? spike : curve
        canvas[x + column, y + row] = Cell(BrailleGrid.scalar(dots: dots, theme.glyphs), style: style)
      }
    }
  }
}
