/// Levels that values of a population are held against after every step.

/// As long as each value stays between the two levels that are next to it nothing has happened: one look at each value,
/// however many levels it has. A level may sleep, and a value all of whose levels do is not looked at.
package struct WatchedLevels: Sendable {
  fileprivate struct Level: Sendable {
    /// Among those given.
    let number: Int
    let level: Double
    /// Whether beyond is above it, or below.
    let isAbove: Bool
    var isBeyond = false
    var isAwake = true
    /// Not when it has just awoken: then it is told wherever the value is.
    var isKnown = true
  }

  private struct Value: Sendable {
    let place: Int
    var levels: [Level] = []
    /// Its band; nil while all levels sleep.
    var band: Int?
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

  /// That a value has gone to another side of a level, or is on it as one that has just awoken finds it.
  package struct Change: Equatable, Sendable {
    package let number: Int
    package let isBeyond: Bool
  }

  /// Of the values that are looked at; the same in both precisions, so that values are compared as they are stored.
  fileprivate private(set) var singles: [Band<Float>] = []
  fileprivate private(set) var doubles: [Band<Double>] = []
  /// By band: whose it is.
  private var valueOfBand: [Int] = []
  private var values: [Value] = []
  /// By number of the level.
  private var valueOfLevel: [Int] = []
  let lastPlace: Int
  /// Of the present look, kept for their room: the values outside their bands, and what that means.
  private var outside: [(band: Int, value: Double)] = []
  package private(set) var changes: [Change] = []

  /// - Parameter all: each with one of `NeuronPopulation.places`; to be beyond a level is to be above it, or below.
  package init(_ all: [(place: Int, level: Double, isAbove: Bool)]) {
    lastPlace = all.map(\.place).max() ?? -1
    var valueOfPlace: [Int: Int] = [:]
    for (number, given) in all.enumerated() {
      let value = valueOfPlace[given.place] ?? values.count
      if value == values.count {
        valueOfPlace[given.place] = value
        values.append(Value(place: given.place))
        addBand(of: value)
      }
      values[value].levels.append(Level(number: number, level: given.level, isAbove: given.isAbove))
      valueOfLevel.append(value)
    }
  }

  /// Notes that a value is outside its band, to be called for each before `move`.
  mutating func note(_ value: Double, outside band: Int) { outside.append((band, value)) }

  /// Values have left their bands: `changes` tells of those that have gone to another side of a level.
  /// - Parameter isMeant: by number; the other levels stay to be noticed the next time.
  /// - Complexity: O(levels of these values).
  package mutating func move(where isMeant: (Int) -> Bool) {
    if !changes.isEmpty { changes.removeAll(keepingCapacity: true) }
    if outside.isEmpty { return }
    for (band, number) in outside {
      let value = valueOfBand[band]
      for place in values[value].levels.indices where isMeant(values[value].levels[place].number) {
        if let change = values[value].levels[place].move(to: number) { changes.append(change) }
      }
      narrow(value)
    }
    outside.removeAll(keepingCapacity: true)
  }

  /// Has a level sleep, or wake: then it is told the next time, wherever the value is.
  /// - Complexity: O(levels of its value).
  package mutating func setAwake(_ number: Int, _ isAwake: Bool) {
    let value = valueOfLevel[number]
    guard let place = values[value].levels.firstIndex(where: { $0.number == number }) else { return }
    values[value].levels[place].isAwake = isAwake
    values[value].levels[place].isKnown = false
    let isLookedAt = values[value].levels.contains(where: \.isAwake)
    if isLookedAt, values[value].band == nil { addBand(of: value) }
    if isLookedAt { narrow(value) } else { removeBand(of: value) }
  }

  private mutating func addBand(of value: Int) {
    values[value].band = valueOfBand.count
    valueOfBand.append(value)
    singles.append(Band(place: values[value].place))
    doubles.append(Band(place: values[value].place))
  }

  /// The last one takes its place.
  private mutating func removeBand(of value: Int) {
    guard let band = values[value].band else { return }
    values[value].band = nil
    let last = valueOfBand.removeLast()
    let (single, double) = (singles.removeLast(), doubles.removeLast())
    if last == value { return }
    (valueOfBand[band], singles[band], doubles[band]) = (last, single, double)
    values[last].band = band
  }

  private mutating func narrow(_ value: Int) {
    guard let band = values[value].band else { return }
    var (low, high) = (-Double.infinity, Double.infinity)
    for level in values[value].levels where level.isAwake {
      if !level.isKnown { (low, high) = (.infinity, -.infinity) }
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

extension WatchedLevels.Level {
  fileprivate mutating func move(to value: Double) -> WatchedLevels.Change? {
    if !isAwake { return nil }
    let isBeyondNow = isAbove ? value > level : value < level
    defer { (isBeyond, isKnown) = (isBeyondNow, true) }
    return isBeyondNow != isBeyond || !isKnown ? WatchedLevels.Change(number: number, isBeyond: isBeyondNow) : nil
  }
}

extension Float {
  package static func bands(of levels: WatchedLevels) -> [WatchedLevels.Band<Float>] { levels.singles }
}

extension Double {
  package static func bands(of levels: WatchedLevels) -> [WatchedLevels.Band<Double>] { levels.doubles }
}
