/// Reads what `ByteWriter` wrote, and never beyond the end, whatever the bytes say.

package struct ByteReader: Sendable {
  /// The bytes ended before what was to be read.
  package struct Truncated: Error, Equatable {
    /// Where it should have begun.
    package let offset: Int

    package init(offset: Int) { self.offset = offset }
  }

  package private(set) var offset = 0
  private let bytes: [UInt8]

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package var remaining: Int { bytes.count - offset }

  package mutating func read<Number: FixedWidthInteger>(_ type: Number.Type) throws(Truncated) -> Number {
    let width = Number.bitWidth / 8
    let start = try advance(by: width)
    var number: Number = 0
    for index in (0..<width).reversed() { number = number << 8 | Number(truncatingIfNeeded: bytes[start + index]) }
    return number
  }

  package mutating func readDouble() throws(Truncated) -> Double { Double(bitPattern: try read(UInt64.self)) }

  /// Bytes that are no text come out as replacement characters, so that a wrong name is merely a wrong name.
  package mutating func readText() throws(Truncated) -> String {
    let count = Int(try read(UInt16.self))
    return String(decoding: try readBytes(count), as: UTF8.self)
  }

  /// - Parameter count: checked against what is left before anything is taken.
  package mutating func readBytes(_ count: Int) throws(Truncated) -> [UInt8] {
    let start = try advance(by: count)
    return Array(bytes[start..<start + count])
  }

  private mutating func advance(by count: Int) throws(Truncated) -> Int {
    guard count >= 0, count <= remaining else { throw Truncated(offset: offset) }
    defer { offset += count }
    return offset
  }
}
