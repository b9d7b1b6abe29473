/// A curve drawn from the least and greatest value in each column of dots.
package import Terminal

package enum Envelope {
  /// Draws into `grid`, the newest column at the right edge. Columns are joined, so that a steep flank has no gaps;
  /// NaN leaves one. A column of `minima` is a column of dots.
  /// - Complexity: O(dots set).
  package static func draw(minima: [Float], maxima: [Float], scale: Scale, on grid: inout BrailleGrid) {
    let count = min(minima.count, maxima.count)
    let offset = grid.dotColumns - count
    var previous: (top: Int, bottom: Int)?
    for index in max(0, -offset)..<max(count, max(0, -offset)) {
      guard !minima[index].isNaN, !maxima[index].isNaN else {
        previous = nil
        continue
      }
      var top = scale.row(Double(maxima[index]))
      var bottom = scale.row(Double(minima[index]))
      let own = (top, bottom)
      if let previous {
        if previous.bottom < top { top = previous.bottom + 1 }
        if previous.top > bottom { bottom = previous.top - 1 }
      }
      // The joint may have turned around on itself where the columns touch.
      grid.setColumn(x: offset + index, from: min(top, own.0), through: max(bottom, own.1))
      previous = own
    }
  }
}
