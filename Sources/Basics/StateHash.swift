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
