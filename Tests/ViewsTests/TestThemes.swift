/// Themes for the tests: their own, so that a new palette does not change every recorded screen.
import Terminal

enum TestThemes {
  static let trueColor = theme(.braille, .trueColor)
  static let sixteen = theme(.blocks, .sixteen)
  static let plain = theme(.ascii, .none)

  /// Each with the name that recorded screens have.
  static let all = [(trueColor, "truecolor"), (sixteen, "sixteen"), (plain, "ascii")]

  static func theme(_ glyphs: GlyphSet, _ colors: ColorDepth) -> Theme {
    Theme(glyphs: glyphs, colors: colors, styles: colors == .none ? attributes : palette)
  }

  private static let attributes: [Role: Style] = [
    .faint: Style(attributes: .dim), .heading: Style(attributes: .bold), .accent: Style(attributes: .bold),
    .selection: Style(attributes: .reverse), .focusedBorder: Style(attributes: .bold),
    .spike: Style(attributes: .bold), .error: Style(attributes: .reverse), .keyHint: Style(attributes: .bold),
  ]

  private static let palette: [Role: Style] = [
    .faint: Style(foreground: Color(hex: 0x808890)),
    .heading: Style(foreground: Color(hex: 0xE8E8E8), attributes: .bold),
    .border: Style(foreground: Color(hex: 0x505860)), .focusedBorder: Style(foreground: Color(hex: 0x56B4E9)),
    .accent: Style(foreground: Color(hex: 0x56B4E9), attributes: .bold),
    .selection: Style(foreground: Color(hex: 0xFFFFFF), background: Color(hex: 0x2A4A66), attributes: .bold),
    .excitatory: Style(foreground: Color(hex: 0xE69F00)), .inhibitory: Style(foreground: Color(hex: 0x56B4E9)),
    .spike: Style(foreground: Color(hex: 0xF0E442)), .threshold: Style(foreground: Color(hex: 0xE69F00)),
    .refractory: Style(foreground: Color(hex: 0xCC79A7)), .curve: Style(foreground: Color(hex: 0x2FB89A)),
    .good: Style(foreground: Color(hex: 0x2FB89A)), .warning: Style(foreground: Color(hex: 0xF0E442)),
    .error: Style(foreground: Color(hex: 0xFF6D3A), attributes: .bold),
    .keyHint: Style(foreground: Color(hex: 0x56B4E9)),
  ]
}
