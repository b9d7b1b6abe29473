/// The header of a `.npy` file: `{'descr': '<f4', 'fortran_order': False, 'shape': (128, 64), }`.

struct NPYHeader: Equatable {
  let type: String
  let isFortranOrder: Bool
  let shape: [Int]
  /// Where the numbers begin.
  let dataOffset: Int

  private static let magic: [UInt8] = [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59]
  /// A header of numbers needs a few dozen bytes.
  private static let longest = 1 << 16

  init(_ bytes: [UInt8]) throws(NPYError) {
    guard bytes.starts(with: Self.magic) else { throw .notNPY }
    guard bytes.count >= 10 else { throw .truncated(offset: bytes.count, expected: 10) }
    let (length, start) = try Self.extent(bytes)
    guard length <= Self.longest else { throw .badHeader(offset: 8) }
    guard bytes.count >= start + length else { throw .truncated(offset: bytes.count, expected: start + length) }
    var parser = NPYHeaderParser(bytes[start..<start + length])
    let entries = try parser.entries()
    guard let type = entries.type, let order = entries.isFortranOrder, let shape = entries.shape else {
      throw .badHeader(offset: start)
    }
    (self.type, isFortranOrder, self.shape, dataOffset) = (type, order, shape, start + length)
  }

  private static func extent(_ bytes: [UInt8]) throws(NPYError) -> (length: Int, start: Int) {
    switch bytes[6] {
    case 1: return (Int(bytes[8]) | Int(bytes[9]) << 8, 10)
    case 2, 3:
      guard bytes.count >= 12 else { throw .truncated(offset: bytes.count, expected: 12) }
      return (Int(bytes[8]) | Int(bytes[9]) << 8 | Int(bytes[10]) << 16 | Int(bytes[11]) << 24, 12)
    default: throw .unknownVersion(major: bytes[6], minor: bytes[7])
    }
  }
}

/// Reads the Python literal of a header; knows the few forms that numpy writes.
struct NPYHeaderParser {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  mutating func entries() throws(NPYError) -> (type: String?, isFortranOrder: Bool?, shape: [Int]?) {
    var result: (type: String?, isFortranOrder: Bool?, shape: [Int]?)
    try expect("{")
    while !accept("}") {
      let key = try text()
      try expect(":")
      switch key {
      case "descr": result.type = try type()
      case "fortran_order": result.isFortranOrder = try boolean()
      case "shape": result.shape = try shape()
      default: throw .badHeader(offset: position)
      }
      if !accept(",") {
        try expect("}")
        break
      }
    }
    return result
  }

  /// A structured type, which is a list, is told as such.
  private mutating func type() throws(NPYError) -> String {
    skipBlanks()
    if peek == UInt8(ascii: "[") { throw .unsupportedType("structured") }
    return try text()
  }

  private mutating func text() throws(NPYError) -> String {
    skipBlanks()
    guard let quote = peek, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else {
      throw .badHeader(offset: position)
    }
    let start = position + 1
    guard let end = bytes[start...].firstIndex(of: quote) else { throw .badHeader(offset: position) }
    position = end + 1
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private mutating func boolean() throws(NPYError) -> Bool {
    skipBlanks()
    for (word, value) in [("True", true), ("False", false)] where bytes[position...].starts(with: word.utf8) {
      position += word.utf8.count
      return value
    }
    throw .badHeader(offset: position)
  }

  private mutating func shape() throws(NPYError) -> [Int] {
    try expect("(")
    var sides: [Int] = []
    while !accept(")") {
      sides.append(try integer())
      if !accept(",") {
        try expect(")")
        break
      }
    }
    return sides
  }

  private mutating func integer() throws(NPYError) -> Int {
    skipBlanks()
    let start = position
    while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    guard let value = Int(String(decoding: bytes[start..<position], as: UTF8.self)) else {
      throw .badHeader(offset: start)
    }
    return value
  }

  private var peek: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  private mutating func skipBlanks() {
    while let byte = peek, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") { position += 1 }
  }

  private mutating func accept(_ character: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard peek == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(NPYError) {
    if !accept(character) { throw .badHeader(offset: position) }
  }
}
