/// The palette that Ganglion comes with: for dark and light backgrounds, told apart by the colour-blind.
extension Theme {
  /// Colours after Okabe and Ito where there are 256 or more; the terminal's own where there are 8 or 16; attributes
  /// alone where there are none. Text keeps the terminal's own colours.
  package static func standard(_ capabilities: ScreenCapabilities) -> Theme {
    let styles: [Role: Style] =
      switch capabilities.colors {
      case .none: attributesOnly
      case .eight: fewColors(bright: 0)
      case .sixteen: fewColors(bright: 8)
      case .indexed, .trueColor: manyColors
      }
    return Theme(glyphs: capabilities.glyphs, colors: capabilities.colors, styles: styles)
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

  /// Orange is for what excites and sky blue for what inhibits, the pair that every kind of sight tells apart.
  private static let manyColors: [Role: Style] = {
    let orange = Color(hex: 0xE69F00)
    let skyBlue = Color(hex: 0x56B4E9)
    let green = Color(hex: 0x2DB88A)
    let vermillion = Color(hex: 0xE8702A)
    let purple = Color(hex: 0xCC79A7)
    let yellow = Color(hex: 0xF0E442)
    return [
      .faint: Style(foreground: Color(hex: 0x8A8A8A)), .heading: Style(attributes: .bold),
      .border: Style(foreground: Color(hex: 0x6C6C6C)),
      .focusedBorder: Style(foreground: skyBlue, attributes: .bold), .accent: Style(foreground: skyBlue),
      .selection: Style(foreground: Color(hex: 0xFFFFFF), background: Color(hex: 0x005F87), attributes: .bold),
      .excitatory: Style(foreground: orange), .inhibitory: Style(foreground: skyBlue),
      .spike: Style(foreground: yellow, attributes: .bold), .threshold: Style(foreground: vermillion),
      .refractory: Style(foreground: purple), .curve: Style(foreground: green), .good: Style(foreground: green),
      .warning: Style(foreground: orange, attributes: .bold),
      .error: Style(foreground: vermillion, attributes: .bold),
      .keyHint: Style(foreground: skyBlue, attributes: .bold),
    ]
  }()

  /// `bright` is added to the numbers of colours that carry text: 8 where the terminal has bright ones. Borders stay
  /// in the default colour, dimmed: dark grey is the background itself in more than one popular palette.
  private static func fewColors(bright: Int) -> [Role: Style] {
    func color(_ number: Int) -> Color { Color(hex: Palette.sixteen[number + bright]) }
    let (red, green, yellow, magenta, cyan) = (color(1), color(2), color(3), color(5), color(6))
    return [
      .faint: Style(attributes: .dim), .heading: Style(attributes: .bold), .border: Style(attributes: .dim),
      .focusedBorder: Style(foreground: cyan, attributes: .bold), .accent: Style(foreground: cyan),
      .selection: Style(attributes: [.bold, .reverse]), .excitatory: Style(foreground: yellow),
      .inhibitory: Style(foreground: cyan), .spike: Style(foreground: yellow, attributes: .bold),
      .threshold: Style(foreground: red), .refractory: Style(foreground: magenta), .curve: Style(foreground: green),
      .good: Style(foreground: green), .warning: Style(foreground: yellow, attributes: .bold),
      .error: Style(foreground: red, attributes: .bold), .keyHint: Style(foreground: cyan, attributes: .bold),
    ]
  }
}
