/// A picture of dots, 2 × 4 to a cell, as characters: braille, or the nearest that the terminal has.

package struct BrailleGrid: Sendable, Equatable {
  /// In cells.
  package let columns: Int
  package let rows: Int
  /// One byte a cell, row-major; the bits are those of the braille block, U+2800 + bits.
  private var cells: [UInt8]

  package init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
    cells = Array(repeating: 0, count: self.columns * self.rows)
  }

  /// In dots: twice the columns, four times the rows.
  package var dotColumns: Int { columns * 2 }
  package var dotRows: Int { rows * 4 }

  /// Sets the dot at (x, y), in dots from the upper left corner; outside of the grid nothing happens.
  package mutating func set(x: Int, y: Int) {
    guard x >= 0, y >= 0, x < dotColumns, y < dotRows else { return }
    cells[y / 4 * columns + x / 2] |= Self.bit(x & 1, y & 3)
  }

  /// Sets the dots from one row to another, both included, in either order: what a curve needs between two samples.
  package mutating func setColumn(x: Int, from first: Int, through last: Int) {
    let low = max(0, min(first, last))
    let high = min(dotRows - 1, max(first, last))
    guard low <= high else { return }
    for y in low...high { set(x: x, y: y) }
  }

  /// Takes all dots away; keeps the memory.
  package mutating func reset() {
    for index in cells.indices { cells[index] = 0 }
  }

  /// The dots of a cell, as bits of the braille block; 0 outside of the grid.
  package func dots(column: Int, row: Int) -> UInt8 {
    guard column >= 0, row >= 0, column < columns, row < rows else { return 0 }
    return cells[row * columns + column]
  }

  /// The character for a cell; a space where it has no dot.
  package func scalar(column: Int, row: Int, _ glyphs: GlyphSet) -> Unicode.Scalar {
    Self.scalar(dots: dots(column: column, row: row), glyphs)
  }

  /// Braille numbers its dots down the left column, down the right one, and then the fourth row.
  private static func bit(_ x: Int, _ y: Int) -> UInt8 {
    y == 3 ? 0x40 << UInt8(x) : 1 << UInt8(y + 3 * x)
  }
}

extension BrailleGrid {
  private static let upper: UInt8 = 0b0001_1011
  private static let lower: UInt8 = 0b1110_0100

  /// The character for the dots of one cell.
  package static func scalar(dots: UInt8, _ glyphs: GlyphSet) -> Unicode.Scalar {
    if dots == 0 { return " " }
    return switch glyphs {
    case .braille: Unicode.Scalar(0x2800 + UInt32(dots)) ?? " "
    case .eighths, .blocks: BlockGlyphs.halves(upper: dots & upper != 0, lower: dots & lower != 0, .blocks)
    case .ascii: ascii(dots)
    }
  }

  /// By the rows that have a dot: a sign at that height, or a stroke for several.
  private static func ascii(_ dots: UInt8) -> Unicode.Scalar {
    let rows = [dots & 0x09, dots & 0x12, dots & 0x24, dots & 0xC0].map { $0 != 0 }
    return switch (rows[0], rows[1], rows[2], rows[3]) {
    case (true, false, false, false): "'"
    case (false, true, false, false), (true, true, false, false): "\""
    case (false, true, true, false), (false, false, true, false): "-"
    case (false, false, false, true), (false, false, true, true): "."
    case (true, _, _, true) where !rows[1] && !rows[2]: ":"
    default: "|"
    }
  }
}
