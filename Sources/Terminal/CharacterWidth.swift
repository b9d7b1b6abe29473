/// How many columns a character takes, by our own table: the C library's depends on the locale.

package enum CharacterWidth {
  /// C0, DEL, C1, the separators of lines, and the characters that reorder text or hide in it.
  package static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x180E, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F,
      0xFFF9...0xFFFB, 0x13430...0x1343F, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  /// 0 for combining marks, joiners and the later letters of Hangul syllables in parts, 2 for East Asian wide characters
  /// and emoji, otherwise 1.
  package static func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    // Text, and what pictures are made of: boxes, blocks, braille.
    if value < 0x300 || (0x2500..<0x25FD).contains(value) || (0x2800..<0x2900).contains(value) { return 1 }
    if scalar.properties.generalCategory == .nonspacingMark || scalar.properties.generalCategory == .enclosingMark
      || (0x200B...0x200D).contains(value) || value == 0xFEFF || (0x1160...0x11FF).contains(value)
      || (0xD7B0...0xD7FF).contains(value)
    {
      return 0
    }
    return isWide(value) ? 2 : 1
  }

  /// The columns that a line of text takes.
  package static func columns(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns(of: isControl($1) ? "·" : $1) }
  }

  /// - Complexity: O(log ranges).
  private static func isWide(_ value: UInt32) -> Bool {
    var low = 0
    var high = wide.count
    while low < high {
      let middle = (low + high) / 2
      if wide[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < wide.count && wide[low].lowerBound <= value
  }
}
