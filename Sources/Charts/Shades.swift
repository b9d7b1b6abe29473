/// Amounts as darker and lighter characters, where colours are few or none.
package import Terminal

/// Ramps of characters, from nothing to full.
package enum Shades {
  private static let blocks: [Unicode.Scalar] = [" ", "░", "▒", "▓", "█"]
  private static let plain: [Unicode.Scalar] = [" ", ".", ":", "+", "#"]
  // Below zero another family, lines instead of dots, so that the sign needs no colour.
  private static let negative: [Unicode.Scalar] = [" ", "-", "~", "=", "%"]

  /// The character for an amount 0…1; only 0 itself is blank.
  package static func amount(_ value: Double, _ glyphs: GlyphSet) -> Unicode.Scalar {
    pick(value, glyphs == .ascii ? plain : blocks)
  }

  /// The character for −1…1. Where there is colour to tell the sign, both signs use the same shades.
  package static func signed(_ value: Double, _ glyphs: GlyphSet, hasColor: Bool) -> Unicode.Scalar {
    value < 0 && (glyphs == .ascii || !hasColor) ? pick(-value, negative) : amount(abs(value), glyphs)
  }

  private static func pick(_ value: Double, _ ramp: [Unicode.Scalar]) -> Unicode.Scalar {
    guard value > 0 else { return ramp[0] }
    return ramp[min(4, 1 + Int(value * 4))]
  }
}
