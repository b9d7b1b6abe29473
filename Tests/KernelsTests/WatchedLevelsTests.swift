/// Bands beside levels that are compared one by one: whatever goes to another side is told, in both precisions.
import Support
import Testing

@testable import Kernels

@Suite struct WatchedLevelsTests {
  private static let values = 5
  /// Some lie between two numbers of single precision, some are met exactly, two are the same.
  private static let levels: [(place: Int, level: Double, isAbove: Bool)] = [
    (0, 0.1, true), (0, 0.1, false), (0, -0.3, true), (1, 0.25, true), (1, 0.25.nextDown, true), (2, 0, false),
    (2, 0, true), (3, 1e300, true), (3, -1e300, false), (4, 0.5, true), (4, 0.1, true),
  ]

  @Test func singlePrecision() { expectEveryChange(Float.self) }
  @Test func doublePrecision() { expectEveryChange(Double.self) }

  private func expectEveryChange<Scalar: LaneScalar>(_: Scalar.Type) {
    var dice = SeededGenerator(seed: 11)
    var levels = WatchedLevels(Self.levels)
    var isBeyond: [Bool?] = Self.levels.map { _ in false }
    var isAwake = Self.levels.map { _ in true }
    var looks = 0
    for _ in 0..<4000 {
      let values = Self.draw(&dice, as: Scalar.self)
      looks += Self.look(at: values, &levels)
      let changes = levels.changes
      // What has just awoken is not known: it is told, on whatever side it is.
      let expected = Self.levels.indices.compactMap { number -> String? in
        guard isAwake[number] else { return nil }
        let level = Self.levels[number]
        let value = Double(values[level.place])
        let isNow = level.isAbove ? value > level.level : value < level.level
        defer { isBeyond[number] = isNow }
        return isBeyond[number] == isNow ? nil : "\(number) \(isNow)"
      }
      #expect(Set(changes.map { "\($0.number) \($0.isBeyond)" }) == Set(expected))
      guard Int.random(in: 0..<10, using: &dice) == 0 else { continue }
      let number = Int.random(in: Self.levels.indices, using: &dice)
      isAwake[number].toggle()
      isBeyond[number] = nil
      levels.setAwake(number, isAwake[number])
    }
    #expect(looks > 0 && looks < 4000 * Self.values * 3 / 4)
  }

  @Test func whatIsNotMeantIsToldTheNextTime() {
    var levels = WatchedLevels([(0, 1, true), (0, 2, true)])
    _ = Self.look(at: [Float(0)], &levels)
    _ = Self.look(at: [Float(3)], &levels) { $0 == 1 }
    #expect(levels.changes.map(\.number) == [1])
    _ = Self.look(at: [Float(3)], &levels)
    #expect(levels.changes.map(\.number) == [0])
    _ = Self.look(at: [Float(3)], &levels)
    #expect(levels.changes.isEmpty)
  }

  /// Mostly near the levels, and on them.
  private static func draw<Scalar: LaneScalar>(_ dice: inout SeededGenerator, as _: Scalar.Type) -> [Scalar] {
    (0..<values).map { place in
      switch Int.random(in: 0..<20, using: &dice) {
      case 0: return Scalar.nan
      case 1: return Scalar(levels.filter { $0.place == place }[0].level)
      case 2: return Scalar(levels.filter { $0.place == place }[0].level).nextUp
      case 3: return Scalar.infinity
      case 4: return Scalar(Double.random(in: -1...1, using: &dice))
      default: return Scalar(0.3)
      }
    }
  }

  /// Returns how many values were outside their bands.
  private static func look<Scalar: LaneScalar>(
    at values: [Scalar], _ levels: inout WatchedLevels, where isMeant: (Int) -> Bool = { _ in true }
  ) -> Int {
    let outside = Scalar.bands(of: levels).enumerated().filter { !$1.contains(values[$1.place]) }
    for (band, limits) in outside { levels.note(Double(values[limits.place]), outside: band) }
    levels.move(where: isMeant)
    return outside.count
  }
}
