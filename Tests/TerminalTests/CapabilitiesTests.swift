/// What is used of a terminal, by what is known of it.
import Terminal
import Testing

@Suite struct CapabilitiesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var traits: TerminalTraits
    var color = ColorChoice.auto
    var glyphs: GlyphSet?
    var expected: ScreenCapabilities
    var testDescription: String { "\(traits.name) \(traits.colorTerm) \(color)" }
  }

  static let cases: [Case] = [
    Case(
      traits: TerminalTraits(name: "xterm-256color", colorTerm: "truecolor", describedColors: 256),
      expected: ScreenCapabilities(colors: .trueColor, glyphs: .braille)),
    Case(
      traits: TerminalTraits(name: "xterm-256color", describedColors: 256),
      expected: ScreenCapabilities(colors: .indexed, glyphs: .braille)),
    Case(
      traits: TerminalTraits(name: "xterm-direct", describedColors: 1 << 24, describesDirectColor: true),
      expected: ScreenCapabilities(colors: .trueColor, glyphs: .braille)),
    Case(
      traits: TerminalTraits(name: "screen", colorTerm: "truecolor", describedColors: 8, isInsideScreen: true),
      expected: ScreenCapabilities(colors: .eight, glyphs: .braille)),
    Case(
      traits: TerminalTraits(name: "linux", colorTerm: "truecolor", describedColors: 8),
      expected: ScreenCapabilities(colors: .eight, glyphs: .blocks)),
    Case(
      traits: TerminalTraits(name: "vt100", colorTerm: "24bit", isUTF8: false, describedColors: -1),
      expected: ScreenCapabilities(colors: .none, glyphs: .ascii)),
    Case(
      traits: TerminalTraits(name: "xterm-16color", describedColors: 16),
      expected: ScreenCapabilities(colors: .sixteen, glyphs: .braille)),
    Case(
      traits: TerminalTraits(name: "xterm", colorTerm: "truecolor", wantsNoColor: true, describedColors: 8),
      expected: ScreenCapabilities(colors: .none, glyphs: .braille)),
    Case(
      traits: TerminalTraits(name: "xterm", wantsNoColor: true, describedColors: 8), color: .indexed, glyphs: .ascii,
      expected: ScreenCapabilities(colors: .indexed, glyphs: .ascii, isUTF8: true)),
    Case(
      traits: TerminalTraits(name: "vt100", wantsNoColor: true, describedColors: -1), color: .always,
      expected: ScreenCapabilities(colors: .eight, glyphs: .braille)),
    Case(
      traits: TerminalTraits(name: "xterm-kitty", describedColors: 256),
      expected: ScreenCapabilities(colors: .trueColor, glyphs: .braille)),
    Case(
      traits: TerminalTraits(name: "xterm", isUTF8: false, describedColors: 8), color: .never, glyphs: .braille,
      expected: ScreenCapabilities(colors: .none, glyphs: .ascii)),
    Case(
      traits: TerminalTraits(name: "linux", describedColors: 8), glyphs: .braille,
      expected: ScreenCapabilities(colors: .eight, glyphs: .braille)),
  ]

  @Test(arguments: cases) func capabilities(_ each: Case) {
    #expect(ScreenCapabilities(each.traits, color: each.color, glyphs: each.glyphs) == each.expected)
  }

  @Test func themesTellExcitationFromInhibitionEverywhere() {
    for colors in ColorDepth.allCases {
      let theme = Theme.standard(ScreenCapabilities(colors: colors, glyphs: .braille))
      let shown = [Role.excitatory, .inhibitory, .text].map { role in
        [Palette.index(of: theme[role].foreground, depth: colors), Int(theme[role].attributes.rawValue)]
      }
      #expect(Set(shown).count == 3, "\(colors)")
      #expect(theme[.selection] != theme[.text])
      if colors == .none {
        #expect(Role.allCases.allSatisfy { theme[$0].foreground.isDefault && theme[$0].background.isDefault })
      }
    }
  }
}
