/// Which bins of time count: equal parts of the last stretch of it.

/// Bins stand still in time. Those that are over and lie within the window count; the one that is being filled does not.
package struct BinClock: Sendable {
  package let stepsPerBin: Int
  package let bins: Int
  /// The first bin that was seen from its beginning, and the one that is being filled.
  private var first = 0
  private var current = 0

  /// - Parameters:
  ///   - wanted: into how many bins the window is cut; fewer where it has fewer steps. What is left over does not count.
  ///   - window: in steps.
  init(bins wanted: Int, window: Int) {
    let width = max(1, window / wanted)
    (stepsPerBin, bins) = (width, max(1, min(wanted, window / width)))
  }

  /// As synchrony is counted: about a hundred bins of whole steps, so many that they come as near to the window as they
  /// can.
  package init(synchronyOver window: Int) {
    stepsPerBin = Self.synchronyBin(window: window)
    bins = max(1, window / stepsPerBin)
  }

  /// How many steps have to be known so that a window of synchrony is full, wherever its bins stand.
  package static func synchronySteps(window: Int) -> Int { window + synchronyBin(window: window) }

  private static func synchronyBin(window: Int) -> Int { max(1, (window + 50) / 100) }

  /// Nothing is known of the time before this step.
  package mutating func begin(at step: Int) {
    first = (step + stepsPerBin - 1) / stepsPerBin
    current = step / stepsPerBin
  }

  /// The end of the bin that is being filled [steps].
  package var nextBin: Int { (current + 1) * stepsPerBin }

  /// The place of that bin in a ring of as many as count.
  var place: Int { current % bins }

  /// Whether that bin was seen from its beginning.
  var isWhole: Bool { current >= first }

  /// The bin that is being filled is over. Returns the steps of the one that counts from now on, and of the one that does
  /// not any longer; nil for what was not seen from its beginning.
  package mutating func endBin() -> (comes: Range<Int>?, goes: Range<Int>?) {
    defer { current += 1 }
    return (steps(of: current), steps(of: current - bins))
  }

  private func steps(of bin: Int) -> Range<Int>? {
    bin >= first ? bin * stepsPerBin..<(bin + 1) * stepsPerBin : nil
  }

  /// How many bins count.
  package var number: Int { max(0, min(bins, current - first)) }

  /// Whether the bins that count fill the window.
  package var isFull: Bool { number == bins }
}
