/// The themes as people see them who see fewer colours: how far apart what must be told apart is.
import Foundation
import Terminal
import Testing

@testable import Charts

@Suite struct ThemeTests {
  /// What a kind of sight makes of linear RGB: Machado, Oliveira and Fernandes 2009, severity 1.0.
  enum Sight: String, CaseIterable {
    case common, protanopia, deuteranopia, tritanopia

    var rows: [[Double]] {
      switch self {
      case .common: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
      case .protanopia:
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
      case .deuteranopia:
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
      case .tritanopia:
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
      }
    }

    /// The colour as it is seen, in OKLab.
    func seen(_ color: Color) -> [Double] {
      let linear = ThemeTests.linear(color)
      let seen = rows.map { row in min(max(zip(row, linear).reduce(0) { $0 + $1.0 * $1.1 }, 0), 1) }
      return ThemeTests.lab(seen)
    }

    func distance(_ a: Color, _ b: Color) -> Double {
      zip(seen(a), seen(b)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
    }
  }

  private static func linear(_ color: Color) -> [Double] {
    [color.red, color.green, color.blue].map { byte in
      let value = Double(byte) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
  }

  /// Ottosson 2020.
  private static func lab(_ rgb: [Double]) -> [Double] {
    func cone(_ r: Double, _ g: Double, _ b: Double) -> Double {
      let value = r * rgb[0] + g * rgb[1] + b * rgb[2]
      return value <= 0 ? 0 : pow(value, 1.0 / 3)
    }
    let long = cone(0.4122214708, 0.5363325363, 0.0514459929)
    let middle = cone(0.2119034982, 0.6806995451, 0.1073969566)
    let short = cone(0.0883024619, 0.2817188376, 0.6299787005)
    return [
      0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
      1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
      0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    ]
  }

  private func contrast(_ a: Color, _ b: Color) -> Double {
    let luminances = [a, b].map { color in
      zip(Self.linear(color), [0.2126, 0.7152, 0.0722]).reduce(0) { $0 + $1.0 * $1.1 }
    }.sorted()
    return (luminances[1] + 0.05) / (luminances[0] + 0.05)
  }

  private func theme(_ name: ThemeName, _ colors: ColorDepth = .trueColor) -> Theme {
    .standard(ScreenCapabilities(colors: colors, glyphs: .braille), name)
  }

  /// A difference of 0.02 can just be seen; these are ten and four times that. Glyphs and words tell all of them, too.
  @Test(arguments: [ThemeName.dark, .light, .contrast], Sight.allCases)
  func whatMustBeToldApartIsFarApart(_ name: ThemeName, _ sight: Sight) {
    let theme = theme(name)
    func distance(_ a: Role, _ b: Role) -> Double { sight.distance(theme[a].foreground, theme[b].foreground) }
    #expect(distance(.excitatory, .inhibitory) > 0.2)
    let pairs: [(Role, Role)] = [
      (.good, .error), (.good, .warning), (.threshold, .curve), (.threshold, .refractory), (.spike, .curve),
      (.spike, .refractory), (.inhibitory, .threshold),
    ]
    for (a, b) in pairs { #expect(distance(a, b) > 0.075, "\(a), \(b): \(distance(a, b))") }
  }

  /// WCAG 2.2: 4.5 for text, 3 for lines; 7 where contrast is what is wanted.
  @Test(arguments: [(ThemeName.dark, 0x1E1E1E), (.light, 0xFFFFFF), (.contrast, 0x000000)] as [(ThemeName, UInt32)])
  func everythingStandsOutFromTheBackground(_ name: ThemeName, _ background: UInt32) {
    let theme = theme(name)
    for role in Role.allCases where !theme[role].foreground.isDefault {
      let behind = theme[role].background.isDefault ? Color(hex: background) : theme[role].background
      let least = name == .contrast ? 7 : role == .border ? 3 : 4.5
      #expect(contrast(theme[role].foreground, behind) >= least, "\(role)")
    }
  }

  /// Every step of a map is seen: lightness goes one way, or from the middle outwards.
  @Test(arguments: [ThemeName.dark, .light], Sight.allCases)
  func colourMapsAreRead(_ name: ThemeName, _ sight: Sight) {
    let theme = theme(name)
    let sign: Double = name == .light ? -1 : 1
    let amounts = ColorMap.amounts(theme).colors.map { sign * sight.seen($0)[0] }
    #expect(zip(amounts, amounts.dropFirst()).allSatisfy { $0 < $1 })
    let signed = ColorMap.signed(theme).colors
    let middle = signed.count / 2
    let lightness = signed.map { sign * sight.seen($0)[0] }
    #expect(zip(lightness[middle...], lightness[(middle + 1)...]).allSatisfy { $0 < $1 })
    #expect(zip(lightness[...middle], lightness[1...middle]).allSatisfy { $0 > $1 })
    for distance in 8...middle {
      #expect(sight.distance(signed[middle - distance], signed[middle + distance]) > 0.1, "\(distance)")
    }
  }

  /// Where there are few colours or none, roles that are told apart differ in an attribute or a colour.
  @Test(arguments: ThemeName.allCases, ColorDepth.allCases)
  func everyThemeIsThereForEveryTerminal(_ name: ThemeName, _ depth: ColorDepth) {
    let theme = theme(name, depth)
    #expect(theme.colors == (name == .mono ? .none : depth))
    let shown = [Role.excitatory, .inhibitory, .text].map { role in
      [Palette.index(of: theme[role].foreground, depth: theme.colors), Int(theme[role].attributes.rawValue)]
    }
    #expect(Set(shown).count == 3)
    #expect(theme[.selection] != theme[.text] && theme[.focusedBorder] != theme[.border])
    if name == .contrast, depth > .none {
      #expect(Role.allCases.allSatisfy { !theme[$0].attributes.contains(.dim) })
    }
  }

  @Test(arguments: [
    ("15;0", ThemeName.dark), ("0;15", .light), ("0;default;7", .light), ("12;8", .dark), ("", .dark), ("x", .dark),
  ])
  func theBackgroundIsTakenFromTheVariable(_ text: String, _ name: ThemeName) {
    #expect(ThemeName(background: text) == name)
  }
}
