/// Numbers as text, without Foundation and without surprises of a locale.
import Basics

package enum Digits {
  /// With `decimals` digits behind the point; never `-0.0`. Numbers beyond 10^15 are written with an exponent.
  package static func fixed(_ value: Double, _ decimals: Int) -> String {
    guard value.isFinite else { return value.isNaN ? "?" : value < 0 ? "-inf" : "inf" }
    let places = max(0, min(decimals, 12))
    var power = 1
    for _ in 0..<places { power *= 10 }
    let scaled = (abs(value) * Double(power)).rounded()
    guard scaled < 1e15 else { return exponential(value, 3) }
    let digits = Int(scaled)
    let sign = value < 0 && digits > 0 ? "-" : ""
    guard places > 0 else { return sign + String(digits) }
    let fraction = String(digits % power)
    return sign + String(digits / power) + "." + String(repeating: "0", count: places - fraction.count) + fraction
  }

  /// With at most `digits` digits that count and no zeros at the end: `20`, `-49`, `0.0162`, `1.2e-05`.
  package static func significant(_ value: Double, _ digits: Int = 4) -> String {
    guard value.isFinite, value != 0 else { return value == 0 ? "0" : fixed(value, 0) }
    let exponent = decimalExponent(value)
    guard (-4..<9).contains(exponent) else { return exponential(value, digits) }
    return trimmed(fixed(value, max(0, digits - 1 - exponent)))
  }

  /// A count in groups of three: `320 014`.
  package static func grouped(_ count: Int) -> String {
    let digits = String(count.magnitude)
    var text = count < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(" ") }
      text.append(digit)
    }
    return text
  }

  /// Seconds from milliseconds, decimals in groups of three: `1.234 5`.
  package static func seconds(milliseconds: Double, decimals: Int) -> String {
    var text = ""
    var sincePoint: Int?
    for character in fixed(milliseconds / 1000, decimals) {
      if let count = sincePoint {
        if count > 0, count % 3 == 0 { text.append(" ") }
        sincePoint = count + 1
      }
      if character == "." { sincePoint = 0 }
      text.append(character)
    }
    return text
  }

  /// Filled up with spaces on the left, so that a changing number keeps its place.
  package static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.unicodeScalars.count)) + text
  }

  private static func decimalExponent(_ value: Double) -> Int {
    Int((Elementary.log(abs(value)) / Elementary.log(10) + 1e-12).rounded(.down))
  }

  private static func exponential(_ value: Double, _ digits: Int) -> String {
    let exponent = decimalExponent(value)
    // In two steps: 10^308 and beyond would overflow in one.
    let half = exponent / 2
    let mantissa = value / Elementary.power10(Double(half)) / Elementary.power10(Double(exponent - half))
    let magnitude = exponent.magnitude < 10 ? "0\(exponent.magnitude)" : "\(exponent.magnitude)"
    return trimmed(fixed(mantissa, digits - 1)) + (exponent < 0 ? "e-" : "e+") + magnitude
  }

  private static func trimmed(_ text: String) -> String {
    guard text.contains(".") else { return text }
    var text = text
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
