/// How the screen looks: the theme, and what it is drawn with.
package import Terminal

package struct Appearance: Sendable, Equatable {
  package var theme: ThemeName
  /// What the terminal has, with the glyphs that the user wants.
  package var capabilities: ScreenCapabilities
  /// For screen readers: one pane at a time, as lines of text without frames and pictures.
  package var isPlain: Bool

  package init(
    theme: ThemeName = .dark,
    _ capabilities: ScreenCapabilities = ScreenCapabilities(colors: .trueColor, glyphs: .braille),
    isPlain: Bool = false
  ) {
    self.isPlain = isPlain
    self.theme = theme
    self.capabilities = capabilities
  }
}
