/// Writes numbers, words and blocks of bytes one after another, little end first on every machine.

package struct ByteWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  package mutating func write<Number: FixedWidthInteger>(_ number: Number) {
    for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  package mutating func write(_ number: Double) { write(number.bitPattern) }

  /// A text of at most 65,535 bytes, its length in front.
  package mutating func write(_ text: String) {
    let units = Array(text.utf8.prefix(Int(UInt16.max)))
    write(UInt16(units.count))
    bytes += units
  }

  package mutating func write(_ block: [UInt8]) { bytes += block }
}
