/// How many steps are due at a moment of wall time.
import Basics
import Debugger

/// Counts from an anchor, so that on average the pace is exact, however irregular the calls are.
///
/// A machine that is too slow, or was asleep, does not run after all that it missed: a debt of more than
/// `longestDebt` is forgiven. Times are nanoseconds of any clock that only goes forwards.
struct PacingPolicy {
  static let longestDebt: Double = 100e6
  /// The longest that is slept at a time; with a slower pace it is looked again.
  private static let longestSleep: Double = 3600e9
  /// Keeps the arithmetic of ticks far from overflow.
  private static let mostSteps: Double = 1e15

  private var anchorTime: UInt64 = 0
  private var anchorTick = 0
  /// Wall time of a step; 0 for as fast as it goes.
  private var step: Double = 0

  /// Begins to count here: when a run starts, or changes its pace, or jumps in time.
  mutating func start(_ pace: Pace, dt: Milliseconds, now: UInt64, tick: Tick) {
    anchorTime = now
    anchorTick = tick.value
    switch pace {
    case .asFastAsPossible: step = 0
    case .realTime(let factor): step = dt.value * 1e6 / factor
    }
  }

  /// How many steps are to be done to be on time.
  mutating func stepsDue(now: UInt64, tick: Tick) -> Int {
    if step == 0 { return .max }
    let debt = (elapsed(now) / step).rounded(.down) - Double(tick.value - anchorTick)
    let most = min(max(1, (Self.longestDebt / step).rounded()), Self.mostSteps)
    if debt <= most { return max(0, Int(debt)) }
    anchorTime = now
    anchorTick = tick.value + Int(most)
    return Int(most)
  }

  /// When the step after `tick` is due.
  func nextStep(now: UInt64, tick: Tick) -> UInt64 {
    if step == 0 { return now }
    let wait = Double(tick.value + 1 - anchorTick) * step - elapsed(now)
    return now + UInt64(min(max(0, wait), Self.longestSleep).rounded(.up))
  }

  private func elapsed(_ now: UInt64) -> Double { now > anchorTime ? Double(now - anchorTime) : 0 }
}
