/// Philox for eight counters at once: for whoever draws in quantity.

extension CounterRNG {
  /// Words 0 to 3 of eight counters, each in the lower half of a 64-bit lane.
  package struct Block: Sendable {
    package var words: (SIMD8<UInt64>, SIMD8<UInt64>, SIMD8<UInt64>, SIMD8<UInt64>)
  }

  /// The same numbers as `words(high, low)` to `words(high, low + 7 · stride)`; lane i belongs to low + i · stride.
  /// - Complexity: ten rounds, under 1 ns a word where multiplications of eight lanes are one instruction.
  package func block(_ high: UInt64, _ low: UInt64, stride: UInt64 = 1) -> Block {
    let half = SIMD8<UInt64>(repeating: 0xFFFF_FFFF)
    let counters = SIMD8<UInt64>(repeating: low) &+ SIMD8<UInt64>(0, 1, 2, 3, 4, 5, 6, 7) &* stride
    var c0 = counters & half
    var c1 = counters &>> 32
    var c2 = SIMD8<UInt64>(repeating: high & 0xFFFF_FFFF)
    var c3 = SIMD8<UInt64>(repeating: high >> 32)
    var k0 = key0
    var k1 = key1
    for _ in 0..<10 {
      // Masked where they are multiplied, so that the compiler sees that 32 bits by 32 are wanted.
      let first = (c0 & half) &* SIMD8<UInt64>(repeating: 0xD251_1F53)
      let second = (c2 & half) &* SIMD8<UInt64>(repeating: 0xCD9E_8D57)
      c0 = (second &>> 32) ^ c1 ^ SIMD8<UInt64>(repeating: UInt64(k0))
      c2 = (first &>> 32) ^ c3 ^ SIMD8<UInt64>(repeating: UInt64(k1))
      c1 = second & half
      c3 = first & half
      k0 = k0 &+ 0x9E37_79B9
      k1 = k1 &+ 0xBB67_AE85
    }
    return Block(words: (c0, c1, c2, c3))
  }
}
