/// Bars over several cells, lying and standing, in eighths of a cell.
package import Terminal

package enum BarGlyphs {
  /// The character of cell `index` in a bar of `fraction` (0…1) of `cells` cells, from the left.
  package static func lying(_ index: Int, of cells: Int, fraction: Double, _ glyphs: GlyphSet) -> Unicode.Scalar {
    BlockGlyphs.fromLeft(eighths: eighths(index, of: cells, fraction: fraction), glyphs)
  }

  /// The same from the bottom up: index 0 is the lowest cell.
  package static func standing(_ index: Int, of cells: Int, fraction: Double, _ glyphs: GlyphSet) -> Unicode.Scalar {
    BlockGlyphs.fromBelow(eighths: eighths(index, of: cells, fraction: fraction), glyphs)
  }

  /// Eighths of the cell that the bar fills; NaN counts as 0.
  private static func eighths(_ index: Int, of cells: Int, fraction: Double) -> Int {
    let filled = fraction > 0 ? min(fraction, 1) * Double(cells) : 0
    return Int((filled * 8).rounded()) - index * 8
  }
}
