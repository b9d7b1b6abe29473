/// Measures how fast biological time passes.
import Basics

/// Over the last half second, or as much of it as there was. Times are nanoseconds.
struct SpeedMeter {
  private static let span: UInt64 = 500_000_000
  /// Marks closer together than this are not kept: so there are at most 52.
  private static let spacing: UInt64 = 10_000_000

  private var marks: [(time: UInt64, tick: Int)] = []

  mutating func start(now: UInt64, tick: Tick) {
    marks.removeAll(keepingCapacity: true)
    marks.append((now, tick.value))
  }

  /// Biological over wall time; 0 before any time has passed.
  mutating func factor(now: UInt64, tick: Tick, dt: Milliseconds) -> Double {
    // The oldest mark stays until the next one is old enough to stand for the whole span.
    while marks.count > 1, now - marks[1].time >= Self.span { marks.removeFirst() }
    guard let oldest = marks.first, let newest = marks.last, now > oldest.time else { return 0 }
    if now - newest.time >= Self.spacing { marks.append((now, tick.value)) }
    return Double(tick.value - oldest.tick) * dt.value * 1e6 / Double(now - oldest.time)
  }
}
