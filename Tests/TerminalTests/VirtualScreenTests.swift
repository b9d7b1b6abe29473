/// The screen in memory behaves as the seam says.
import Terminal
import Testing

@Suite struct VirtualScreenTests {
  @Test func playsItsEventsAndThenHangsUp() {
    let screen = VirtualScreen(size: Size(columns: 4, rows: 2), events: [.key(.up), .timeout])
    screen.script([.wake])
    #expect((0..<4).map { _ in screen.nextEvent(within: nil) } == [.key(.up), .timeout, .wake, .hangup])
  }

  @Test func keepsWhatItWasShown() {
    let screen = VirtualScreen(size: Size(columns: 4, rows: 1))
    var frame = Canvas(size: screen.size)
    frame.text("ab", x: 1, y: 0)
    screen.apply(FrameDiff(from: nil, to: frame))
    screen.apply(FrameDiff(from: frame, to: frame))
    #expect(screen.frames.count == 1)
    #expect(screen.contents.lines == [" ab"])
  }

  @Test func resizeChangesItsSize() {
    let screen = VirtualScreen(size: Size(columns: 4, rows: 1), events: [.resize(Size(columns: 2, rows: 2))])
    _ = screen.nextEvent(within: 0)
    #expect(screen.size == Size(columns: 2, rows: 2))
    screen.apply(FrameDiff(from: nil, to: Canvas(size: Size(columns: 4, rows: 9))))
    #expect(screen.contents.lines == ["", ""])
  }
}
