/// Parts of a cell as characters: bars that grow by eighths, upper and lower halves.

/// Every function falls back to what the glyph set has: halves on a console, 7-bit signs elsewhere.
package enum BlockGlyphs {
  /// A cell filled from the left by `eighths` of its width, 0…8 (cut off to that).
  package static func fromLeft(eighths: Int, _ glyphs: GlyphSet) -> Unicode.Scalar {
    let filled = min(max(eighths, 0), 8)
    return switch glyphs {
    case .braille, .eighths: ([" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"] as [Unicode.Scalar])[filled]
    case .blocks: ([" ", " ", "▌", "▌", "▌", "▌", "█", "█", "█"] as [Unicode.Scalar])[filled]
    case .ascii: ([" ", " ", "-", "-", "-", "=", "=", "=", "#"] as [Unicode.Scalar])[filled]
    }
  }

  /// A cell filled from below by `eighths` of its height, 0…8 (cut off to that).
  package static func fromBelow(eighths: Int, _ glyphs: GlyphSet) -> Unicode.Scalar {
    let filled = min(max(eighths, 0), 8)
    return switch glyphs {
    case .braille, .eighths: ([" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"] as [Unicode.Scalar])[filled]
    case .blocks: ([" ", " ", "▄", "▄", "▄", "▄", "█", "█", "█"] as [Unicode.Scalar])[filled]
    case .ascii: ([" ", "_", "_", ".", "-", "-", "=", "=", "#"] as [Unicode.Scalar])[filled]
    }
  }

  /// A cell with its upper and lower half filled or not.
  package static func halves(upper: Bool, lower: Bool, _ glyphs: GlyphSet) -> Unicode.Scalar {
    switch (upper, lower) {
    case (false, false): " "
    case (true, true): glyphs == .ascii ? "#" : "█"
    case (true, false): glyphs == .ascii ? "\"" : "▀"
    case (false, true): glyphs == .ascii ? "_" : "▄"
    }
  }

  /// A bar of `width` cells of which `fraction` (0…1, cut off to that; NaN is 0) is filled, one scalar a cell.
  package static func bar(fraction: Double, width: Int, _ glyphs: GlyphSet) -> [Unicode.Scalar] {
    let part = fraction > 0 ? min(fraction, 1) : 0
    let eighths = Int((part * Double(max(0, width)) * 8).rounded())
    return (0..<max(0, width)).map { fromLeft(eighths: eighths - $0 * 8, glyphs) }
  }
}
