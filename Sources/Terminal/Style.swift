/// How a cell looks: two colours and attributes.

/// A colour: the terminal's own default, or 24 bits that the screen brings down to what the terminal has.
package struct Color: Sendable, Hashable {
  /// 0 for the default, otherwise 0x01RRGGBB.
  package let packed: UInt32

  package init(red: UInt8, green: UInt8, blue: UInt8) {
    packed = 0x0100_0000 | UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
  }

  /// From 0xRRGGBB.
  package init(hex: UInt32) { packed = 0x0100_0000 | (hex & 0xFF_FFFF) }

  private init(packed: UInt32) { self.packed = packed }
  package static let terminalDefault = Color(packed: 0)

  package var isDefault: Bool { packed == 0 }
  package var red: UInt8 { UInt8(truncatingIfNeeded: packed >> 16) }
  package var green: UInt8 { UInt8(truncatingIfNeeded: packed >> 8) }
  package var blue: UInt8 { UInt8(truncatingIfNeeded: packed) }
}

package struct Attributes: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }
  package static let bold = Attributes(rawValue: 1)
  package static let dim = Attributes(rawValue: 2)
  package static let reverse = Attributes(rawValue: 4)
  package static let underline = Attributes(rawValue: 8)
}

package struct Style: Sendable, Hashable {
  package var foreground: Color
  package var background: Color
  package var attributes: Attributes

  package init(
    foreground: Color = .terminalDefault, background: Color = .terminalDefault, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  package static let plain = Style()

  package func with(_ more: Attributes) -> Style {
    Style(foreground: foreground, background: background, attributes: attributes.union(more))
  }
}
