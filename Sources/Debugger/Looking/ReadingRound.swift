/// Reading much a little at a time: one unit after another, round and round.

/// So a picture of any number of synapses costs a snapshot no more than a budget, or one unit.
struct ReadingRound {
  /// Synapses that a snapshot may read for one picture; a millisecond or less.
  static let budget = 500_000

  let units: Int
  private var next = 0
  private var rounds = 0

  init(units: Int) { self.units = units }

  /// Whether everything was read at least once.
  var isComplete: Bool { rounds > 0 || units == 0 }

  /// How much of the first round is done, 0…1.
  var progress: Double { isComplete ? 1 : Double(next) / Double(units) }

  /// Reads until the budget is used up or the round is over.
  /// - Parameter read: reads a unit and tells how many synapses it has.
  /// - Returns: whether the round is over.
  @discardableResult
  mutating func advance(_ read: (Int) -> Int) -> Bool {
    guard units > 0 else { return true }
    var left = Self.budget
    repeat {
      // A unit without synapses costs a look, too.
      left -= read(next) + 1
      next += 1
    } while left > 0 && next < units
    guard next == units else { return false }
    next = 0
    rounds += 1
    return true
  }
}
