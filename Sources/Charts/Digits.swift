/// Numbers with a fixed number of decimals, without Foundation and without surprises of a locale.

package enum Digits {
  /// With `decimals` digits behind the point; never `-0.0`. From 10^15 on as Swift writes it.
  package static func fixed(_ value: Double, _ decimals: Int) -> String {
    guard value.isFinite else { return value.isNaN ? "?" : value < 0 ? "-inf" : "inf" }
    let places = max(0, min(decimals, 12))
    var power = 1
    for _ in 0..<places { power *= 10 }
    let scaled = (abs(value) * Double(power)).rounded()
    guard scaled < 1e15 else { return "\(value)" }
    let digits = Int(scaled)
    let sign = value < 0 && digits > 0 ? "-" : ""
    guard places > 0 else { return sign + String(digits) }
    let fraction = String(digits % power)
    return sign + String(digits / power) + "." + String(repeating: "0", count: places - fraction.count) + fraction
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
}
