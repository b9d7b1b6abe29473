/// A 64-bit fingerprint of a simulation's dynamic state: equal states give equal hashes, on any machine.

/// Accumulates words in a fixed order; order matters.
package struct StateHash: Sendable {
  private var state: UInt64 = 0x6A09_E667_F3BC_C908

  package init() {}

  /// Mixes in one word. - Complexity: O(1), about 1 ns.
  package mutating func add(_ word: UInt64) {
    state = (state ^ word) &* 0x9FB2_1C65_1E98_DF25
    state ^= state >> 28
  }

  package mutating func add(_ value: Int) { add(UInt64(bitPattern: Int64(value))) }

  /// Mixes in a number. -0 counts as 0, for no later step can tell them apart.
  package mutating func add(_ value: Double) { add((value == 0 ? 0 : value).bitPattern) }

  /// Mixes in a text, its length first, so that two texts in a row differ from one.
  package mutating func add(_ text: String) {
    add(text.utf8.count)
    for unit in text.utf8 { add(UInt64(unit)) }
  }

  /// Mixes in a block of bytes, eight at a time, and its length.
  package mutating func add(_ bytes: [UInt8]) {
    add(bytes.count)
    var index = 0
    while index + 8 <= bytes.count {
      var word: UInt64 = 0
      for place in 0..<8 { word |= UInt64(bytes[index + place]) << UInt64(8 * place) }
      add(word)
      index += 8
    }
    while index < bytes.count {
      add(UInt64(bytes[index]))
      index += 1
    }
  }

  package var value: UInt64 {
    var z = state
    z = (z ^ (z >> 32)) &* 0x9FB2_1C65_1E98_DF25
    return z ^ (z >> 29)
  }

  /// As it is printed: sixteen hexadecimal digits.
  package static func text(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
