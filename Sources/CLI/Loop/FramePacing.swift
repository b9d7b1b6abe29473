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
  private static let spacing = 2

  private var last: ContinuousClock.Instant
  private var lastCost: Duration = .zero
  private var interval: Duration

  init(now: ContinuousClock.Instant, framesPerSecond: Int = usualRate) {
    last = now
    self.framesPerSecond = framesPerSecond
    interval = .seconds(1) / framesPerSecond
  }

  /// When a frame that nobody has asked for may be drawn.
  var due: ContinuousClock.Instant { last + interval }

  /// A frame was drawn, and written in this time. Two dear ones in a row slow down at once; cheap ones speed up again
  /// little by little.
  mutating func drew(at start: ContinuousClock.Instant, took cost: Duration) {
    last = start
    let wanted = min(max(least, min(cost, lastCost) * Self.spacing), Self.longest)
    lastCost = cost
    interval = wanted > interval ? wanted : interval - (interval - wanted) / 8
  }

  /// Frames a second, in steps that can be read; nil where there are about as many as there should be.
  var reducedRate: Double? {
    guard interval > least * 2 else { return nil }
    let rate = 1 / (interval / .seconds(1))
    return rate >= 3 ? rate.rounded() : (rate * 2).rounded() / 2
  }
}
