/// Numbers as people like to read them: `20 ms`, `-49 mV`, `0.0162 nA`, `12 steps`, `1.2345 s`, `4 000`.
package import Basics

package enum NumberText {
  /// At least `digits` significant digits, without trailing zeros; whole numbers below 10⁹ keep all of theirs.
  ///
  /// - Complexity: O(digits); no Foundation, no locale.
  package static func significant(_ value: Double, digits: Int = 4) -> String {
    guard value.isFinite else { return value.isNaN ? "–" : value < 0 ? "-∞" : "∞" }
    let magnitude = abs(value)
    guard magnitude > 0 else { return "0" }
    guard magnitude > 1e-300 else { return "\(value)" }
    let exponent = Ladder.exponent(of: magnitude)
    if (-5..<9).contains(exponent) { return fixed(value, decimals: max(0, digits - 1 - exponent)) }
    let mantissa = value / Elementary.power10(Double(exponent))
    return significant(mantissa, digits: digits) + "e\(exponent)"
  }

  /// With the base unit of the dimension.
  package static func quantity(_ value: Double, _ dimension: Dimension, digits: Int = 4) -> String {
    let number = significant(value, digits: digits)
    switch dimension {
    case .none: return number
    case .steps: return number + (abs(value) == 1 ? " step" : " steps")
    default: return number + " " + dimension.baseUnit
    }
  }

  /// A point of time to a ten-thousandth of a millisecond, from 1 s on in seconds.
  package static func time(_ time: Milliseconds) -> String {
    let value = time.value
    guard abs(value) < 1e12 else { return significant(value / 1000) + " s" }
    return abs(value) < 1000 ? fixed(value, decimals: 4) + " ms" : fixed(value / 1000, decimals: 7) + " s"
  }

  /// Whole numbers in groups of three: `320 014`.
  package static func grouped(_ count: Int) -> String {
    let digits = String(count.magnitude)
    var text = count < 0 ? "-" : ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position) % 3 == 0 { text.append(" ") }
      text.append(digit)
    }
    return text
  }

  /// A number of things: `1 neuron`, `4 000 neurons`.
  package static func count(_ number: Int, _ noun: String) -> String {
    "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
  }

  /// So many bytes: `640 kB`, `2.6 MB`, `1.2 GB`.
  package static func memory(_ bytes: Double) -> String {
    let (scale, unit) = bytes < 1e6 ? (1e3, "kB") : bytes < 1e9 ? (1e6, "MB") : (1e9, "GB")
    return significant(max(bytes / scale, 0.1), digits: 2) + " " + unit
  }

  /// With all of so many decimals, for numbers that stand below each other; too large ones as `significant` has them.
  package static func aligned(_ value: Double, decimals: Int) -> String {
    guard abs(value) * Elementary.power10(Double(decimals)) < 1e15 else { return significant(value) }
    let text = fixed(value, decimals: decimals)
    let point = text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 }
    if decimals == 0 { return text }
    return text + (point == nil ? "." : "") + String(repeating: "0", count: decimals - (point ?? 0))
  }

  /// - Precondition: |value| · 10^decimals < 9e18.
  private static func fixed(_ value: Double, decimals: Int) -> String {
    let scale = Elementary.power10(Double(decimals))
    let scaled = Int((abs(value) * scale).rounded())
    let whole = scaled / Int(scale)
    let sign = value < 0 && scaled != 0 ? "-" : ""
    var fraction = String(scaled % Int(scale))
    fraction = String(repeating: "0", count: max(0, decimals - fraction.count)) + fraction
    while fraction.last == "0" { fraction.removeLast() }
    return fraction.isEmpty ? "\(sign)\(whole)" : "\(sign)\(whole).\(fraction)"
  }
}
