/// The random generator against the vectors its inventors publish, and against what randomness should look like.
import Basics
import Testing

@Suite struct CounterRNGTests {
  /// From `kat_vectors` of Random123 1.14 (Salmon et al.), philox4x32 with 10 rounds.
  @Test func knownAnswers() {
    let ones: UInt32 = .max
    #expect(
      CounterRNG(key0: 0, key1: 0).words(0, 0) == SIMD4(0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8))
    #expect(
      CounterRNG(key0: ones, key1: ones).words(.max, .max)
        == SIMD4(0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD))
    #expect(
      CounterRNG(key0: 0xA409_3822, key1: 0x299F_31D0).words(0x0370_7344_1319_8A2E, 0x85A3_08D3_243F_6A88)
        == SIMD4(0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1))
  }

  @Test func aStreamIsAFunctionOfSeedNameAndCounter() {
    let one = CounterRNG(seed: 1, stream: "a")
    #expect(one.words(3, 4) == CounterRNG(seed: 1, stream: "a").words(3, 4))
    let others = [
      CounterRNG(seed: 2, stream: "a").words(3, 4), CounterRNG(seed: 1, stream: "b").words(3, 4), one.words(4, 3),
      one.words(3, 5), one.words(2, 4),
    ]
    #expect(!others.contains(one.words(3, 4)) && Set(others).count == others.count)
  }

  @Test func uniformNumbersFillTheUnitInterval() {
    let random = CounterRNG(seed: 7, stream: "uniform")
    var bins = Array(repeating: 0, count: 64)
    for counter in 0..<32_000 {
      let (first, second) = random.uniforms(0, UInt64(counter))
      #expect(first >= 0 && first < 1 && second >= 0 && second < 1)
      bins[Int(first * 64)] += 1
      bins[Int(second * 64)] += 1
    }
    let chiSquare = bins.reduce(0.0) { $0 + (Double($1) - 1000) * (Double($1) - 1000) / 1000 }
    // 63 degrees of freedom: beyond 103 once in a thousand, below 34 too.
    #expect(chiSquare > 34 && chiSquare < 103)
  }
}
