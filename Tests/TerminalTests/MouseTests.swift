/// Gestures of the mouse as scripts spell them.
import Terminal
import Testing

@Suite struct MouseTests {
  @Test func gesturesAreReadFromTheirLabels() {
    let (from, to) = (Point(x: 12, y: 5), Point(x: 20, y: 6))
    #expect(Mouse.gestures(label: "click@12,5") == [Mouse(.press, from), Mouse(.release, from)])
    #expect(Mouse.gestures(label: "drag@12,5-20,6") == [Mouse(.press, from), Mouse(.drag, to), Mouse(.release, to)])
    #expect(Mouse.gestures(label: "wheel-up@12,5") == [Mouse(.wheelUp, from)])
    #expect(Mouse.gestures(label: "wheel-down@12,5") == [Mouse(.wheelDown, from)])
  }

  @Test(arguments: [
    "click", "click@", "click@1", "click@1,2,3", "click@-1,2", "drag@1,2", "hover@1,2", "@1,2", "click@1,2-3,4",
  ])
  func otherWordsAreNone(_ label: String) { #expect(Mouse.gestures(label: label) == nil) }
}
