/// Straight lines of dots.

extension BrailleGrid {
  /// Sets the dots from one to another, both included, by Bresenham's method; those outside of the grid are left out.
  /// - Complexity: O(the longer of the distances along x and y).
  package mutating func line(from start: Point, to end: Point) {
    let (width, height) = (abs(end.x - start.x), -abs(end.y - start.y))
    let step = Point(x: end.x > start.x ? 1 : -1, y: end.y > start.y ? 1 : -1)
    var point = start
    var error = width + height
    while true {
      set(x: point.x, y: point.y)
      if point == end { return }
      let doubled = 2 * error
      if doubled >= height {
        error += height
        point.x += step.x
      }
      if doubled <= width {
        error += width
        point.y += step.y
      }
    }
  }
}
