/// A matrix as a picture of tiles: two tiles to a cell by half blocks, or one shaded character to a cell.
package import Terminal

/// Where the tiles of a matrix lie within a rectangle, each `scale` half rows high and as wide.
package struct HeatmapChart: Sendable, Equatable {
  package let rows: Int
  package let columns: Int
  package let scale: Int
  package let area: Rect

  /// Tiles as large as fit; half a cell is as high as a cell is wide, so that tiles are square.
  package init(rows: Int, columns: Int, in area: Rect, greatestScale: Int = 8) {
    self.rows = max(0, rows)
    self.columns = max(0, columns)
    self.area = area
    let fits = min(area.width / max(1, columns), area.height * 2 / max(1, rows))
    scale = max(1, min(greatestScale, fits))
  }

  /// The cells that the picture takes.
  package var size: Size {
    Size(columns: min(area.width, columns * scale), rows: min(area.height, (rows * scale + 1) / 2))
  }

  /// The cell in which the tile (row, column) has its middle.
  package func cell(row: Int, column: Int) -> Point {
    Point(x: area.x + (column * 2 + 1) * scale / 2, y: area.y + (row * 2 + 1) * scale / 4)
  }

  /// The upper one of the tiles in a cell; nil outside of the picture.
  package func tile(at point: Point) -> (row: Int, column: Int)? {
    guard Rect(x: area.x, y: area.y, width: size.columns, height: size.rows).contains(point) else { return nil }
    return (min((point.y - area.y) * 2 / scale, rows - 1), min((point.x - area.x) / scale, columns - 1))
  }

  /// Two colours to a cell; nil leaves the terminal's own background. `color` is asked for tiles within the matrix only.
  package func drawHalfBlocks(on canvas: inout Canvas, color: (_ row: Int, _ column: Int) -> Color?) {
    let size = size
    for y in 0..<size.rows {
      for x in 0..<size.columns {
        let upper = color(y * 2 / scale, x / scale)
        let lowerRow = (y * 2 + 1) / scale
        let lower = lowerRow < rows ? color(lowerRow, x / scale) : nil
        canvas[area.x + x, area.y + y] = Self.halfBlock(upper: upper, lower: lower)
      }
    }
  }

  /// One character to a cell, from the middle of the tiles that it covers.
  package func drawShades(on canvas: inout Canvas, cell: (_ rows: ClosedRange<Int>, _ column: Int) -> Cell) {
    let size = size
    for y in 0..<size.rows {
      let first = y * 2 / scale
      let last = min(rows - 1, (y * 2 + 1) / scale)
      for x in 0..<size.columns {
        canvas[area.x + x, area.y + y] = cell(first...max(first, last), x / scale)
      }
    }
  }

  private static func halfBlock(upper: Color?, lower: Color?) -> Cell {
    switch (upper, lower) {
    case (nil, nil): .blank
    case (let upper?, nil): Cell("▀", style: Style(foreground: upper))
    case (nil, let lower?): Cell("▄", style: Style(foreground: lower))
    case (let upper?, let lower?): Cell("▀", style: Style(foreground: upper, background: lower))
    }
  }
}
