/// The numbers that a `.npy` file may hold, as its header calls them: `<f4`, `>i2`, `|b1`.

package enum NPYElement: Sendable, Equatable {
  case boolean
  case signed(bytes: Int)
  case unsigned(bytes: Int)
  case float(bytes: Int)

  package var bytes: Int {
    switch self {
    case .boolean: 1
    case .signed(let bytes), .unsigned(let bytes), .float(let bytes): bytes
    }
  }

  /// The type and whether its bytes are in big-endian order; nil for types that are not read.
  static func parse(_ description: String) -> (element: NPYElement, isBigEndian: Bool)? {
    guard let order = description.first, "<>|=".contains(order) else { return nil }
    let isBig = order == ">"
    switch description.dropFirst() {
    case "b1", "?": return (.boolean, false)
    case "i1": return (.signed(bytes: 1), false)
    case "i2": return (.signed(bytes: 2), isBig)
    case "i4": return (.signed(bytes: 4), isBig)
    case "i8": return (.signed(bytes: 8), isBig)
    case "u1": return (.unsigned(bytes: 1), false)
    case "u2": return (.unsigned(bytes: 2), isBig)
    case "u4": return (.unsigned(bytes: 4), isBig)
    case "u8": return (.unsigned(bytes: 8), isBig)
    case "f2": return (.float(bytes: 2), isBig)
    case "f4": return (.float(bytes: 4), isBig)
    case "f8": return (.float(bytes: 8), isBig)
    default: return nil
    }
  }

  /// As it is written in a header, little-endian.
  var description: String {
    switch self {
    case .boolean: "|b1"
    case .signed(1): "|i1"
    case .unsigned(1): "|u1"
    case .signed(let bytes): "<i\(bytes)"
    case .unsigned(let bytes): "<u\(bytes)"
    case .float(let bytes): "<f\(bytes)"
    }
  }

  /// The number whose bytes, least first, are in `bits`.
  func value(_ bits: UInt64) -> Double {
    switch self {
    case .boolean: bits == 0 ? 0 : 1
    case .unsigned: Double(bits)
    case .signed(let bytes):
      Double(Int64(truncatingIfNeeded: bits << (64 - 8 * bytes)) >> (64 - 8 * bytes))
    case .float(8): Double(bitPattern: bits)
    case .float(4): Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
    case .float: Self.half(UInt16(truncatingIfNeeded: bits))
    }
  }

  /// IEEE 754 half precision, which not every processor of ours has.
  private static func half(_ bits: UInt16) -> Double {
    let sign: Double = bits >> 15 == 0 ? 1 : -1
    let exponent = Int(bits >> 10 & 0x1F)
    let fraction = Double(bits & 0x3FF)
    switch exponent {
    case 0: return sign * fraction * 0x1p-24
    case 31: return fraction == 0 ? sign * .infinity : .nan
    default: return sign * Double(sign: .plus, exponent: exponent - 15, significand: 1 + fraction / 1024)
    }
  }
}
