/// What is said of times that make no span.
package import Basics

package enum SpanWords {
  /// Why there is nothing from the one time to the other; nil where there is.
  /// - Parameter isNow: whether the end is the present, because none was said.
  package static func problem(from start: Tick, to end: Tick, dt: Milliseconds, isNow: Bool = false) -> String? {
    if start < end { return nil }
    let (first, last) = (ChangeWords.time(start, dt: dt), ChangeWords.time(end, dt: dt))
    if isNow { return "from \(first) is not before now, \(last) · begin earlier, or go on first" }
    let right = start > end ? "write from \(last) to \(first)" : "the end comes after the beginning"
    return "to \(last) is not after from \(first) · \(right)"
  }

  /// Of a time without a unit.
  package static func noUnit(_ text: String) -> String { "\(text) has no unit · write \(text) ms or \(text) steps" }
}
