/// Decimal numbers out of bytes, exact and without making strings where that is possible.

enum DecimalBytes {
  /// Powers of ten that a double holds exactly.
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]

  /// The number in `range`, blanks around it allowed; nil where it is none. `nan` and `inf` are none.
  ///
  /// Up to 15 digits with up to 22 decimal places are one exact division (Clinger 1990); everything else takes the
  /// library's way.
  static func number(_ bytes: [UInt8], _ range: Range<Int>) -> Double? {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
    while start < end, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    let first = start
    let isNegative = start < end && bytes[start] == UInt8(ascii: "-")
    if isNegative { start += 1 }
    var mantissa: UInt64 = 0
    var digits = 0
    var places = -1
    for position in start..<end {
      let digit = bytes[position] &- UInt8(ascii: "0")
      if digit <= 9 {
        mantissa = mantissa &* 10 &+ UInt64(digit)
        digits += 1
        if places >= 0 { places += 1 }
      } else if bytes[position] == UInt8(ascii: "."), places < 0 {
        places = 0
      } else {
        return general(bytes, first..<end)
      }
      if digits > 15 { return general(bytes, first..<end) }
    }
    guard digits > 0 else { return nil }
    let value = places > 0 ? Double(mantissa) / powers[places] : Double(mantissa)
    return isNegative ? -value : value
  }

  private static func general(_ bytes: [UInt8], _ range: Range<Int>) -> Double? {
    guard range.count <= 64 else { return nil }
    return NumberText.whole(String(decoding: bytes[range], as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
  }
}
