/// The characters that lines and corners are made of.

package struct BoxGlyphs: Sendable, Equatable {
  package let horizontal, vertical: Unicode.Scalar
  package let topLeft, topRight, bottomLeft, bottomRight: Unicode.Scalar
  /// Where a line ends at a border: `├ ┤ ┬ ┴`, and where two cross.
  package let fromLeft, fromRight, fromTop, fromBottom, cross: Unicode.Scalar

  /// - Parameter isHeavy: for the frame that has the focus: heavier, not only of another colour.
  package init(_ glyphs: GlyphSet, isHeavy: Bool = false) {
    let scalars = isHeavy ? Self.heavy(glyphs) : Self.light(glyphs)
    (horizontal, vertical) = (scalars[0], scalars[1])
    (topLeft, topRight, bottomLeft, bottomRight) = (scalars[2], scalars[3], scalars[4], scalars[5])
    (fromLeft, fromRight, fromTop, fromBottom) = (scalars[6], scalars[7], scalars[8], scalars[9])
    cross = scalars[10]
  }

  private static func light(_ glyphs: GlyphSet) -> [Unicode.Scalar] {
    switch glyphs {
    case .braille, .eighths: ["─", "│", "╭", "╮", "╰", "╯", "├", "┤", "┬", "┴", "┼"]
    // The fonts of consoles have no rounded corners.
    case .blocks: ["─", "│", "┌", "┐", "└", "┘", "├", "┤", "┬", "┴", "┼"]
    case .ascii: ["-", "|", "+", "+", "+", "+", "+", "+", "+", "+", "+"]
    }
  }

  private static func heavy(_ glyphs: GlyphSet) -> [Unicode.Scalar] {
    switch glyphs {
    case .braille, .eighths: ["━", "┃", "┏", "┓", "┗", "┛", "┣", "┫", "┳", "┻", "╋"]
    // Double lines are what those fonts have besides.
    case .blocks: ["═", "║", "╔", "╗", "╚", "╝", "╠", "╣", "╦", "╩", "╬"]
    case .ascii: ["=", "|", "#", "#", "#", "#", "#", "#", "#", "#", "#"]
    }
  }
}
