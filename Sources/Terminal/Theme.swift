/// The colours and glyphs that panes draw with, by meaning.

/// What a style is for. Nothing is told by colour alone: every role that matters also has an attribute or a glyph.
package enum Role: Int, Sendable, CaseIterable {
  case text, faint, heading, border, focusedBorder, accent, selection
  case excitatory, inhibitory, spike, threshold, refractory, curve
  case good, warning, error, keyHint
}

/// Styles by role, colour maps by value, and the glyphs that the terminal can show.
package struct Theme: Sendable, Equatable {
  package var glyphs: GlyphSet
  package var colors: ColorDepth
  private var styles: [Style]

  package init(glyphs: GlyphSet, colors: ColorDepth, styles: [Role: Style]) {
    self.glyphs = glyphs
    self.colors = colors
    self.styles = Role.allCases.map { styles[$0] ?? .plain }
  }

  package subscript(_ role: Role) -> Style { styles[role.rawValue] }
}
