/// Poisson-distributed numbers by inversion, thirty-two at a time.
package import Basics

/// A number is how many points of the cumulative distribution a random word has passed: no branch, and nothing that
/// depends on the outcome. Probabilities are exact to 2⁻³².
package struct PoissonNumbers: Sendable {
  /// Above this the mean is split, for the points are gone through one by one: a sum of Poisson numbers is one.
  private static let largestPart = 16.0

  private let parts: UInt64
  /// So many are always passed, for their probability is below 2⁻³².
  private let passed: UInt32
  /// Words from here on have passed the point.
  private let points: [UInt32]

  /// - Precondition: `mean` is finite and at least 0.
  package init(mean: Double) {
    let parts = max(1, (mean / Self.largestPart).rounded(.up))
    self.parts = UInt64(parts)
    let mean = mean / parts
    var points: [UInt32] = []
    var passed: UInt32 = 0
    var probability = Elementary.exp(-mean)
    var cumulative = probability
    var number = 0.0
    // 200 is far beyond what a mean of 16 can give.
    while number < 200 {
      let point = (cumulative * 0x1p32).rounded()
      if point >= 0x1p32 { break }
      if point < 1 { passed += 1 } else { points.append(UInt32(point)) }
      number += 1
      probability *= mean / number
      cumulative += probability
    }
    self.points = points
    self.passed = passed
  }

  /// The numbers of a block of 32. - Complexity: O(1 + mean).
  /// - Parameters:
  ///   - high: the upper half of the counter.
  ///   - block: which block; below 2⁴⁴.
  package func draw(_ random: CounterRNG, _ high: UInt64, block: UInt64) -> SIMD32<UInt32> {
    var low = SIMD16<UInt32>(repeating: 0)
    var other = SIMD16<UInt32>(repeating: 0)
    for part in 0..<parts {
      let words = random.block(high, block &* 8 | part << 48).words
      // Two words of 32 bits beside each other in a lane of 64.
      let first = unsafe unsafeBitCast(words.0 | words.1 &<< 32, to: SIMD16<UInt32>.self)
      let second = unsafe unsafeBitCast(words.2 | words.3 &<< 32, to: SIMD16<UInt32>.self)
      low = low &+ count(first)
      other = other &+ count(second)
    }
    return SIMD32(lowHalf: low, highHalf: other)
  }

  private func count(_ words: SIMD16<UInt32>) -> SIMD16<UInt32> {
    var count = SIMD16<UInt32>(repeating: passed)
    for point in points {
      count = count.replacing(with: count &+ 1, where: words .>= SIMD16<UInt32>(repeating: point))
    }
    return count
  }
}
