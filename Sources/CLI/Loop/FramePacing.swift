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
  private static let fewCells = 100
  /// Waiting for one part in so many of the time is what a frame costs that is larger than the buffer.
  private static let bearableWait = 10

  private var last: ContinuousClock.Instant
  /// When the latest frame was written, and whether it had to wait.
  private var lastEnd: ContinuousClock.Instant
  private var hasWaited = false
  private var interval: Duration
  /// What the line takes for a cell [s], as far as it is known to be slow; 0 for one that never made anybody wait.
  private var slowness = 0.0

  init(now: ContinuousClock.Instant, framesPerSecond: Int = usualRate) {
    last = now
    lastEnd = now
    self.framesPerSecond = framesPerSecond
    interval = .seconds(1) / framesPerSecond
  }

  /// When a frame that nobody has asked for may be drawn.
  var due: ContinuousClock.Instant { last + interval }

  /// A frame of so many cells was drawn, and written in this time.
  ///
  /// Between program and terminal there is a buffer, and only one that is full makes the program wait. So what a line has
  /// once been seen to take is remembered for longer than it waits: else every key would stand behind a full buffer. Two
  /// frames in a row that waited found it full, and the line took one of them from end to end; one alone may have been
  /// held up by anything.
  mutating func drew(at start: ContinuousClock.Instant, took cost: Duration, cells: Int) {
    slowness *= max(0, 1 - max(.zero, start - last) / Self.forgetting)
    if cells >= Self.fewCells {
      let passed = start + cost - lastEnd
      let waits = cost >= Self.leastWait
      if waits, hasWaited, cost * Self.bearableWait > passed {
        slowness = max(slowness, passed / .seconds(1) / Double(cells))
      }
      hasWaited = waits
    }
    (last, lastEnd) = (start, start + cost)
    interval = min(max(least, .seconds(slowness * Double(cells) * Self.spacing)), Self.longest)
  }

  /// Frames a second, in steps that can be read; nil where there are about as many as there should be.
  var reducedRate: Double? {
    guard interval > least * 2 else { return nil }
    let rate = 1 / (interval / .seconds(1))
    return rate >= 3 ? rate.rounded() : (rate * 2).rounded() / 2
  }
}
