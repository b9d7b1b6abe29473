/// Straight lines of dots: whole, within the grid, and where they should be.
import Terminal
import Testing

struct BrailleLineTests {
  private func dots(_ grid: BrailleGrid) -> [Point] {
    var points: [Point] = []
    let bits: [(UInt8, Int, Int)] = [
      (0x01, 0, 0), (0x02, 0, 1), (0x04, 0, 2), (0x40, 0, 3), (0x08, 1, 0), (0x10, 1, 1), (0x20, 1, 2), (0x80, 1, 3),
    ]
    for row in 0..<grid.rows {
      for column in 0..<grid.columns {
        for (bit, x, y) in bits where grid.dots(column: column, row: row) & bit != 0 {
          points.append(Point(x: 2 * column + x, y: 4 * row + y))
        }
      }
    }
    return points
  }

  @Test(arguments: [(0, 0, 19, 19), (3, 17, 3, 2), (19, 5, 0, 5), (2, 3, 9, 18), (18, 1, 4, 4), (7, 7, 7, 7)])
  func everyDotIsNextToTheStraightLine(_ x0: Int, _ y0: Int, _ x1: Int, _ y1: Int) {
    var grid = BrailleGrid(columns: 10, rows: 5)
    grid.line(from: Point(x: x0, y: y0), to: Point(x: x1, y: y1))
    let points = dots(grid)
    #expect(points.contains(Point(x: x0, y: y0)) && points.contains(Point(x: x1, y: y1)))
    let (width, height) = (abs(x1 - x0), abs(y1 - y0))
    #expect(points.count == max(width, height) + 1, "one dot for each step of the longer way, no gap")
    for point in points {
      // Twice the distance from the line, measured along the shorter way, is at most 1.
      let cross = abs((x1 - x0) * (point.y - y0) - (y1 - y0) * (point.x - x0))
      #expect(2 * cross <= max(width, height))
    }
  }

  @Test func whatLiesOutsideIsLeftOut() {
    var grid = BrailleGrid(columns: 3, rows: 2)
    grid.line(from: Point(x: -5, y: -5), to: Point(x: 20, y: 20))
    #expect(dots(grid).map(\.x).sorted() == Array(0..<6))
  }
}
