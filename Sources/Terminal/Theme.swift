/// The colours and glyphs that panes draw with, by meaning.

/// What a style is for. Nothing is told by colour alone: every role that matters also has an attribute or a glyph.
package enum Role: Int, Sendable, CaseIterable {
  case text, faint, heading, border, focusedBorder, accent, selection
  case excitatory, inhibitory, spike, threshold, refractory, curve
  case good, warning, error, keyHint
}

/// The themes that there are.
package enum ThemeName: String, Sendable, CaseIterable {
  /// For dark and for light backgrounds.
  case dark, light
  /// For dark backgrounds, and for eyes that need more: nothing dimmed, everything bright.
  case contrast
  /// Attributes and characters alone.
  case mono

  /// The one for a terminal's background as the variable COLORFGBG tells it (`15;0`): dark unless it is known as light.
  package init(background variable: String) {
    let number = variable.split(separator: ";").last.flatMap { Int($0) }
    self = number == 7 || number.map { (9...15).contains($0) } == true ? .light : .dark
  }
}

/// Styles by role, colour maps by value, and the glyphs that the terminal can show.
package struct Theme: Sendable, Equatable {
  package var glyphs: GlyphSet
  package var colors: ColorDepth
  /// Made for a light background, where what is greater is darker.
  package var isLight: Bool
  /// For screen readers: text without frames and pictures.
  package var isPlain = false
  private var styles: [Style]

  package init(glyphs: GlyphSet, colors: ColorDepth, styles: [Role: Style], isLight: Bool = false) {
    self.isLight = isLight
    self.glyphs = glyphs
    self.colors = colors
    self.styles = Role.allCases.map { styles[$0] ?? .plain }
  }

  package subscript(_ role: Role) -> Style { styles[role.rawValue] }
}
