/// The language of manual pages, as much of it as one needs.

/// Text with the macros of `man(7)`; whatever is given as text is shown as it is.
struct Roff {
  private(set) var text: String

  /// - Parameters:
  ///   - name: of the page.
  ///   - source: the program with its version.
  init(name: String, section: Int, source: String) {
    text = ".TH \(name.uppercased()) \(section) \"\" \"\(source)\" \"User Commands\"\n.nh\n.ad l\n"
  }

  mutating func heading(_ words: String) { text += ".SH \(Self.escaped(words).uppercased())\n" }
  mutating func subheading(_ words: String) { text += ".SS \(Self.escaped(words))\n" }
  mutating func paragraph(_ words: String) { text += ".PP\n\(Self.escaped(words))\n" }

  /// A term with its explanation, further in.
  mutating func entry(_ term: String, _ explanation: String) {
    text += ".TP\n\\fB\(Self.escaped(term))\\fR\n\(Self.escaped(explanation))\n"
  }

  /// Lines that stay as they are.
  mutating func example(_ lines: [String]) {
    text += ".PP\n.nf\n.RS\n" + lines.map { Self.escaped($0) + "\n" }.joined() + ".RE\n.fi\n"
  }

  /// What is a sign of the language is written as a name; a line that would be a request begins with nothing.
  static func escaped(_ words: String) -> String {
    words.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let signs: [Character: String] = ["\\": "\\(rs", "-": "\\-", "^": "\\(ha", "`": "\\(ga", "~": "\\(ti"]
      let plain = line.map { signs[$0] ?? String($0) }.joined()
      return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
    }.joined(separator: "\n")
  }
}
