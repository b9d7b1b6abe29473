/// Differences between frames: complete, small, on whole characters.
import Terminal
import Testing

@Suite struct FrameDiffTests {
  /// The property that everything on the screen rests on.
  @Test(arguments: 0..<60) func differenceLeadsFromOneFrameToTheOther(seed: Int) {
    var generator = Generator(seed: UInt64(seed))
    var previous = Canvas(size: Size(columns: 1 + generator.below(30), rows: 1 + generator.below(8)))
    for _ in 0..<10 {
      var next = previous
      generator.scribble(on: &next, strokes: 1 + generator.below(4))
      let difference = FrameDiff(from: previous, to: next)
      var patched = previous
      patched.apply(difference)
      #expect(patched == next)
      #expect(difference.isEmpty == (previous == next))
      #expect(runsAreWhole(difference))
      previous = next
    }
  }

  @Test func equalFramesDifferInNothing() {
    var canvas = Canvas(size: Size(columns: 10, rows: 3))
    canvas.text("漢字", x: 2, y: 1)
    #expect(FrameDiff(from: canvas, to: canvas).isEmpty)
  }

  @Test func firstFrameAndResizedFrameAreWhole() {
    let canvas = Canvas(size: Size(columns: 10, rows: 3))
    let other = Canvas(size: Size(columns: 3, rows: 10))
    #expect(FrameDiff(from: nil, to: canvas).runs.map(\.cells.count) == [10, 10, 10])
    #expect(FrameDiff(from: other, to: canvas).runs.map(\.cells.count) == [10, 10, 10])
  }

  @Test func cursorAloneIsADifference() {
    let previous = Canvas(size: Size(columns: 4, rows: 1))
    var next = previous
    next.cursor = Point(x: 1, y: 0)
    let difference = FrameDiff(from: previous, to: next)
    #expect(difference.runs.isEmpty)
    #expect(!difference.isEmpty)
    #expect(difference.cursor == Point(x: 1, y: 0))
  }

  @Test func nearChangesAreOneRunAndFarOnesTwo() {
    let previous = Canvas(size: Size(columns: 30, rows: 1))
    var near = previous
    near[3, 0] = Cell("a")
    near[6, 0] = Cell("b")
    #expect(FrameDiff(from: previous, to: near).runs.map(\.x) == [3])
    var far = previous
    far[3, 0] = Cell("a")
    far[20, 0] = Cell("b")
    #expect(FrameDiff(from: previous, to: far).runs.map(\.x) == [3, 20])
    #expect(FrameDiff(from: previous, to: far).runs.map(\.cells.count) == [1, 1])
  }

  /// In order, not overlapping, no half of a wide character at either end.
  private func runsAreWhole(_ difference: FrameDiff) -> Bool {
    var last = (y: -1, end: 0)
    for run in difference.runs {
      if run.cells.isEmpty || run.cells.first?.isContinuation == true { return false }
      if run.y < last.y || (run.y == last.y && run.x < last.end) { return false }
      let isCut = run.cells.last.flatMap { Unicode.Scalar($0.scalar) }.map { CharacterWidth.columns(of: $0) == 2 }
      if isCut == true { return false }
      last = (run.y, run.x + run.cells.count)
    }
    return true
  }
}
