/// Colours brought down to what a terminal has.
import Terminal
import Testing

@Suite struct PaletteTests {
  /// The 240 fixed colours of a terminal with 256, from their definition.
  static let fixed: [(index: Int, color: Color)] = (16...255).map { index in
    if index >= 232 {
      let level = UInt8(8 + 10 * (index - 232))
      return (index, Color(red: level, green: level, blue: level))
    }
    let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
    let cube = index - 16
    return (index, Color(red: steps[cube / 36], green: steps[cube / 6 % 6], blue: steps[cube % 6]))
  }

  private func distance(_ a: Color, _ b: Color) -> Int {
    let (r, g, b) = (Int(a.red) - Int(b.red), Int(a.green) - Int(b.green), Int(a.blue) - Int(b.blue))
    return r * r + g * g + b * b
  }

  @Test func colorsOfThePaletteStayThemselves() {
    for (index, color) in Self.fixed {
      let mapped = Palette.index(of: color, depth: .indexed)
      #expect(Self.fixed[mapped - 16].color == color, "\(index)")
    }
    for index in 0..<16 {
      #expect(Palette.index(of: Color(hex: Palette.sixteen[index]), depth: .sixteen) == index)
    }
    for index in 0..<8 { #expect(Palette.index(of: Color(hex: Palette.sixteen[index]), depth: .eight) == index) }
  }

  /// Against a search through all 240 with another measure of distance: never far from the best.
  @Test func othersComeNear() {
    var generator = Generator(seed: 7)
    for _ in 0..<2_000 {
      let color = Color(hex: UInt32(generator.below(1 << 24)))
      let mapped = Self.fixed[Palette.index(of: color, depth: .indexed) - 16].color
      let best = Self.fixed.map { distance($0.color, color) }.min() ?? 0
      #expect(distance(mapped, color) <= 2 * best + 200, "\(String(color.packed, radix: 16))")
    }
  }

  @Test func defaultAndDepthNoneHaveNoNumber() {
    for depth in ColorDepth.allCases { #expect(Palette.index(of: .terminalDefault, depth: depth) == -1) }
    #expect(Palette.index(of: Color(hex: 0xFF0000), depth: .none) == -1)
    #expect(Palette.index(of: Color(hex: 0x123456), depth: .trueColor) == 0x123456)
  }

  @Test func hues() {
    #expect(Palette.index(of: Color(hex: 0xC00000), depth: .eight) == 1)
    #expect(Palette.index(of: Color(hex: 0xE69F00), depth: .eight) == 3)
    #expect(Palette.index(of: Color(hex: 0x101010), depth: .eight) == 0)
    #expect(Palette.index(of: Color(hex: 0xF0F0F0), depth: .sixteen) >= 7)
    #expect(Palette.index(of: Color(hex: 0x808080), depth: .sixteen) == 8)
  }
}
