/// How the screen looks: themes, and the characters to draw with.
import Basics
import Terminal

enum AppearanceCommands {
  static let theme = Command(
    "theme", title: "theme", help: "Take the next theme, or one by name: dark, light, contrast, mono.",
    keys: [.character("%")], section: .program, argument: "[NAME]",
    completions: { _, _ in ThemeName.allCases.map(\.rawValue) }
  ) { state, argument in
    guard let theme = choice(argument, after: state.appearance.theme, "theme", &state) else { return [] }
    state.appearance.theme = theme
    let hasColors = state.appearance.capabilities.colors > .none
    state.inform("theme \(theme.rawValue)" + (hasColors ? "" : " · this terminal shows no colours"))
    return []
  }

  static let glyphs = Command(
    "glyphs", title: "glyphs",
    help: "Draw with the next set of characters, or one by name: braille, eighths, blocks, ascii.",
    keys: [.character("&")], section: .program, argument: "[NAME]",
    disabledReason: { $0.appearance.capabilities.isUTF8 ? nil : "this terminal shows characters of 7 bits alone" },
    completions: { _, _ in GlyphSet.allCases.map(\.rawValue) }
  ) { state, argument in
    let glyphs = choice(argument, after: state.appearance.capabilities.glyphs, "set of glyphs", &state)
    guard let glyphs else { return [] }
    state.appearance.capabilities.glyphs = glyphs
    state.inform("drawn with \(glyphs.rawValue)")
    return []
  }

  static let plain = Command(
    "plain", title: "plain text", help: "Show one pane at a time as lines of text, for screen readers, or all again.",
    section: .program
  ) { state, _ in
    state.appearance.isPlain.toggle()
    state.inform(state.appearance.isPlain ? "plain text · Tab goes to the next pane" : "panes and pictures")
    return []
  }

  /// The choice of that name, or the one after the present one where none is named; nil with a complaint.
  private static func choice<Choice: CaseIterable & RawRepresentable<String> & Equatable>(
    _ name: String, after present: Choice, _ what: String, _ state: inout WorkbenchState
  ) -> Choice? {
    let all = Array(Choice.allCases)
    if name.isEmpty { return all.firstIndex(of: present).map { all[($0 + 1).wrapped(to: all.count)] } }
    if let named = Choice(rawValue: name) { return named }
    state.complain("there is no \(what) \"\(name)\" · there is \(all.map(\.rawValue).joined(separator: ", "))")
    return nil
  }
}
