/// A colour by perceived lightness and hue, for colour maps whose equal steps look equal.
import Basics
import Terminal

/// Björn Ottosson's OKLab: `lightness` 0 (black) … 1 (white), `a` green to red, `b` blue to yellow.
/// - References: Ottosson 2020, "A perceptual color space for image processing".
struct OKLab: Sendable {
  var lightness: Double
  var a: Double
  var b: Double

  /// The point a fraction of the way from here to `end`.
  func mixed(with end: OKLab, _ fraction: Double) -> OKLab {
    OKLab(
      lightness: lightness + (end.lightness - lightness) * fraction,
      a: a + (end.a - a) * fraction, b: b + (end.b - b) * fraction)
  }

  /// In sRGB; what lies outside is clipped channel by channel.
  var color: Color {
    let long = Self.cube(lightness + 0.3963377774 * a + 0.2158037573 * b)
    let medium = Self.cube(lightness - 0.1055613458 * a - 0.0638541728 * b)
    let short = Self.cube(lightness - 0.0894841775 * a - 1.2914855480 * b)
    return Color(
      red: Self.channel(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
      green: Self.channel(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
      blue: Self.channel(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short))
  }

  private static func cube(_ x: Double) -> Double { x * x * x }

  /// The sRGB transfer curve, to 8 bits.
  private static func channel(_ linear: Double) -> UInt8 {
    let x = min(max(linear, 0), 1)
    let encoded = x <= 0.0031308 ? 12.92 * x : 1.055 * Elementary.exp(Elementary.log(x) / 2.4) - 0.055
    return UInt8((encoded * 255).rounded())
  }
}
