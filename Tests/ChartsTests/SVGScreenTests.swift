/// A screen as SVG, read back: every word in its cell, every block as large as it is.
import Charts
import Support
import Terminal
import Testing

struct SVGScreenTests {
  private func elements(_ canvas: Canvas) throws -> [SVGElement] {
    try SVGReader.elements(of: SVGScreen.text(canvas, title: "screen"))
  }

  private static let red = Style(foreground: Color(hex: 0xFF0000))

  @Test func `A word begins in its cell and is as long as its cells`() throws {
    var canvas = Canvas(size: Size(columns: 40, rows: 4))
    canvas.text("one two", x: 3, y: 0)
    canvas.text("漢字 x", x: 3, y: 2)
    let words = try elements(canvas).filter { $0.name == "text" }
    #expect(words.map(\.text) == ["one", "two", "漢字", "x"])
    let unit = words[0].number("textLength") / 3
    #expect(abs((words[1].number("x") - words[0].number("x")) / unit - 4) < 0.01)
    #expect(abs(words[2].number("textLength") / unit - 4) < 0.01)
    #expect(abs((words[3].number("x") - words[2].number("x")) / unit - 5) < 0.01)
    #expect(words[2].number("y") > words[0].number("y"))
  }

  @Test(arguments: [
    ("█", 1.0), ("▀", 0.5), ("▄", 0.5), ("▁", 0.125), ("▇", 0.875), ("▌", 0.5), ("▏", 0.125), ("▐", 0.5),
  ])
  func `A block is a shape of its size`(_ block: String, _ part: Double) throws {
    var canvas = Canvas(size: Size(columns: 4, rows: 2))
    canvas.text(block, x: 1, y: 1, style: Self.red)
    let elements = try elements(canvas)
    #expect(!elements.contains { $0.name == "text" })
    let path = try #require(elements.first { $0.attributes["fill"] == "#ff0000" }?.attributes["d"])
    let numbers = path.split { "MHVz ".contains($0) }.compactMap { Double($0) }
    let area = (numbers[2] - numbers[0]) * (numbers[3] - numbers[1])
    let page = try #require(elements.first { $0.name == "rect" })
    let cell = (page.number("width") - 24) / 4 * ((page.number("height") - 24) / 2)
    #expect(abs(area / cell - part) < 0.01)
  }

  @Test func `Every dot of braille is there`() throws {
    for bits in UInt32(1)...255 {
      var canvas = Canvas(size: Size(columns: 1, rows: 1))
      canvas[0, 0] = Cell(try #require(Unicode.Scalar(0x2800 + bits)), style: Self.red)
      let path = try #require(try elements(canvas).first { $0.attributes["fill"] == "#ff0000" }?.attributes["d"])
      #expect(path.count { $0 == "M" } == bits.nonzeroBitCount)
    }
  }

  @Test func `Shades let the ground through, and lines meet at the border of their cells`() throws {
    var canvas = Canvas(size: Size(columns: 3, rows: 1))
    canvas.text("░", x: 0, y: 0, style: Self.red)
    canvas.text("─━", x: 1, y: 0, style: Self.red)
    let elements = try elements(canvas)
    #expect(elements.contains { $0.attributes["fill-opacity"] == "0.25" })
    let lines = elements.filter { $0.attributes["stroke"] == "#ff0000" }
    #expect(lines.count == 2)
    #expect(lines[0].number("stroke-width") < lines[1].number("stroke-width"))
  }

  @Test func `Colours that are exchanged, and the terminal's own, are named`() throws {
    var canvas = Canvas(size: Size(columns: 3, rows: 1))
    canvas.text("a", x: 0, y: 0, style: Self.red.with(.reverse))
    canvas.text("b", x: 2, y: 0, style: Style.plain.with([.bold, .underline]))
    let elements = try elements(canvas)
    #expect(elements.contains { $0.name == "rect" && $0.attributes["fill"] == "#ff0000" })
    let ground = try #require(elements.first { $0.name == "rect" }?.attributes["fill"])
    let words = elements.filter { $0.name == "text" }
    #expect(words[0].attributes["fill"] == ground)
    #expect(words[1].attributes["font-weight"] == "bold")
    #expect(words[1].attributes["text-decoration"] == "underline")
  }

  @Test(arguments: [Size(columns: 0, rows: 0), Size(columns: 1, rows: 0), Size(columns: 300, rows: 1)])
  func `A canvas of any size is a document`(_ size: Size) throws {
    #expect(try !elements(Canvas(size: size)).isEmpty)
  }
}
