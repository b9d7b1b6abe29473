/// Arrays of numbers as numpy saves them: `.npy`, versions 1 to 3, both byte orders, both orders of axes.

/// An array of numbers; `values` are row-major (C order) whatever the file had.
package struct NPYArray: Sendable, Equatable {
  /// Empty for a scalar.
  package let shape: [Int]
  package let values: [Double]

  package init(shape: [Int], values: [Double]) {
    precondition(values.count == shape.reduce(1, *), "an array has as many values as its shape says")
    self.shape = shape
    self.values = values
  }
}

package enum NPYFile {
  /// The array of a file's bytes. Integers beyond 2^53 are rounded to doubles.
  ///
  /// Nothing is allocated before the header has been held against the length of the file.
  /// - Complexity: O(elements).
  package static func read(_ bytes: [UInt8]) throws(NPYError) -> NPYArray {
    let header = try NPYHeader(bytes)
    if header.type.contains("O") { throw .pickledObjects }
    guard let (element, isBigEndian) = NPYElement.parse(header.type) else { throw .unsupportedType(header.type) }
    let elements = header.shape.reduce(1.0) { $0 * Double($1) }
    guard elements < 1e15 else { throw .tooLarge(elements: elements) }
    let end = header.dataOffset + Int(elements) * element.bytes
    if end > bytes.count { throw .truncated(offset: bytes.count, expected: end) }
    if end < bytes.count { throw .trailing(offset: end) }
    let values = decode(bytes, from: header.dataOffset, count: Int(elements), element, isBigEndian: isBigEndian)
    let isReordered = header.isFortranOrder && header.shape.count > 1
    return NPYArray(shape: header.shape, values: isReordered ? rowMajor(values, shape: header.shape) : values)
  }

  private static func decode(
    _ bytes: [UInt8], from start: Int, count: Int, _ element: NPYElement, isBigEndian: Bool
  ) -> [Double] {
    let width = element.bytes
    var values: [Double] = []
    values.reserveCapacity(count)
    var position = start
    for _ in 0..<count {
      var bits: UInt64 = 0
      for byte in 0..<width {
        let shift = 8 * (isBigEndian ? width - 1 - byte : byte)
        bits |= UInt64(bytes[position + byte]) << UInt64(shift)
      }
      values.append(element.value(bits))
      position += width
    }
    return values
  }

  /// From column-major order, in which the first index runs fastest.
  private static func rowMajor(_ values: [Double], shape: [Int]) -> [Double] {
    var steps = [1]
    for side in shape.dropLast() { steps.append(steps[steps.count - 1] * side) }
    var index = shape.map { _ in 0 }
    var source = 0
    var result: [Double] = []
    result.reserveCapacity(values.count)
    while result.count < values.count {
      result.append(values[source])
      var axis = shape.count - 1
      // Counts up like an odometer, last axis first.
      while axis >= 0 {
        index[axis] += 1
        source += steps[axis]
        if index[axis] < shape[axis] { break }
        source -= index[axis] * steps[axis]
        index[axis] = 0
        axis -= 1
      }
    }
    return result
  }

  /// The bytes of a version 1 file in C order, little-endian.
  /// - Precondition: `element` is a float of 4 or 8 bytes; anything else would lose values without a word.
  package static func encode(_ array: NPYArray, as element: NPYElement = .float(bytes: 8)) -> [UInt8] {
    precondition(element == .float(bytes: 8) || element == .float(bytes: 4), "only floats are written")
    var bytes = header(shape: array.shape, type: element.description)
    bytes.reserveCapacity(bytes.count + array.values.count * element.bytes)
    for value in array.values {
      let bits = element.bytes == 8 ? value.bitPattern : UInt64(Float(value).bitPattern)
      for byte in 0..<element.bytes { bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(8 * byte))) }
    }
    return bytes
  }

  /// Padded with blanks so that the numbers begin at a multiple of 64, as numpy does.
  private static func header(shape: [Int], type: String) -> [UInt8] {
    let sides = shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? "," : "")
    var text = "{'descr': '\(type)', 'fortran_order': False, 'shape': (\(sides)), }"
    let padding = (64 - (10 + text.utf8.count + 1) % 64) % 64
    text += String(repeating: " ", count: padding) + "\n"
    let length = text.utf8.count
    return [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59, 1, 0, UInt8(length & 0xFF), UInt8(length >> 8)] + Array(text.utf8)
  }
}
