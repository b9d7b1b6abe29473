/// How often frames are painted, on lines of any speed.
import Testing

@testable import CLI

@Suite struct FramePacingTests {
  private let start = ContinuousClock.now

  /// Frames of so many bytes over a line that takes `rate` a second behind a buffer: how many in `seconds`, and the part
  /// of the time for which the painter waited for the line.
  private func paint(bytes: Double, rate: Double, buffer: Double, seconds: Double) -> (frames: Int, waiting: Double) {
    var pacing = FramePacing(now: start)
    var now = 0.0
    var filled = 0.0
    var frames = 0
    var waited = 0.0
    while now < seconds {
      // What the line has taken in since the last frame.
      let due = (pacing.due - start) / .seconds(1)
      filled = max(0, filled - max(0, due - now) * rate)
      now = max(now, due)
      let wait = max(0, filled + bytes - buffer) / rate
      filled = min(filled + bytes, buffer)
      pacing.drew(at: start + .seconds(now), took: .seconds(wait + 0.002))
      now += wait + 0.002
      waited += wait
      frames += 1
    }
    return (frames, waited / seconds)
  }

  @Test func aFastTerminalGetsThirtyFramesASecond() {
    let result = paint(bytes: 60_000, rate: 1e9, buffer: 8192, seconds: 10)
    #expect((295...302).contains(result.frames))
  }

  @Test(arguments: [4096.0, 8192, 65_536], [2000.0, 8000, 20_000])
  func aSlowLineIsFreeHalfOfTheTime(_ buffer: Double, _ bytes: Double) {
    let result = paint(bytes: bytes, rate: 30_000, buffer: buffer, seconds: 60)
    #expect(result.waiting <= 0.55)
    // And still as much is shown as one can follow.
    #expect(result.frames >= 30)
  }

  @Test func itSaysHowOftenItPaintsOnlyWhereThatIsLess() {
    var pacing = FramePacing(now: start)
    for frame in 0..<30 { pacing.drew(at: start + .milliseconds(33 * frame), took: .milliseconds(4)) }
    #expect(pacing.reducedRate == nil)
    // One frame that was held up says nothing.
    pacing.drew(at: start, took: .milliseconds(500))
    #expect(pacing.reducedRate == nil)
    pacing.drew(at: start, took: .milliseconds(500))
    #expect(pacing.reducedRate == 1)
    pacing.drew(at: start, took: .seconds(9))
    pacing.drew(at: start, took: .seconds(9))
    #expect(pacing.reducedRate == 0.5)
    for _ in 0..<60 { pacing.drew(at: start, took: .milliseconds(1)) }
    #expect(pacing.reducedRate == nil)
  }
}
