/// Poisson-distributed numbers by inversion, exact for any mean.
package import Basics

package struct PoissonNumber: Sendable {
  /// Above this the mean is split, for e^(−mean) must not vanish: a sum of Poisson numbers is one.
  private static let largestPart = 16.0

  private let parts: UInt64
  private let partMean: Double
  /// The probability of none in a part.
  private let none: Double

  /// - Precondition: `mean` is finite and at least 0.
  package init(mean: Double) {
    let parts = max(1, (mean / Self.largestPart).rounded(.up))
    self.parts = UInt64(parts)
    partMean = mean / parts
    none = Elementary.exp(-partMean)
  }

  /// The number at a counter. - Complexity: O(1 + mean).
  /// - Parameters:
  ///   - high: the upper half of the counter.
  ///   - low: the lower half; below 2⁴⁸.
  package func draw(_ random: CounterRNG, _ high: UInt64, _ low: UInt64) -> Int {
    var total = 0
    for part in 0..<parts { total += invert(random.uniform(high, low | part << 48)) }
    return total
  }

  private func invert(_ uniform: Double) -> Int {
    var number = 0
    var probability = none
    var cumulative = none
    // Rounding may leave the sum below the greatest uniform numbers; 200 is far beyond what a mean of 16 can give.
    while uniform >= cumulative && number < 200 {
      number += 1
      probability *= partMean / Double(number)
      cumulative += probability
    }
    return number
  }
}
