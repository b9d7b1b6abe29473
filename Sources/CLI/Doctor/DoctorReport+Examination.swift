/// Everything that is looked at, in one go.
import Formats
import Foundation
import NcursesScreen
import Terminal

extension DoctorReport {
  init(_ options: LookOptions, environment: [String: String]) {
    var problems: [String] = []
    var configuration = Configuration()
    do {
      configuration = try UserConfiguration.read(options.config)
    } catch {
      problems += error.text.split(separator: "\n").map(String.init)
    }
    let look = Look(options, configuration, environment: environment)
    var sections: [Section] = []
    do {
      let facts = try TerminalFacts(look.screen())
      let answers = Self.answers(facts)
      sections.append(Section(title: "Terminal", findings: Self.terminal(facts, answers, environment)))
      sections.append(Section(title: "Chosen", findings: Self.chosen(look, facts)))
      problems += Self.widthProblems(answers, facts.capabilities.glyphs)
    } catch {
      sections.append(Section(title: "Terminal", findings: [Finding("screen", "none", "\(error)")]))
      problems.append("\(error)")
    }
    sections.append(Section(title: "Folders", findings: Self.folders(options, environment)))
    sections.append(Section(title: "Machine", findings: Self.machine))
    self.init(sections: sections, problems: problems)
  }

  /// Asked where keys and frames go to the same terminal, for the answers come as keys.
  private static func answers(_ facts: TerminalFacts) -> TerminalAnswers {
    guard facts.isANSI, facts.input == STDIN_FILENO else { return TerminalAnswers() }
    return TerminalInterview.ask(facts.input, glyphs: facts.traits.isUTF8 ? sampleGlyphs : [])
  }

  /// One of each kind that panes are drawn with, and one of two columns.
  static let sampleGlyphs: [Unicode.Scalar] = ["⣿", "▅", "▌", "▀", "╭", "┃", "▸", "…", "µ", "漢"]

  /// Characters that the terminal gives other widths than we do would move everything behind them.
  static func widthProblems(_ answers: TerminalAnswers, _ glyphs: GlyphSet) -> [String] {
    answers.columns.sorted { $0.key.value < $1.key.value }.compactMap { glyph, columns in
      let expected = CharacterWidth.columns(of: glyph)
      if columns == expected || glyphs == .ascii { return nil }
      return "the terminal gives \(glyph) \(columns) columns instead of \(expected) · --glyphs ascii does without it"
    }
  }
}
