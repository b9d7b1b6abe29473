/// What is written for a terminal, read by one that was written from the standard.
import Support
import Terminal
import Testing

struct ANSITests {
  private static let letters: [Unicode.Scalar] = ["a", "Z", " ", " ", "é", "▀", "⣿", "─", "漢", "Ω"]

  private func randomCanvas(_ size: Size, _ random: inout SeededGenerator) -> Canvas {
    var canvas = Canvas(size: size)
    for _ in 0..<Int.random(in: 0...60, using: &random) {
      let style = Style(
        foreground: Bool.random(using: &random)
          ? .terminalDefault : Color(hex: .random(in: 0...0xFFFFFF, using: &random)),
        background: Bool.random(using: &random)
          ? .terminalDefault : Color(hex: .random(in: 0...0xFFFFFF, using: &random)),
        attributes: Attributes(rawValue: UInt8.random(in: 0...15, using: &random)))
      var word = ""
      for _ in 0..<Int.random(in: 1...9, using: &random) {
        word.unicodeScalars.append(Self.letters.randomElement(using: &random) ?? "x")
      }
      canvas.text(
        word, x: .random(in: -2..<size.columns, using: &random), y: .random(in: 0..<size.rows, using: &random),
        style: style)
    }
    if Bool.random(using: &random) {
      canvas.cursor = Point(
        x: .random(in: 0..<size.columns, using: &random), y: .random(in: 0..<size.rows, using: &random))
    }
    return canvas
  }

  @Test(arguments: 0..<40)
  func `Differences lead a terminal from frame to frame`(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let size = Size(columns: .random(in: 1...30, using: &random), rows: .random(in: 1...8, using: &random))
    var terminal = ANSITerminal(size)
    var writer = FrameWriter(.trueColor)
    terminal.feed(FrameWriter.clear)
    var shown: Canvas?
    for _ in 0..<12 {
      let next = randomCanvas(size, &random)
      terminal.feed(writer.text(of: FrameDiff(from: shown, to: next)))
      shown = next
      #expect(terminal.picture.cells == next.cells)
      #expect(terminal.picture.cursor == next.cursor)
    }
    #expect(terminal.unknown.isEmpty)
  }

  @Test func `Nothing is sent for a frame that is the same`() {
    var random = SeededGenerator(seed: 3)
    let canvas = randomCanvas(Size(columns: 20, rows: 5), &random)
    var writer = FrameWriter(.trueColor)
    #expect(!writer.text(of: FrameDiff(from: nil, to: canvas)).isEmpty)
    #expect(writer.text(of: FrameDiff(from: canvas, to: canvas)) == "")
  }

  @Test(arguments: 0..<20)
  func `A canvas as text shows itself`(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let size = Size(columns: 24, rows: 6)
    let canvas = randomCanvas(size, &random)
    var terminal = ANSITerminal(size)
    terminal.feed(canvas.ansi(.trueColor))
    #expect(terminal.canvas.cells == canvas.cells)
    #expect(terminal.unknown.isEmpty)
  }

  @Test func `Fewer colours are named by their numbers, and none by attributes alone`() {
    let style = Style(foreground: Color(hex: 0xFF0000), background: Color(hex: 0x0000EE), attributes: .bold)
    #expect(GraphicRendition.select(style, .trueColor) == "\u{1B}[0;1;38;2;255;0;0;48;2;0;0;238m")
    #expect(GraphicRendition.select(style, .indexed) == "\u{1B}[0;1;38;5;196;48;5;21m")
    #expect(GraphicRendition.select(style, .sixteen) == "\u{1B}[0;1;91;44m")
    #expect(GraphicRendition.select(style, .eight) == "\u{1B}[0;1;31;44m")
    #expect(GraphicRendition.select(style, .none) == "\u{1B}[0;1m")
  }
}
