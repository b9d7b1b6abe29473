/// The quicker way is found, kept, and found again when it changes: on clocks of the test's own.
import Testing

@testable import Simulation

@Suite struct ThreadChoiceTests {
  /// Lets steps go by that cost so much either way [µs]; returns the time that was spent over that of the better way.
  private func excess(_ choice: inout ThreadChoice, alone: UInt64, together: UInt64, steps: Int) -> Double {
    var spent: UInt64 = 0
    for _ in 0..<steps {
      let cost = (choice.isTogether ? together : alone) * 1000
      spent += cost
      choice.note(cost)
    }
    return Double(spent) / Double(UInt64(steps) * min(alone, together) * 1000)
  }

  @Test(
    arguments: [(alone: 20, together: 11), (alone: 20, together: 40), (alone: 3, together: 300)] as [(UInt64, UInt64)])
  func theQuickerWayIsFoundAndKept(alone: UInt64, together: UInt64) {
    var choice = ThreadChoice()
    _ = excess(&choice, alone: alone, together: together, steps: 100_000)
    let later = excess(&choice, alone: alone, together: together, steps: 500_000)
    #expect(later < 1.03, "\(later)")
  }

  @Test func aChangeIsNoticedAtOnce() {
    var choice = ThreadChoice()
    _ = excess(&choice, alone: 20, together: 11, steps: 500_000)
    #expect(choice.isTogether)
    // Somebody takes the other processor away: what was quicker costs twice as much.
    #expect(excess(&choice, alone: 20, together: 40, steps: 20_000) < 1.1)
    #expect(!choice.isTogether)
  }

  /// Whoever is slow for one window only, because somebody else was busy, is not written off for long.
  @Test func anAccidentIsForgotten() {
    var choice = ThreadChoice()
    _ = excess(&choice, alone: 20, together: 11, steps: 50_000)
    _ = excess(&choice, alone: 20, together: 500, steps: 40)
    _ = excess(&choice, alone: 20, together: 11, steps: 5000)
    #expect(choice.isTogether)
  }

  @Test func longStepsAreComparedBySeveral() {
    var choice = ThreadChoice()
    for _ in 1..<ThreadChoice.leastSteps * 2 {
      choice.note(5 * ThreadChoice.window)
      #expect(choice.isTogether)
    }
    choice.note(5 * ThreadChoice.window)
    #expect(!choice.isTogether)
  }
}
