/// Time: steps due, speed measured, and how many steps go between two looks at the clock.
import Basics
import Debugger
import Testing

@testable import Engine

struct PacingTests {
  private let millisecond: UInt64 = 1_000_000

  @Test(arguments: [0.001, 0.37, 1, 18.2])
  func thePaceIsExactOnAverage(_ factor: Double) {
    var numbers = Numbers(seed: 4)
    var pacing = PacingPolicy()
    var now: UInt64 = 123_456_789
    let start = now
    var tick = 1000
    pacing.start(.realTime(factor), dt: Milliseconds(0.1), now: now, tick: Tick(tick))
    for _ in 0..<20_000 {
      now += UInt64.random(in: 0...40 * millisecond, using: &numbers)
      tick += pacing.stepsDue(now: now, tick: Tick(tick))
      let exact = Double(now - start) / 1e6 * factor / 0.1
      #expect(abs(Double(tick - 1000) - exact) <= 1)
    }
  }

  @Test func whatWasMissedIsCaughtUpOnlyInPart() {
    var pacing = PacingPolicy()
    pacing.start(.realTime(1), dt: Milliseconds(0.1), now: 0, tick: .zero)
    // Asleep for a minute: 100 ms are made up for, and from there on it goes at its pace.
    let now = 60_000 * millisecond
    #expect(pacing.stepsDue(now: now, tick: .zero) == 1000)
    #expect(pacing.stepsDue(now: now, tick: Tick(400)) == 600)
    #expect(pacing.stepsDue(now: now, tick: Tick(1000)) == 0)
    #expect(pacing.stepsDue(now: now + 2 * millisecond, tick: Tick(1000)) == 20)
  }

  @Test func aVerySlowPaceStillDoesAStep() {
    var pacing = PacingPolicy()
    pacing.start(.realTime(1e-6), dt: Milliseconds(0.1), now: 0, tick: .zero)
    #expect(pacing.stepsDue(now: 99_999 * millisecond, tick: .zero) == 0)
    #expect(pacing.nextStep(now: 99_000 * millisecond, tick: .zero) == 100_000 * millisecond)
    #expect(pacing.stepsDue(now: 100_000 * millisecond, tick: .zero) == 1)
  }

  @Test func stepsAreDueWhenSaid() {
    var pacing = PacingPolicy()
    pacing.start(.realTime(0.5), dt: Milliseconds(1), now: 7, tick: Tick(3))
    var now: UInt64 = 7
    for tick in 3..<60 {
      let next = pacing.nextStep(now: now, tick: Tick(tick))
      #expect(next == 7 + UInt64(tick - 2) * 2 * millisecond)
      #expect(pacing.stepsDue(now: next - 1, tick: Tick(tick)) == 0)
      #expect(pacing.stepsDue(now: next, tick: Tick(tick)) == 1)
      now = next
    }
  }

  @Test func asFastAsPossibleAlwaysHasSomethingToDo() {
    var pacing = PacingPolicy()
    pacing.start(.asFastAsPossible, dt: Milliseconds(0.1), now: 5, tick: .zero)
    #expect(pacing.stepsDue(now: 5, tick: .zero) == .max)
    #expect(pacing.nextStep(now: 5, tick: .zero) == 5)
  }

  @Test func speedIsThatOfTheLastHalfSecond() {
    var meter = SpeedMeter()
    meter.start(now: 0, tick: .zero)
    #expect(meter.factor(now: 0, tick: .zero, dt: Milliseconds(0.1)) == 0)
    var tick = 0
    var now: UInt64 = 0
    func run(_ milliseconds: Int, stepsPerMillisecond: Int) -> Double {
      var factor = 0.0
      for _ in 0..<milliseconds {
        now += millisecond
        tick += stepsPerMillisecond
        factor = meter.factor(now: now, tick: Tick(tick), dt: Milliseconds(0.1))
      }
      return factor
    }
    #expect(abs(run(20, stepsPerMillisecond: 30) - 3) < 1e-9)
    #expect(abs(run(2000, stepsPerMillisecond: 30) - 3) < 1e-9)
    // A quarter of a second later half of the span is at the new speed.
    let mixed = run(250, stepsPerMillisecond: 10)
    #expect(mixed > 1.9 && mixed < 2.1)
    #expect(abs(run(300, stepsPerMillisecond: 10) - 1) < 0.05)
  }

  @Test func stretchesTakeAboutAFifthOfAMillisecond() {
    for nanoseconds in [UInt64(50), 3_000, 10_000, 150_000, 5_000_000] {
      var budget = StepBudget()
      for _ in 0..<40 { budget.learn(done: budget.steps, took: UInt64(budget.steps) * nanoseconds) }
      let took = UInt64(budget.steps) * nanoseconds
      let isRight = budget.steps == 1 ? nanoseconds > 100_000 : (100_000...400_000).contains(took)
      #expect(isRight, "\(nanoseconds) ns a step")
      // And a network that becomes slow is found out at once.
      budget.learn(done: budget.steps, took: 10_000_000)
      #expect(budget.steps == max(1, Int(took / nanoseconds) / 2))
    }
  }
}

/// Numbers that look random and are the same in every run.
struct Numbers: RandomNumberGenerator {
  private let random: CounterRNG
  private var counter: UInt64 = 0
  init(seed: UInt64) { random = CounterRNG(seed: seed, stream: "test") }

  mutating func next() -> UInt64 {
    counter += 1
    let words = random.words(0, counter)
    return UInt64(words[0]) << 32 | UInt64(words[1])
  }
}
