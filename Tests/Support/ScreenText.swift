/// A canvas as text that people can read in a diff: characters, then styles as letters, then what the letters mean.
package import Terminal

package enum ScreenText {
  /// Every line ends in `|`, so that no editor strips its spaces.
  package static func describe(_ canvas: Canvas) -> String {
    var legend = Legend()
    var text: [String] = []
    var styles: [String] = []
    for y in 0..<canvas.size.rows {
      var characters = String.UnicodeScalarView()
      var letters = String.UnicodeScalarView()
      for x in 0..<canvas.size.columns {
        let cell = canvas[x, y]
        letters.append(legend.letter(for: cell.style))
        if let scalar = Unicode.Scalar(cell.scalar), !cell.isContinuation { characters.append(scalar) }
      }
      text.append(String(characters) + "|")
      styles.append(String(letters) + "|")
    }
    let cursor = canvas.cursor.map { "cursor at column \($0.x), row \($0.y)" } ?? "no cursor"
    let size = "\(canvas.size.columns) columns, \(canvas.size.rows) rows, \(cursor)"
    return ([size] + text + ["styles"] + styles + ["legend"] + legend.lines).joined(separator: "\n") + "\n"
  }

  /// Letters in the order in which styles appear; `.` is the plain one.
  private struct Legend {
    private var letters: [Style: Unicode.Scalar] = [.plain: "."]
    private(set) var lines: [String] = []
    // After 62 letters and digits the alphabets of Latin Extended, all one column wide.
    private static let alphabet: [Unicode.Scalar] =
      [0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x100...0x24F].flatMap { (range: ClosedRange<UInt32>) in
        range.compactMap { Unicode.Scalar($0) }
      }

    mutating func letter(for style: Style) -> Unicode.Scalar {
      if let letter = letters[style] { return letter }
      let letter = lines.count < Self.alphabet.count ? Self.alphabet[lines.count] : "?"
      letters[style] = letter
      lines.append("\(letter) \(Self.words(style))")
      return letter
    }

    private static func words(_ style: Style) -> String {
      let names: [(Attributes, String)] = [
        (.bold, "bold"), (.dim, "dim"), (.reverse, "reverse"), (.underline, "underline"),
      ]
      let attributes = names.filter { style.attributes.contains($0.0) }.map(\.1)
      return (["\(hex(style.foreground)) on \(hex(style.background))"] + attributes).joined(separator: " ")
    }

    private static func hex(_ color: Color) -> String {
      guard !color.isDefault else { return "default" }
      let digits = String(color.packed & 0xFF_FFFF, radix: 16)
      return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }
  }
}
