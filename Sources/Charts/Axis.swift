/// Where the round numbers of an axis lie.
import Basics

/// A range of values with ticks at round numbers: 1, 2 or 5 times a power of ten apart.
package struct Axis: Sendable, Equatable {
  package let range: ClosedRange<Double>
  /// Ascending, within the range.
  package let ticks: [Double]
  /// The distance between ticks.
  package let step: Double

  /// At most `limit` ticks (2 or more) within `range` as it is.
  package init(_ range: ClosedRange<Double>, ticks limit: Int) {
    self.init(range: Self.proper(range), limit: limit, isRounded: false)
  }

  /// `range` widened to the next ticks on both sides: it does not jump with every new value. At most `limit` ticks, 3 or
  /// more: what straddles 0 has a tick there.
  package init(covering range: ClosedRange<Double>, ticks limit: Int) {
    self.init(range: Self.proper(range), limit: limit, isRounded: true)
  }

  private init(range: ClosedRange<Double>, limit: Int, isRounded: Bool) {
    let step = Self.step(for: range.upperBound - range.lowerBound, intervals: max(1, limit - 1))
    var first = (range.lowerBound / step).rounded(isRounded ? .down : .up)
    var last = (range.upperBound / step).rounded(isRounded ? .up : .down)
    // Rounding out must not make more ticks than asked for: 2 intervals that straddle become 3.
    if isRounded, Int(last - first) >= max(3, limit) {
      let wider = Self.step(for: (last - first) * step * 1.01, intervals: max(1, limit - 1))
      first = (range.lowerBound / wider).rounded(.down)
      last = (range.upperBound / wider).rounded(.up)
      self.step = wider
    } else {
      self.step = step
    }
    let unit = self.step
    ticks = first <= last ? (0...Int(last - first)).map { (first + Double($0)) * unit } : []
    self.range = isRounded ? (first * unit)...(last * unit) : range
  }

  /// Digits behind the point that tell neighbouring ticks apart.
  package var decimals: Int {
    var decimals = 0
    var scaled = step
    while decimals < 9, abs(scaled - scaled.rounded()) > 1e-6 * scaled {
      scaled *= 10
      decimals += 1
    }
    return decimals
  }

  /// The least of 1, 2, 5 · 10^n that cuts `span` into at most `intervals`.
  private static func step(for span: Double, intervals: Int) -> Double {
    let raw = span / Double(intervals)
    let power = Elementary.power10((Elementary.log(raw) / Elementary.log(10)).rounded(.down))
    // A hair of tolerance: 0.2 / 2 must give 0.1, whatever the last bit says.
    for factor in [1.0, 2, 5] where factor * power >= raw * (1 - 1e-9) { return factor * power }
    return 10 * power
  }

  /// Finite, of some width, and within what a `Double` can divide.
  private static func proper(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
    let low = max(-1e12, range.lowerBound.isFinite ? range.lowerBound : 0)
    let high = min(1e12, range.upperBound.isFinite ? range.upperBound : 1)
    guard low <= high else { return 0...1 }
    let least = max(abs(low), abs(high)) * 1e-6 + 1e-9
    return high - low >= least ? low...high : (low - least)...(high + least)
  }
}
