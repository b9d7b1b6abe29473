/// The themes that Ganglion comes with, told apart by the colour-blind: a test looks at them as they do.
extension Theme {
  /// A theme on a terminal: colours after Okabe and Ito where there are 256 or more, the terminal's own where there are
  /// 8 or 16, attributes alone where there are none. Text keeps the terminal's own colours.
  package static func standard(_ capabilities: ScreenCapabilities, _ name: ThemeName = .dark) -> Theme {
    let colors = name == .mono ? .none : capabilities.colors
    let styles: [Role: Style] =
      switch colors {
      case .none: attributesOnly
      case .eight: fewColors(name, bright: 0)
      // On white the bright ones cannot be read.
      case .sixteen: fewColors(name, bright: name == .light ? 0 : 8)
      case .indexed, .trueColor: manyColors(name)
      }
    return Theme(glyphs: capabilities.glyphs, colors: colors, styles: styles, isLight: name == .light)
  }

  private static let attributesOnly: [Role: Style] = [
    .faint: Style(attributes: .dim), .heading: Style(attributes: .bold), .border: Style(attributes: .dim),
    .focusedBorder: Style(attributes: .bold), .accent: Style(attributes: .bold),
    .selection: Style(attributes: .reverse), .inhibitory: Style(attributes: .dim),
    .excitatory: Style(attributes: .bold), .spike: Style(attributes: .bold),
    .threshold: Style(attributes: .underline), .refractory: Style(attributes: .dim),
    .warning: Style(attributes: .bold), .error: Style(attributes: [.bold, .reverse]),
    .keyHint: Style(attributes: .bold), .good: Style(attributes: .bold),
  ]

  private static func manyColors(_ name: ThemeName) -> [Role: Style] {
    switch name {
    case .dark, .mono: dark.styles
    case .light: light.styles
    case .contrast: contrast.styles
    }
  }

  private static let dark = Pigments(
    faint: 0x8A8A8A, border: 0x6C6C6C, blue: 0x56B4E9, orange: 0xE69F00, yellow: 0xF0E442, vermillion: 0xE8702A,
    purple: 0xCC79A7, green: 0x2DB88A, selection: (0xFFFFFF, on: 0x005F87))

  /// Orange and blue dark enough for white; spikes are the darkest there, as they are the brightest on black.
  private static let light = Pigments(
    faint: 0x626262, border: 0x8A8A8A, blue: 0x0072B2, orange: 0xA85B00, yellow: 0x3B2F8F, vermillion: 0xB3261E,
    purple: 0x9A3D74, green: 0x00785A, selection: (0x000000, on: 0xB9DDF5))

  private static let contrast = Pigments(
    faint: 0xD0D0D0, border: 0xFFFFFF, blue: 0x66CCFF, orange: 0xFFB000, yellow: 0xFFFF66, vermillion: 0xFF9A5C,
    purple: 0xF5A6D6, green: 0x4DFFC3, selection: (0x000000, on: 0xFFFFFF))

  /// `bright` is added to the numbers of colours that carry text: 8 where the terminal has bright ones. Borders stay
  /// in the default colour, dimmed but where contrast is wanted: dark grey is the background itself in more than one
  /// popular palette.
  private static func fewColors(_ name: ThemeName, bright: Int) -> [Role: Style] {
    func color(_ number: Int) -> Color { Color(hex: Palette.sixteen[number + bright]) }
    // Yellow and cyan are for dark backgrounds alone.
    let isLight = name == .light
    let (red, green, magenta) = (color(1), color(2), color(5))
    let (orange, blue) = (isLight ? color(1) : color(3), isLight ? color(4) : color(6))
    let quiet = Style(attributes: name == .contrast ? [] : .dim)
    return [
      .faint: quiet, .heading: Style(attributes: .bold), .border: quiet,
      .focusedBorder: Style(foreground: blue, attributes: .bold), .accent: Style(foreground: blue),
      .selection: Style(attributes: [.bold, .reverse]), .excitatory: Style(foreground: orange),
      .inhibitory: Style(foreground: blue), .spike: Style(foreground: isLight ? blue : orange, attributes: .bold),
      .threshold: Style(foreground: red), .refractory: Style(foreground: magenta), .curve: Style(foreground: green),
      .good: Style(foreground: green), .warning: Style(foreground: isLight ? magenta : orange, attributes: .bold),
      .error: Style(foreground: red, attributes: .bold), .keyHint: Style(foreground: blue, attributes: .bold),
    ]
  }
}

/// The colours of one theme, as 0xRRGGBB, by what they are called in the palette of Okabe and Ito.
private struct Pigments {
  let faint, border, blue, orange, yellow, vermillion, purple, green: UInt32
  let selection: (UInt32, on: UInt32)

  /// Orange is for what excites and blue for what inhibits, the pair that every kind of sight tells apart.
  var styles: [Role: Style] {
    func style(_ hex: UInt32, _ attributes: Attributes = []) -> Style {
      Style(foreground: Color(hex: hex), attributes: attributes)
    }
    return [
      .faint: style(faint), .heading: Style(attributes: .bold), .border: style(border),
      .focusedBorder: style(blue, .bold), .accent: style(blue),
      .selection: Style(
        foreground: Color(hex: selection.0), background: Color(hex: selection.on), attributes: .bold),
      .excitatory: style(orange), .inhibitory: style(blue), .spike: style(yellow, .bold),
      .threshold: style(vermillion), .refractory: style(purple), .curve: style(green), .good: style(green),
      .warning: style(orange, .bold), .error: style(vermillion, .bold), .keyHint: style(blue, .bold),
    ]
  }
}
