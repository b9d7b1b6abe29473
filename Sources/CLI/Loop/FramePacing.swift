/// When the next frame of a running network is due: so many a second at most, and fewer where the terminal takes its time.

/// A slow line shows itself by writes that have to wait. Frames are then spaced so that half of the time nothing is on its
/// way, for a key must find the line free. Times are given, so that all of it can be tested.
struct FramePacing {
  /// Frames a second, where the user wants nothing else.
  static let usualRate = 30
  /// The most that the user wants.
  var framesPerSecond: Int {
    didSet { interval = max(interval, least) }
  }
  private var least: Duration { .seconds(1) / framesPerSecond }
  /// Even the slowest line shows that the network lives.
  private static let longest: Duration = .seconds(2)
  /// Of the time, the part that frames may take: one in so many.
  private static let spacing = 2.0
  /// In which time a line that has been slow is trusted to have become faster.
  private static let forgetting: Duration = .seconds(20)
  /// What a busy machine does to a write is shorter than this, or befalls frames of few cells: it says nothing of the line.
  private static let leastWait: Duration = .milliseconds(20)
  private static let fewCells = 500

  private var last: ContinuousClock.Instant
  private var interval: Duration
  /// What the line takes for a cell [s], as far as it is known to be slow; 0 for one that never made anybody wait.
  private var slowness = 0.0
  /// The same as the latest frame alone had it.
  private var lastSlowness = 0.0

  init(now: ContinuousClock.Instant, framesPerSecond: Int = usualRate) {
    last = now
    self.framesPerSecond = framesPerSecond
    interval = .seconds(1) / framesPerSecond
  }

  /// When a frame that nobody has asked for may be drawn.
  var due: ContinuousClock.Instant { last + interval }

  /// A frame of so many cells was drawn, and written in this time.
  ///
  /// Between program and terminal there is a buffer, and only one that is full makes the program wait. So what a line has
  /// once been seen to take is remembered for longer than it waits: else every key would stand behind a full buffer. Two
  /// dear frames in a row slow down at once, for one may have been held up by anything.
  mutating func drew(at start: ContinuousClock.Instant, took cost: Duration, cells: Int) {
    let passed = max(.zero, start - last)
    last = start
    guard cells > 0 else { return }
    let measured = cost < Self.leastWait ? 0 : cost / .seconds(1) / Double(max(cells, Self.fewCells))
    slowness = max(slowness * max(0, 1 - passed / Self.forgetting), min(measured, lastSlowness))
    lastSlowness = measured
    interval = min(max(least, .seconds(slowness * Double(cells) * Self.spacing)), Self.longest)
  }

  /// Frames a second, in steps that can be read; nil where there are about as many as there should be.
  var reducedRate: Double? {
    guard interval > least * 2 else { return nil }
    let rate = 1 / (interval / .seconds(1))
    return rate >= 3 ? rate.rounded() : (rate * 2).rounded() / 2
  }
}
