/// The levels at which conditions can begin or cease to hold, for one number that they ask about.

struct ComparedLevels {
  /// Ascending.
  private var levels: [Double] = []
  /// Whether every change counts.
  var takesAll = false
  /// Where the number was when it was looked at last: on a level, or between two.
  private var place: Int?
  private var last = Double.nan

  mutating func add(_ level: Double) {
    guard level.isFinite, !levels.contains(level) else { return }
    levels.append(level)
    levels.sort()
  }

  /// For a whole number, and one that what it is compared with was rounded from.
  mutating func add(whole level: Double) {
    guard level.isFinite, abs(level) < 1e15 else { return }
    add((level - 1e-6).rounded(.down))
    add((level + 1e-6).rounded(.up))
  }

  /// The number is this now. Returns whether that may make a difference.
  mutating func come(to number: Double) -> Bool {
    let place = place(of: number)
    defer { (self.place, last) = (place, number) }
    if takesAll, number != last, !(number.isNaN && last.isNaN) { return true }
    return place != self.place
  }

  /// The next numbers below and above at which something may happen; infinite for none.
  func neighbors(of number: Double) -> (below: Double, above: Double) {
    if takesAll || levels.contains(number) { return (number - 1, number + 1) }
    return (levels.last { $0 < number } ?? -.infinity, levels.first { $0 > number } ?? .infinity)
  }

  /// Twice the levels below, and one for that on which it is; −1 for what is no number.
  private func place(of number: Double) -> Int {
    if number.isNaN { return -1 }
    var place = 0
    for level in levels {
      if level < number { place += 2 } else { return level == number ? place + 1 : place }
    }
    return place
  }
}
