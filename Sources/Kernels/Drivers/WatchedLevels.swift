/// Levels that values of a population are held against after every step.

/// One array of everything, so that a hundred of them cost a tenth of a microsecond.
package struct WatchedLevels: Sendable {
  struct Level: Sendable {
    /// One of `NeuronPopulation.places`.
    let place: Int
    /// 1 where beyond is above, -1 where it is below; the level is multiplied by it already.
    let sign: Double
    let level: Double
    var isBeyond = false
  }

  fileprivate(set) var all: [Level] = []
  private(set) var lastPlace = -1

  package init() {}

  package var isEmpty: Bool { all.isEmpty }

  /// Adds a level, to be beyond which is to be above it, or below.
  package mutating func add(place: Int, level: Double, isAbove: Bool) {
    let sign = isAbove ? 1.0 : -1.0
    all.append(Level(place: place, sign: sign, level: level * sign))
    lastPlace = max(lastPlace, place)
  }

  /// Compares the value at the `number`-th level, as it was added, and remembers on which side it is.
  /// - Returns: whether it has gone beyond it since.
  package mutating func hasGoneBeyond(_ number: Int, _ value: Double) -> Bool {
    let isBeyond = value * all[number].sign > all[number].level
    defer { all[number].isBeyond = isBeyond }
    return isBeyond && !all[number].isBeyond
  }
}
