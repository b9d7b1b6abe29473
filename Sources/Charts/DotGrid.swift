/// Dots finer than a cell: 2 × 4 in braille, 1 × 2 in half blocks, 1 × 1 in ASCII.
package import Terminal

/// A black-and-white picture that becomes characters. What lies outside is dropped.
package struct DotGrid: Sendable, Equatable {
  package let glyphs: GlyphSet
  /// In cells.
  package let columns: Int
  package let rows: Int
  package let dotsAcross: Int
  package let dotsDown: Int
  /// One bit a dot of each cell, row-major.
  package private(set) var masks: [UInt8]

  package init(glyphs: GlyphSet, columns: Int, rows: Int) {
    self.glyphs = glyphs
    self.columns = max(0, columns)
    self.rows = max(0, rows)
    (dotsAcross, dotsDown) = Self.dotsInCell(glyphs)
    masks = Array(repeating: 0, count: self.columns * self.rows)
  }

  /// Dots in a cell, across and down.
  package static func dotsInCell(_ glyphs: GlyphSet) -> (across: Int, down: Int) {
    switch glyphs {
    case .braille: (2, 4)
    case .blocks: (1, 2)
    case .ascii: (1, 1)
    }
  }

  /// The extent in dots.
  package var width: Int { columns * dotsAcross }
  package var height: Int { rows * dotsDown }

  /// Sets the dot at (x, y) from the top left. - Complexity: O(1), no allocation.
  package mutating func set(x: Int, y: Int) {
    guard x >= 0, y >= 0, x < width, y < height else { return }
    let cell = y / dotsDown * columns + x / dotsAcross
    masks[cell] |= bit(x % dotsAcross, y % dotsDown)
  }

  /// Sets every dot of a column between two rows, in either order.
  package mutating func setColumn(x: Int, from first: Int, to last: Int) {
    guard x >= 0, x < width else { return }
    let top = max(0, min(first, last))
    let bottom = min(height - 1, max(first, last))
    guard top <= bottom else { return }
    for y in top...bottom { set(x: x, y: y) }
  }

  /// The character of a cell, nil where no dot is set.
  package func scalar(column: Int, row: Int) -> Unicode.Scalar? {
    let mask = masks[row * columns + column]
    return mask == 0 ? nil : Self.scalar(mask, glyphs)
  }

  static func scalar(_ mask: UInt8, _ glyphs: GlyphSet) -> Unicode.Scalar {
    switch glyphs {
    case .braille: Unicode.Scalar(0x2800 + UInt32(mask)) ?? " "
    case .blocks: mask == 1 ? "▀" : mask == 2 ? "▄" : "█"
    case .ascii: "*"
    }
  }

  /// Draws every cell with a dot at (x, y), leaving the others as they are.
  package func draw(x: Int, y: Int, on canvas: inout Canvas, style: (_ column: Int, _ row: Int) -> Style) {
    for row in 0..<rows {
      for column in 0..<columns {
        guard let scalar = scalar(column: column, row: row) else { continue }
        canvas[x + column, y + row] = Cell(scalar, style: style(column, row))
      }
    }
  }

  /// Unicode numbers the braille dots 1 2 3 7 down the left side and 4 5 6 8 down the right.
  private func bit(_ x: Int, _ y: Int) -> UInt8 {
    guard glyphs == .braille else { return 1 << UInt8(y) }
    return y == 3 ? (x == 0 ? 0x40 : 0x80) : 1 << UInt8(x * 3 + y)
  }
}
