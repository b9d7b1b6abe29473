/// Numbers as colours: perceptually even, told apart by the colour-blind, and few enough for a terminal's colour pairs.
package import Terminal

/// A table of colours for values 0…1.
///
/// Tables are short on purpose: a half block shows two colours, and terminals have a bounded number of pairs.
package struct ColorMap: Sendable {
  /// From the colour of 0 to that of 1, evenly spaced; an odd number where the middle means something.
  package let colors: [Color]

  /// Straight lines in OKLab through evenly spaced `anchors`, cut into `count` colours.
  init(through anchors: [OKLab], count: Int) {
    precondition(anchors.count >= 2 && count >= 2, "a colour map goes from one colour to another")
    colors = (0..<count).map { index in
      let place = Double(index) / Double(count - 1) * Double(anchors.count - 1)
      let segment = min(Int(place), anchors.count - 2)
      return anchors[segment].mixed(with: anchors[segment + 1], place - Double(segment)).color
    }
  }

  /// The colour of a value; below 0 counts as 0, above 1 as 1, NaN as 0. - Complexity: O(1).
  package subscript(_ value: Double) -> Color { colors[index(of: value)] }

  package func index(of value: Double) -> Int {
    guard value > 0 else { return 0 }
    return value >= 1 ? colors.count - 1 : Int((value * Double(colors.count - 1)).rounded())
  }

  /// Dark blue over teal to yellow, for amounts. Lightness rises evenly, and blue to yellow is seen by everybody.
  package static let sequential = ColorMap(
    through: [
      OKLab(lightness: 0.30, a: -0.010, b: -0.090), OKLab(lightness: 0.60, a: -0.075, b: -0.025),
      OKLab(lightness: 0.90, a: -0.045, b: 0.160),
    ], count: 24)

  /// Blue below, dark grey at 0.5, orange above: the further from the middle, the lighter.
  ///
  /// So saturated that the 256 colours of a terminal have what is nearest in the same hue; paler anchors came out purple
  /// and pink there.
  package static let diverging = ColorMap(
    through: [
      OKLab(lightness: 0.78, a: -0.055, b: -0.100), OKLab(lightness: 0.50, a: -0.045, b: -0.125),
      OKLab(lightness: 0.26, a: 0.000, b: 0.000), OKLab(lightness: 0.50, a: 0.055, b: 0.105),
      OKLab(lightness: 0.78, a: 0.040, b: 0.158),
    ], count: 33)

  /// For paper: light to dark blue, for amounts; the least is still seen on white.
  package static let ink = ColorMap(
    through: [
      OKLab(lightness: 0.76, a: -0.040, b: -0.090), OKLab(lightness: 0.50, a: -0.035, b: -0.125),
      OKLab(lightness: 0.24, a: -0.010, b: -0.075),
    ], count: 12)

  /// For paper: blue below, nearly white at 0.5, orange above: the further from the middle, the darker.
  package static let divergingInk = ColorMap(
    through: [
      OKLab(lightness: 0.42, a: -0.030, b: -0.125), OKLab(lightness: 0.69, a: -0.050, b: -0.095),
      OKLab(lightness: 0.95, a: 0.000, b: 0.000), OKLab(lightness: 0.69, a: 0.065, b: 0.115),
      OKLab(lightness: 0.42, a: 0.085, b: 0.085),
    ], count: 33)

  /// Black to white, for pictures.
  package static let grey = ColorMap(
    through: [OKLab(lightness: 0.16, a: 0, b: 0), OKLab(lightness: 0.98, a: 0, b: 0)], count: 17)
}
