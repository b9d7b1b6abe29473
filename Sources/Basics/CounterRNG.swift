/// Random numbers that are a function of where they are used, never of when: Philox 4x32-10.

/// A counter-based generator: the numbers for (seed, stream) at a counter are always the same.
///
/// Nothing has to be saved: a step that is run again draws the same numbers, whatever the threads or the order.
/// - References: Salmon, Moraes, Dror, Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3", SC11.
package struct CounterRNG: Sendable {
  let key0: UInt32
  let key1: UInt32

  /// A generator for one stream of a run. The stream is keyed by a name, so that adding one changes no other.
  package init(seed: UInt64, stream: String) {
    let mixed = Self.mix(seed ^ Self.mix(Self.fingerprint(of: stream)))
    key0 = UInt32(truncatingIfNeeded: mixed)
    key1 = UInt32(truncatingIfNeeded: mixed >> 32)
  }

  /// A generator with a key as it is.
  package init(key0: UInt32, key1: UInt32) {
    self.key0 = key0
    self.key1 = key1
  }

  /// Four independent 32-bit words for a 128-bit counter. - Complexity: ten rounds, about 10 ns.
  package func words(_ high: UInt64, _ low: UInt64) -> SIMD4<UInt32> {
    var c0 = UInt32(truncatingIfNeeded: low)
    var c1 = UInt32(truncatingIfNeeded: low >> 32)
    var c2 = UInt32(truncatingIfNeeded: high)
    var c3 = UInt32(truncatingIfNeeded: high >> 32)
    var k0 = key0
    var k1 = key1
    for _ in 0..<10 {
      let first = UInt64(c0) &* 0xD251_1F53
      let second = UInt64(c2) &* 0xCD9E_8D57
      c0 = UInt32(truncatingIfNeeded: second >> 32) ^ c1 ^ k0
      c2 = UInt32(truncatingIfNeeded: first >> 32) ^ c3 ^ k1
      c1 = UInt32(truncatingIfNeeded: second)
      c3 = UInt32(truncatingIfNeeded: first)
      k0 = k0 &+ 0x9E37_79B9
      k1 = k1 &+ 0xBB67_AE85
    }
    return SIMD4(c0, c1, c2, c3)
  }

  /// Two uniform numbers in [0, 1) with 53 random bits each.
  package func uniforms(_ high: UInt64, _ low: UInt64) -> (Double, Double) {
    let w = words(high, low)
    return (Self.unit(w[0], w[1]), Self.unit(w[2], w[3]))
  }

  /// A uniform number in [0, 1) with 53 random bits.
  package func uniform(_ high: UInt64, _ low: UInt64) -> Double { uniforms(high, low).0 }

  private static func unit(_ low: UInt32, _ high: UInt32) -> Double {
    let bits = (UInt64(high) << 32 | UInt64(low)) >> 11
    return Double(bits) * 0x1p-53
  }

  /// FNV-1a over the name's bytes: the same on every machine and run, unlike `Hashable`.
  private static func fingerprint(of name: String) -> UInt64 {
    name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  /// The finaliser of splitmix64, which spreads close seeds over all 64 bits.
  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
