/// How many steps are done between two looks at the clock.

/// Reading the clock and the mail after every step would cost as much as a step of a small network; doing so too rarely
/// would let a key wait. The number is found by doubling and halving, so that a stretch takes about `goal`.
struct StepBudget {
  /// [ns]
  private static let goal: UInt64 = 200_000
  private static let most = 1 << 16

  private(set) var steps = 1

  /// Learns from a stretch of `done` steps that took so many nanoseconds.
  mutating func learn(done: Int, took: UInt64) {
    if took > 2 * Self.goal {
      steps = max(1, steps / 2)
    } else if took < Self.goal / 2, done == steps {
      steps = min(Self.most, steps * 2)
    }
  }
}
