/// Levels that values of a population are held against after every step.

/// As long as each value stays between the two levels that are next to it nothing has happened: one look at each value,
/// however many levels it has.
package struct WatchedLevels: Sendable {
  private struct Level: Sendable {
    /// Among those given.
    let number: Int
    let level: Double
    /// Whether beyond is above it, or below.
    let isAbove: Bool
    var isBeyond = false
  }

  /// A value, and where it may move without going to another side of a level; nowhere as long as it is not known.
  package struct Band<Scalar: LaneScalar>: Sendable {
    /// One of `NeuronPopulation.places`.
    let place: Int
    private var low = Scalar.infinity
    private var high = -Scalar.infinity

    fileprivate init(place: Int) { self.place = place }

    /// Not a number is outside.
    func contains(_ value: Scalar) -> Bool { value >= low && value <= high }

    /// A number of this precision is above `low` where it is above the next such number.
    fileprivate mutating func narrow(to low: Double, _ high: Double) {
      (self.low, self.high) = (Scalar(low), Scalar(high))
      if Double(self.low) < low { self.low = self.low.nextUp }
      if Double(self.high) > high { self.high = self.high.nextDown }
    }
  }

  /// The same in both precisions, so that values are compared as they are stored.
  fileprivate private(set) var singles: [Band<Float>] = []
  fileprivate private(set) var doubles: [Band<Double>] = []
  let lastPlace: Int
  /// By band.
  private var levels: [[Level]] = []

  /// - Parameter all: each with one of `NeuronPopulation.places`; to be beyond a level is to be above it, or below.
  package init(_ all: [(place: Int, level: Double, isAbove: Bool)]) {
    lastPlace = all.map(\.place).max() ?? -1
    var bandOfPlace: [Int: Int] = [:]
    for (number, given) in all.enumerated() {
      let band = bandOfPlace[given.place] ?? levels.count
      if band == levels.count {
        bandOfPlace[given.place] = band
        singles.append(Band(place: given.place))
        doubles.append(Band(place: given.place))
        levels.append([])
      }
      levels[band].append(Level(number: number, level: given.level, isAbove: given.isAbove))
    }
  }

  /// Values have left their bands.
  /// - Parameter isMeant: by number; the other levels stay to be noticed the next time.
  /// - Returns: the levels to another side of which they have gone.
  /// - Complexity: O(levels of these values).
  package mutating func move(
    _ values: [(band: Int, value: Double)], where isMeant: (Int) -> Bool
  ) -> [(number: Int, isBeyond: Bool)] {
    var changes: [(number: Int, isBeyond: Bool)] = []
    for (band, value) in values {
      for place in levels[band].indices where isMeant(levels[band][place].number) {
        let level = levels[band][place]
        let isBeyond = level.isAbove ? value > level.level : value < level.level
        if isBeyond != level.isBeyond { changes.append((level.number, isBeyond)) }
        levels[band][place].isBeyond = isBeyond
      }
      narrow(band)
    }
    return changes
  }

  private mutating func narrow(_ band: Int) {
    var (low, high) = (-Double.infinity, Double.infinity)
    for level in levels[band] {
      // Beyond: from the next number on. Not beyond: up to the level itself.
      if level.isAbove == level.isBeyond {
        low = max(low, level.isAbove ? level.level.nextUp : level.level)
      } else {
        high = min(high, level.isAbove ? level.level : level.level.nextDown)
      }
    }
    singles[band].narrow(to: low, high)
    doubles[band].narrow(to: low, high)
  }
}

extension Float {
  package static func bands(of levels: WatchedLevels) -> [WatchedLevels.Band<Float>] { levels.singles }
}

extension Double {
  package static func bands(of levels: WatchedLevels) -> [WatchedLevels.Band<Double>] { levels.doubles }
}
