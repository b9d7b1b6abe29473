/// How often frames are painted, on lines of any speed.
import Testing

@testable import CLI

@Suite struct FramePacingTests {
  private let start = ContinuousClock.now

  private struct Painting {
    let frames: Int
    /// The part of the time for which the painter waited for the line.
    let waiting: Double
    /// Bytes that stood in the buffer before a frame, in the mean.
    let queued: Double
  }

  /// Frames of so many bytes over a line that takes `rate` a second behind a buffer.
  private func paint(bytes: Double, rate: Double, buffer: Double, seconds: Double) -> Painting {
    var pacing = FramePacing(now: start)
    var now = 0.0
    var filled = 0.0
    var frames = 0
    var waited = 0.0
    var queued = 0.0
    while now < seconds {
      // What the line has taken in since the last frame.
      let due = (pacing.due - start) / .seconds(1)
      filled = max(0, filled - max(0, due - now) * rate)
      now = max(now, due)
      queued += filled
      let wait = max(0, filled + bytes - buffer) / rate
      filled = min(filled + bytes, buffer)
      pacing.drew(at: start + .seconds(now), took: .seconds(wait + 0.002), cells: Int(bytes))
      now += wait + 0.002
      waited += wait
      frames += 1
    }
    return Painting(frames: frames, waiting: waited / seconds, queued: queued / Double(frames))
  }

  @Test func aFastTerminalGetsThirtyFramesASecond() {
    let result = paint(bytes: 60_000, rate: 1e9, buffer: 8192, seconds: 10)
    #expect((295...302).contains(result.frames))
  }

  @Test(arguments: [4096.0, 8192, 65_536], [2000.0, 8000, 20_000])
  func aSlowLineIsFreeHalfOfTheTime(_ buffer: Double, _ bytes: Double) {
    let result = paint(bytes: bytes, rate: 30_000, buffer: buffer, seconds: 60)
    #expect(result.waiting <= 0.3)
    // And still as much is shown as one can follow.
    #expect(result.frames >= 30)
  }

  @Test(arguments: [2000.0, 5000])
  func aKeyFindsTheBufferAlmostEmpty(_ bytes: Double) {
    let result = paint(bytes: bytes, rate: 30_000, buffer: 8192, seconds: 120)
    // A thirtieth of a second stands before it, of the quarter that the buffer holds.
    #expect(result.queued < 1000)
  }

  @Test func aLineThatHasBecomeFastIsTrustedAgain() {
    var pacing = FramePacing(now: start)
    var now = start
    for _ in 0..<2 {
      now = now + .seconds(1)
      pacing.drew(at: now, took: .seconds(1), cells: 1000)
    }
    #expect(pacing.due - now == .seconds(2))
    while now - start < .seconds(100) {
      now = pacing.due
      pacing.drew(at: now, took: .milliseconds(1), cells: 1000)
    }
    #expect(pacing.reducedRate == nil)
  }

  @Test func itSaysHowOftenItPaintsOnlyWhereThatIsLess() {
    var pacing = FramePacing(now: start)
    for frame in 0..<30 { pacing.drew(at: start + .milliseconds(33 * frame), took: .milliseconds(4), cells: 1000) }
    #expect(pacing.reducedRate == nil)
    // One frame that was held up says nothing.
    pacing.drew(at: start + .seconds(1), took: .milliseconds(500), cells: 1000)
    #expect(pacing.reducedRate == nil)
    pacing.drew(at: start + .milliseconds(1500), took: .milliseconds(500), cells: 1000)
    #expect(pacing.reducedRate == 1)
    pacing.drew(at: start + .seconds(2), took: .seconds(9), cells: 1000)
    #expect(pacing.reducedRate == 0.5)
  }
}
