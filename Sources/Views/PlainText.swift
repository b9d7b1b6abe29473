/// Text for terminals that have few characters, and text broken into lines.
import Terminal
import Workbench

enum PlainText {
  private static let replacements: [Unicode.Scalar: String] = [
    "µ": "u", "μ": "u", "Ω": "Ohm", "τ": "tau", "Δ": "d", "×": "x", "±": "+-", "·": "-", "•": "*", "–": "-", "—": "-",
    "−": "-",
    "→": "->", "←": "<-", "↑": "Up", "↓": "Down", "≥": ">=", "≤": "<=", "…": "~", "▶": ">", "▸": ">", "◂": "<",
    "▾": "v", "✓": "ok", "✗": "x", "▲": "^", "●": "*", "○": "o", "┊": ":", "╎": "!", "‖": "=", "°": "deg", "’": "'",
    "“": "\"", "”": "\"", "█": "#", "∞": "inf",
  ]

  /// What console fonts lack of the signs that we write ourselves; names and texts are left to the font.
  private static let consoleReplacements: [Unicode.Scalar: String] = [
    "✓": "√", "✗": "x", "…": "~", "‖": "║", "▶": "►", "▸": "►", "◂": "◄", "▾": "▼", "’": "'", "“": "\"", "”": "\"",
    "–": "-", "—": "-",
  ]

  /// A line as the glyph set can show it. - Complexity: O(length); nothing is copied where nothing changes.
  static func shown(_ string: String, _ glyphs: GlyphSet) -> String {
    if glyphs == .braille || string.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return string }
    return string.unicodeScalars.reduce(into: "") { text, scalar in
      text += glyphs == .ascii ? ascii(scalar) : consoleReplacements[scalar] ?? String(scalar)
    }
  }

  /// The nearest that 7 bits can say; `?` for what they cannot.
  private static func ascii(_ scalar: Unicode.Scalar) -> String {
    if CharacterWidth.isControl(scalar) { return "." }
    if scalar.isASCII { return String(scalar) }
    return replacements[scalar] ?? (CharacterWidth.columns(of: scalar) == 0 ? "" : "?")
  }

  /// The same without changing any length in characters, for text in which a cursor stands.
  static func asciiInPlace(_ string: String) -> String {
    String(string.map { $0.isASCII && !$0.unicodeScalars.contains(where: CharacterWidth.isControl) ? $0 : "?" })
  }

  /// Lines of at most `width` columns. Keeps the text's own lines, empty ones too.
  static func wrap(_ text: String, width: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      let lines = LineBreaking.lines(String(line), width: width)
      return lines.isEmpty ? [""] : lines
    }
  }
}
