/// 24-bit colours brought down to the palettes of terminals.

/// The numbers are those that `setaf` and `setab` take; the first 16 as xterm has them by default.
package enum Palette {
  /// What xterm shows for the colours 0…15, as 0xRRGGBB.
  package static let sixteen: [UInt32] = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]

  private static let steps: [Int] = [0, 95, 135, 175, 215, 255]

  /// The number of a colour where the terminal has `depth`; -1 for the terminal's default, and always without colours.
  package static func index(of color: Color, depth: ColorDepth) -> Int {
    if color.isDefault { return -1 }
    return switch depth {
    case .none: -1
    case .eight: nearest(color, among: 8)
    case .sixteen: nearest(color, among: 16)
    case .indexed: indexed(color)
    case .trueColor: Int(color.packed & 0xFF_FFFF)
    }
  }

  /// Into the cube of 6 × 6 × 6 or the 24 greys: the first 16 are the user's own and may look like anything.
  private static func indexed(_ color: Color) -> Int {
    let (red, green, blue) = (Int(color.red), Int(color.green), Int(color.blue))
    let cube = [red, green, blue].map(nearestStep)
    let inCube = distance(color, steps[cube[0]], steps[cube[1]], steps[cube[2]])
    let grey = min(max(((red + green + blue) / 3 - 3) / 10, 0), 23)
    let level = 8 + 10 * grey
    if distance(color, level, level, level) < inCube { return 232 + grey }
    return 16 + 36 * cube[0] + 6 * cube[1] + cube[2]
  }

  private static func nearestStep(_ value: Int) -> Int {
    value < 48 ? 0 : value < 115 ? 1 : (value - 35) / 40
  }

  private static func nearest(_ color: Color, among count: Int) -> Int {
    var best = 0
    var bestDistance = Int.max
    for index in 0..<count {
      let candidate = Color(hex: sixteen[index])
      let distance = distance(color, Int(candidate.red), Int(candidate.green), Int(candidate.blue))
      if distance < bestDistance { (best, bestDistance) = (index, distance) }
    }
    return best
  }

  /// Squared, with weights for what the eye tells apart: the usual approximation, red weighing more in red colours.
  private static func distance(_ color: Color, _ red: Int, _ green: Int, _ blue: Int) -> Int {
    let meanRed = (Int(color.red) + red) / 2
    let (r, g, b) = (Int(color.red) - red, Int(color.green) - green, Int(color.blue) - blue)
    return (512 + meanRed) * r * r + 1024 * g * g + (767 - meanRed) * b * b
  }
}
