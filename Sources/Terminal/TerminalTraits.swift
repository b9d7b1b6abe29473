/// What is known of a terminal before anything is drawn, and what can be shown on it.

/// The facts that the environment and the terminal's description state.
package struct TerminalTraits: Sendable, Equatable {
  /// TERM.
  package var name: String
  /// COLORTERM; empty where it is not set.
  package var colorTerm: String
  /// NO_COLOR is set and not empty.
  package var wantsNoColor: Bool
  /// The locale's characters are UTF-8.
  package var isUTF8: Bool
  /// From the terminal's description; negative or 0 where it has no colours.
  package var describedColors: Int
  /// The description says that colours are given as 24 bits.
  package var describesDirectColor: Bool
  /// Inside GNU screen, which hands COLORTERM on from the terminal around it without being able to do what it says.
  package var isInsideScreen: Bool

  package init(
    name: String, colorTerm: String = "", wantsNoColor: Bool = false, isUTF8: Bool = true, describedColors: Int,
    describesDirectColor: Bool = false, isInsideScreen: Bool = false
  ) {
    self.name = name
    self.colorTerm = colorTerm
    self.wantsNoColor = wantsNoColor
    self.isUTF8 = isUTF8
    self.describedColors = describedColors
    self.describesDirectColor = describesDirectColor
    self.isInsideScreen = isInsideScreen
  }

  /// The colours that the terminal has, whatever the user wants.
  package var colors: ColorDepth {
    if describedColors < 8 { return .none }
    let claims = colorTerm == "truecolor" || colorTerm == "24bit"
    let isKnown = Self.namesWithTrueColor.contains { name.hasPrefix($0) }
    if describesDirectColor || describedColors > 256 || isKnown || (claims && !isInsideScreen && name != "linux") {
      return .trueColor
    }
    return describedColors >= 256 ? .indexed : describedColors >= 16 ? .sixteen : .eight
  }

  /// A remote shell gets TERM, but not COLORTERM; these never were without 24 bits.
  private static let namesWithTrueColor = ["xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm", "contour"]

  /// The characters that the terminal has: consoles of Linux come with fonts without braille.
  package var glyphs: GlyphSet {
    isUTF8 ? (name == "linux" ? .blocks : .braille) : .ascii
  }
}

extension ScreenCapabilities {
  /// What will be used: the user's word first, then NO_COLOR, then the terminal. Without UTF-8 only 7 bits can be sent,
  /// whatever is asked for.
  package init(_ traits: TerminalTraits, color: ColorChoice = .auto, glyphs: GlyphSet? = nil) {
    let automatic =
      color == .always ? max(.eight, traits.colors) : traits.wantsNoColor ? ColorDepth.none : traits.colors
    self.init(
      colors: color.depth ?? automatic, glyphs: traits.isUTF8 ? glyphs ?? traits.glyphs : .ascii,
      isUTF8: traits.isUTF8)
  }
}
