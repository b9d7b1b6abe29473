/// Speeds in words and out of words: `1/20 of real time`, `as fast as it goes`.
package import Debugger
import Basics

package enum PaceText {
  /// The slowest and the fastest speed that can be asked for, besides as fast as it goes.
  static let allowed = 0.001...1_000_000.0

  package static func text(_ pace: Pace) -> String {
    switch pace {
    case .asFastAsPossible: "as fast as it goes"
    case .realTime(1): "real time"
    case .realTime(let factor) where factor < 1 && isWhole(1 / factor): "1/\(Int((1 / factor).rounded())) of real time"
    case .realTime(let factor): NumberText.significant(factor) + " × real time"
    }
  }

  /// `2`, `0.1`, `1/10`, `x5`, `max`; nil for anything else and for what is out of bounds.
  static func parse(_ text: String) -> Pace? {
    let word = text.lowercased().filter { !$0.isWhitespace }
    if ["max", "fastest", "="].contains(word) { return .asFastAsPossible }
    let parts = word.filter { $0 != "x" && $0 != "×" }.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let above = Double(parts[0]) else { return nil }
    var factor = above
    if parts.count == 2 {
      guard let below = Double(parts[1]) else { return nil }
      factor /= below
    }
    return allowed.contains(factor) ? .realTime(factor) : nil
  }

  /// The next step up; above the fastest measured step there is only as fast as it goes.
  static func faster(than pace: Pace) -> Pace {
    guard case .realTime(let factor) = pace, factor < fastestStep else { return .asFastAsPossible }
    return .realTime(Ladder.above(factor))
  }

  /// The next step down; from as fast as it goes to what is a little slower than `measured`, so that it can be seen.
  static func slower(than pace: Pace, measured: Double) -> Pace {
    switch pace {
    case .asFastAsPossible:
      let speed = measured.isFinite && measured > allowed.lowerBound ? min(measured, fastestStep) : fastestStep
      return .realTime(max(allowed.lowerBound, Ladder.atMost(speed)))
    case .realTime(let factor):
      return .realTime(max(allowed.lowerBound, Ladder.below(max(factor, allowed.lowerBound))))
    }
  }

  private static let fastestStep = 1000.0

  private static func isWhole(_ x: Double) -> Bool { abs(x - x.rounded()) < 1e-9 * x }
}
