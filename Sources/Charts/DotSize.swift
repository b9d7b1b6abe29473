/// How fine separate dots can be drawn: 2 × 4 to a cell in braille, 1 × 2 in half blocks, one in ASCII.
package import Terminal

/// The dots of a raster are spikes: two must never fall into one where the terminal has no finer sign.
package struct DotSize: Sendable, Equatable {
  /// Dots in a cell.
  package let across: Int
  package let down: Int

  package init(_ glyphs: GlyphSet) {
    switch glyphs {
    case .braille: (across, down) = (2, 4)
    case .eighths, .blocks: (across, down) = (1, 2)
    case .ascii: (across, down) = (1, 1)
    }
  }

  /// For a picture of densities, where a dot is a colour or a shade: half cells are the finest that can be told apart.
  package static func density(_ glyphs: GlyphSet) -> DotSize { DotSize(glyphs == .ascii ? .ascii : .blocks) }

  /// Sets the dot at (x, y), counted in dots of this size. - Complexity: O(1), no allocation.
  package func set(x: Int, y: Int, on grid: inout BrailleGrid) {
    let width = 2 / across
    let height = 4 / down
    for fineY in (y * height)..<((y + 1) * height) {
      for fineX in (x * width)..<((x + 1) * width) { grid.set(x: fineX, y: fineY) }
    }
  }
}
