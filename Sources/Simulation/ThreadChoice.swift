/// Whether a step is done by all threads or by one: by what steps have cost either way.

/// No rule tells beforehand what two threads gain: it hangs on the network, on the processor, and on who else uses it.
/// So both ways are timed, and the quicker one is used; the other is tried again now and then, the more rarely the more
/// often it has lost. Results are the same either way.
struct ThreadChoice {
  /// How the next step is to be done.
  private(set) var isTogether: Bool

  private var usual: Bool
  private var usualCost = Double.infinity
  private var isTrial = false
  /// Windows between two trials, and until the next.
  private var patience = ThreadChoice.leastPatience
  private var windowsLeft = ThreadChoice.leastPatience
  private var elapsed: UInt64 = 0
  private var steps = 0

  /// Some slices of a system's scheduler, so that a thread that shares its processor is put aside in most windows [ns].
  static let window: UInt64 = 10_000_000
  static let leastSteps = 8
  /// A trial of what is half as fast costs a window at most: one in fifty in the long run. More patience would make a
  /// judgement that somebody else's work has spoiled last for seconds.
  private static let leastPatience = 2
  private static let mostPatience = 50
  /// So much slower than before may mean that the other way is quicker now.
  private static let alarming = 1.25

  init(beginsTogether: Bool = true) {
    usual = beginsTogether
    isTogether = beginsTogether
  }

  /// So many steps took so long, in the way that `isTogether` asked for [ns].
  mutating func note(_ nanoseconds: UInt64, steps count: Int = 1) {
    elapsed &+= nanoseconds
    steps += count
    // One thread alone is seldom put aside: to try it takes less.
    let length = isTrial && !isTogether ? Self.window / 4 : Self.window
    if elapsed >= length && steps >= Self.leastSteps { closeWindow() }
  }

  private mutating func closeWindow() {
    let cost = Double(elapsed) / Double(steps)
    (elapsed, steps) = (0, 0)
    if isTrial { judge(cost) } else { goOn(cost) }
    isTogether = usual != isTrial
  }

  private mutating func judge(_ cost: Double) {
    isTrial = false
    if cost < usualCost {
      usual.toggle()
      usualCost = cost
      patience = Self.leastPatience
    } else {
      patience = min(patience * 2, Self.mostPatience)
    }
    windowsLeft = patience
  }

  private mutating func goOn(_ cost: Double) {
    windowsLeft = cost > usualCost * Self.alarming ? 0 : windowsLeft - 1
    usualCost = cost
    isTrial = windowsLeft <= 0
  }
}
