/// Drawing: clips, borders, wide characters, rubbish.
import Terminal
import Testing

@Suite struct CanvasTests {
  @Test func drawingOutsideIsDropped() {
    var canvas = Canvas(size: Size(columns: 3, rows: 2))
    canvas[-1, 0] = Cell("a")
    canvas[3, 0] = Cell("a")
    canvas[0, 2] = Cell("a")
    canvas[0, -1] = Cell("a")
    canvas.fill(Rect(x: -5, y: -5, width: 3, height: 3), Cell("a"))
    #expect(canvas.lines == ["", ""])
    #expect(canvas[-1, 0] == .blank)
    #expect(canvas[0, 99] == .blank)
  }

  @Test(arguments: [Size(columns: 0, rows: 0), Size(columns: -1, rows: 5), Size(columns: 1, rows: 1)])
  func tinyCanvasesTakeAnything(size: Size) {
    var canvas = Canvas(size: size)
    canvas.text("漢字", x: 0, y: 0)
    canvas.box(canvas.bounds, glyphs: BoxGlyphs(.braille))
    canvas.fill(Rect(x: 0, y: 0, width: 9, height: 9), Cell("x"))
    #expect(canvas.cells.allSatisfy { $0 == Cell("x") })
  }

  @Test func textStopsAtItsWidthAndTheClip() {
    var canvas = Canvas(size: Size(columns: 8, rows: 2))
    canvas.clip = Rect(x: 1, y: 0, width: 4, height: 1)
    #expect(canvas.text("abcdefgh", x: 0, y: 0) == 8)
    #expect(canvas.text("漢字", x: 0, y: 1, width: 3) == 2)
    #expect(canvas.lines == [" bcde", ""])
  }

  @Test func escapesAreShownNotObeyed() {
    var canvas = Canvas(size: Size(columns: 10, rows: 1))
    canvas.text("\u{1B}[31m\u{7}\u{202E}\u{9B}", x: 0, y: 0)
    #expect(canvas.lines == ["·[31m···"])
  }

  @Test func combiningMarksTakeNoCell() {
    var canvas = Canvas(size: Size(columns: 4, rows: 1))
    #expect(canvas.text("e\u{301}x", x: 0, y: 0) == 2)
    #expect(canvas.lines == ["ex"])
  }

  @Test func halfOfAWideCharacterTakesTheOtherAlong() {
    var canvas = Canvas(size: Size(columns: 6, rows: 1))
    canvas.text("漢字", x: 0, y: 0)
    canvas[1, 0] = Cell("a")
    canvas[2, 0] = Cell("b")
    #expect(canvas.lines == [" ab"])
    canvas.text("漢字", x: 0, y: 0)
    canvas.text("語", x: 1, y: 0)
    #expect(canvas.lines == [" 語"])
    canvas.text("漢字", x: 0, y: 0)
    canvas.fill(Rect(x: 1, y: 0, width: 2, height: 1), Cell("-"))
    #expect(canvas.lines == [" --"])
  }

  @Test func wideCharactersAreNotCutInHalf() {
    var canvas = Canvas(size: Size(columns: 5, rows: 1))
    canvas.text("漢字語", x: 0, y: 0)
    #expect(canvas.lines == ["漢字"])
    canvas.reset()
    canvas.clip = Rect(x: 1, y: 0, width: 2, height: 1)
    canvas.text("漢字", x: 0, y: 0)
    #expect(canvas.lines == [""])
  }

  @Test(arguments: 0..<40) func wideCharactersStayWholeWhateverIsDrawn(seed: Int) {
    var generator = Generator(seed: UInt64(seed))
    var canvas = Canvas(size: Size(columns: 1 + generator.below(20), rows: 1 + generator.below(6)))
    for _ in 0..<20 {
      generator.scribble(on: &canvas, strokes: 3)
      #expect(wideCharactersAreWhole(canvas), "\(canvas.lines)")
    }
  }

  @Test func boxesHaveBordersAndKeepTheirInside() {
    var canvas = Canvas(size: Size(columns: 4, rows: 3))
    canvas.fill(canvas.bounds, Cell("."))
    canvas.box(canvas.bounds, glyphs: BoxGlyphs(.braille))
    #expect(canvas.lines == ["╭──╮", "│..│", "╰──╯"])
    canvas.box(Rect(x: 0, y: 0, width: 2, height: 2), glyphs: BoxGlyphs(.ascii))
    #expect(canvas.lines == ["++─╮", "++.│", "╰──╯"])
  }
}
