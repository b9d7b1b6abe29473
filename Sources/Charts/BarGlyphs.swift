/// Bars in eighths of a cell, lying and standing.
package import Terminal

package enum BarGlyphs {
  private static let lying: [Unicode.Scalar] = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]
  private static let standing: [Unicode.Scalar] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// The character of cell `index` in a bar of `fraction` (0…1) of `cells` cells, from the left.
  package static func lying(_ index: Int, of cells: Int, fraction: Double, _ glyphs: GlyphSet) -> Unicode.Scalar {
    glyph(index, of: cells, fraction: fraction, glyphs, lying)
  }

  /// The same from the bottom up: index 0 is the lowest cell.
  package static func standing(_ index: Int, of cells: Int, fraction: Double, _ glyphs: GlyphSet) -> Unicode.Scalar {
    glyph(index, of: cells, fraction: fraction, glyphs, standing)
  }

  private static func glyph(
    _ index: Int, of cells: Int, fraction: Double, _ glyphs: GlyphSet, _ steps: [Unicode.Scalar]
  ) -> Unicode.Scalar {
    let whole = fraction > 0 ? min(fraction, 1) * Double(cells) : 0
    if glyphs == .ascii { return Double(index) + 0.5 <= whole ? "#" : " " }
    let eighths = min(8, max(0, Int((whole * 8).rounded()) - index * 8))
    // Consoles without braille fonts seldom have the eighths either, but always the halves.
    if glyphs == .blocks { return eighths >= 6 ? "█" : eighths >= 3 ? steps[4] : " " }
    return steps[eighths]
  }
}
