/// Colour maps measured by CIE lightness, which they were not made with.
import Charts
import Foundation
import Terminal
import Testing

struct ColorMapTests {
  @Test func `Amounts grow lighter in even steps`() {
    for map in [ColorMap.sequential, ColorMap.grey] {
      let lightness = map.colors.map(Self.lightness)
      let steps = zip(lightness, lightness.dropFirst()).map { $1 - $0 }
      let mean = steps.reduce(0, +) / Double(steps.count)
      #expect(steps.allSatisfy { $0 > 0 })
      #expect(steps.allSatisfy { abs($0 - mean) < 0.75 * mean }, "\(steps)")
    }
  }

  @Test func `Both signs grow lighter alike from a dark middle`() {
    let lightness = ColorMap.diverging.colors.map(Self.lightness)
    let middle = lightness.count / 2
    #expect(lightness.count % 2 == 1)
    for distance in 1...middle {
      #expect(lightness[middle - distance] > lightness[middle - distance + 1])
      #expect(lightness[middle + distance] > lightness[middle + distance - 1])
      #expect(abs(lightness[middle - distance] - lightness[middle + distance]) < 6)
    }
  }

  @Test func `The ends of the diverging map differ for the red-blind and the green-blind`() {
    let low = ColorMap.diverging[0]
    let high = ColorMap.diverging[1]
    // What red-green blindness leaves is blue against yellow.
    let blueness = { (color: Color) in Int(color.blue) - (Int(color.red) + Int(color.green)) / 2 }
    #expect(blueness(low) - blueness(high) > 150)
  }

  @Test func `In 256 colours one side stays blue and the other orange`() {
    for (index, color) in ColorMap.diverging.colors.enumerated() {
      let number = Palette.index(of: color, depth: .indexed)
      // The last 24 are greys, which have no hue to be wrong.
      guard number < 232 else { continue }
      let (red, green, blue) = ((number - 16) / 36, (number - 16) / 6 % 6, (number - 16) % 6)
      #expect(index < 16 ? red < green && green <= blue : red >= green && green > blue, "\(index): \(number)")
    }
  }

  @Test func `On paper amounts grow darker, and the least is still seen on white`() {
    let lightness = ColorMap.ink.colors.map(Self.lightness)
    #expect(zip(lightness, lightness.dropFirst()).allSatisfy { $0 > $1 })
    #expect(lightness[0] < 80)
  }

  @Test func `On paper both signs grow darker alike from a light middle, one blue and one orange`() {
    let colors = ColorMap.divergingInk.colors
    let lightness = colors.map(Self.lightness)
    let middle = colors.count / 2
    #expect(lightness[middle] > 90)
    for distance in 1...middle {
      #expect(lightness[middle - distance] < lightness[middle - distance + 1])
      #expect(lightness[middle + distance] < lightness[middle + distance - 1])
      #expect(abs(lightness[middle - distance] - lightness[middle + distance]) < 8)
      #expect(colors[middle - distance].blue > colors[middle - distance].red)
      #expect(colors[middle + distance].red > colors[middle + distance].blue)
    }
  }

  @Test func `Values outside are kept at the ends`() {
    let map = ColorMap.sequential
    #expect(map[-1] == map.colors.first)
    #expect(map[2] == map.colors.last)
    #expect(map[.nan] == map.colors.first)
    #expect(map[.infinity] == map.colors.last)
    #expect(ColorMap.diverging[0.5] == ColorMap.diverging.colors[16])
  }

  /// CIE L*, 0…100.
  private static func lightness(_ color: Color) -> Double {
    let linear = [color.red, color.green, color.blue].map { channel -> Double in
      let x = Double(channel) / 255
      return x <= 0.04045 ? x / 12.92 : pow((x + 0.055) / 1.055, 2.4)
    }
    let luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return luminance > 0.008856 ? 116 * cbrt(luminance) - 16 : 903.3 * luminance
  }
}
