/// What the terminal is, what it answered, and what is used of it.
import Formats
import NcursesScreen
import Terminal
import Workbench

extension DoctorReport {
  static func terminal(
    _ facts: TerminalFacts, _ answers: TerminalAnswers, _ environment: [String: String]
  ) -> [Finding] {
    let traits = facts.traits
    let least = PaneLayout.leastSize
    let size = TerminalFacts.size(of: facts.output)
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].first { environment[$0]?.isEmpty == false }
    let widths = answers.columns.sorted { $0.key.value < $1.key.value }.map { "\($0.key) \($0.value)" }
    return [
      Finding("kind", traits.name, "TERM"),
      Finding(
        "size", "\(size.columns) x \(size.rows)",
        "the workbench needs \(least.columns) x \(least.rows)"),
      Finding(
        "described_colors", traits.describedColors > 0 ? "\(traits.describedColors)" : "none", "by its description"),
      Finding("colorterm", traits.colorTerm.isEmpty ? "not set" : traits.colorTerm, "COLORTERM"),
      Finding(
        "utf_8", traits.isUTF8 ? "yes" : "no", locale.map { "\($0)=\(environment[$0] ?? "")" } ?? "no locale is set"),
      Finding(
        "glyph_widths", widths.isEmpty ? "unknown" : widths.joined(separator: ", "),
        widths.isEmpty ? "the terminal did not tell" : "columns, as the terminal told"),
      Finding("synchronized_output", word(answers.synchronizesOutput), "DEC 2026"),
      Finding("mouse", word(answers.reportsMouse), "SGR coding"),
      Finding("background", answers.background ?? "unknown", "as the terminal told"),
      Finding("control_sequences", facts.isANSI ? "yes" : "no", "ECMA-48, by its description"),
    ]
  }

  /// What an answer says; a terminal that gives none may still have it.
  private static func word(_ answer: Bool?) -> String { answer.map { $0 ? "yes" : "no" } ?? "unknown" }

  static func chosen(_ look: Look, _ facts: TerminalFacts) -> [Finding] {
    let capabilities = facts.capabilities
    return [
      Finding("colors", name(of: capabilities.colors), colorReason(look, facts.traits)),
      Finding("glyphs", capabilities.glyphs.rawValue, glyphReason(look, facts.traits)),
      Finding("theme", look.theme.value.rawValue, look.theme.reason),
      Finding("plain", look.isPlain.value ? "yes" : "no", look.isPlain.reason),
      Finding("mouse", look.takesMouse.value ? "yes" : "no", look.takesMouse.reason),
      Finding("frame_rate", "\(look.frameRate.value) a second at most", look.frameRate.reason),
      Finding("escape_delay", "\(look.escapeDelay.value ?? 25) ms", look.escapeDelay.reason),
      Finding("synchronized_output", look.synchronizesOutput.value ? "yes" : "no", look.synchronizesOutput.reason),
    ]
  }

  private static func name(of colors: ColorDepth) -> String {
    switch colors {
    case .none: "none"
    case .trueColor: "true colour"
    case .eight, .sixteen, .indexed: "\(colors.rawValue)"
    }
  }

  static func colorReason(_ look: Look, _ traits: TerminalTraits) -> String {
    if look.color.value.depth != nil { return look.color.reason }
    if look.color.value == .auto, traits.wantsNoColor { return "by NO_COLOR" }
    if traits.colors == .trueColor {
      if traits.describesDirectColor || traits.describedColors > 256 { return "by its description" }
      return traits.colorTerm.isEmpty ? "known of \(traits.name)" : "by COLORTERM=\(traits.colorTerm)"
    }
    return "by its description"
  }

  static func glyphReason(_ look: Look, _ traits: TerminalTraits) -> String {
    if look.isPlain.value { return "ascii in plain text" }
    if !traits.isUTF8 { return "the locale is not UTF-8" }
    if look.glyphs.value != nil { return look.glyphs.reason }
    return traits.name == "linux" ? "the fonts of consoles have no braille" : "the locale is UTF-8"
  }
}
