/// Figures as SVG, read back: every mark is at its place, and nothing breaks the document.
import Charts
import Foundation
import Support
import Terminal
import Testing

struct SVGFigureTests {
  private static let time = FigureAxis("time (ms)", numbers: Axis(0...100, ticks: 6))

  private func figure(_ marks: [FigureMark], y: ClosedRange<Double> = 0...10, isDownward: Bool = false) -> Figure {
    let axis = FigureAxis("neuron", range: y, labels: [], isDownward: isDownward)
    return Figure(title: "T", panels: [Figure.Panel(height: 200, x: Self.time, y: axis, marks: marks)])
  }

  private func elements(_ figure: Figure) throws -> [SVGElement] {
    try SVGReader.elements(of: SVGFigure.text(figure))
  }

  /// The rectangle of the only panel: the one without filling.
  private func panel(_ elements: [SVGElement]) throws -> SVGElement {
    try #require(elements.first { $0.name == "rect" && $0.attributes["fill"] == "none" })
  }

  @Test(arguments: [false, true])
  func `A spike stands at its time and neuron`(_ isDownward: Bool) throws {
    let points = [FigurePoint(x: 0, y: 5), FigurePoint(x: 25, y: 2.5), FigurePoint(x: 100, y: 10)]
    let elements = try elements(figure([.strokes(points, height: 1, FigureColors.ink)], isDownward: isDownward))
    let panel = try panel(elements)
    let path = try #require(elements.first { $0.name == "path" })
    let strokes = path.strokes
    #expect(strokes.count == 3)
    for (point, stroke) in zip(points, strokes) {
      #expect(abs(stroke.x - (panel.number("x") + panel.number("width") * point.x / 100)) < 0.01)
      let fraction = isDownward ? point.y / 10 : 1 - point.y / 10
      // A stroke of a tenth of the height has its middle at the place.
      #expect(abs(stroke.y + 10 - (panel.number("y") + 200 * fraction)) < 0.01)
    }
  }

  @Test func `A line has a gap where it leaves the panel, and a dot outside is not drawn`() throws {
    let points = [(0.0, 1.0), (10, 2), (20, 30), (30, 3), (40, .nan), (50, 4), (60, 5)].map {
      FigurePoint(x: $0, y: $1)
    }
    let marks: [FigureMark] = [.line(points, isDashed: true, FigureColors.curve), .dots(points, FigureColors.spike)]
    let paths = try elements(figure(marks)).filter { $0.name == "path" }
    let line = try #require(paths.first { $0.attributes["stroke-dasharray"] == "4 3" }?.attributes["d"])
    #expect(line.filter { $0 == "M" }.count == 3 && line.filter { $0 == "L" }.count == 2)
    let dots = try #require(paths.first { $0.attributes["fill"] == "#d55e00" }?.attributes["d"])
    #expect(dots.filter { $0 == "M" }.count == 5)
  }

  @Test func `A bar lies in its row from its foot to its value`() throws {
    let mark = FigureMark.bars([50, .nan, 25], foot: 10, FigureColors.curve)
    let elements = try elements(figure([mark], y: 0...4, isDownward: true))
    let panel = try panel(elements)
    let path = try #require(elements.first { $0.attributes["fill"] == "#0072b2" }?.attributes["d"])
    let bars = path.split(separator: "z").map { $0.split { "MHV ".contains($0) }.compactMap { Double($0) } }
    #expect(bars.count == 2)
    // Left, top, right, bottom.
    for (bar, (row, value)) in zip(bars, [(0.0, 50.0), (2, 25)]) {
      #expect(abs(bar[0] - (panel.number("x") + panel.number("width") * 0.1)) < 0.01)
      #expect(abs(bar[1] - (panel.number("y") + 200 * (row + 0.1) / 4)) < 0.01)
      #expect(abs(bar[2] - (panel.number("x") + panel.number("width") * value / 100)) < 0.01)
      #expect(abs(bar[3] - (panel.number("y") + 200 * (row + 0.9) / 4)) < 0.01)
    }
  }

  @Test func `What is not there leaves a gap in a curve`() throws {
    let values: [Float] = [1, 2, .nan, 3, 4]
    let curve = FigureMark.envelope(minima: values, maxima: values, span: 0...100, FigureColors.curve)
    let path = try #require(try elements(figure([curve])).first { $0.name == "path" })
    #expect(path.attributes["d"]?.filter { $0 == "M" }.count == 2)
    #expect(path.attributes["d"]?.filter { $0 == "L" }.count == 2)
  }

  @Test func `Tiles of one colour cover as much paper as there are`() throws {
    let colors = [Color(hex: 0x112233), Color(hex: 0x445566)]
    let cells: [Int?] = [0, 0, nil, 1, 1, 1, nil, nil, 0, 1, 0, 1]
    let tiles = FigureTiles(rows: 3, columns: 4, across: 0...100, down: 0...10, colors: colors, cells: cells)
    let elements = try elements(figure([.tiles(tiles)], isDownward: true))
    let panel = try panel(elements)
    let tile = panel.number("width") / 4 * 200 / 3
    for (index, color) in ["#112233", "#445566"].enumerated() {
      let path = try #require(elements.first { $0.attributes["fill"] == color })
      #expect(abs(area(path) / tile - Double(cells.count { $0 == index })) < 0.01)
    }
  }

  /// Of the rectangles `M x y H right V bottom H x z`.
  private func area(_ path: SVGElement) -> Double {
    (path.attributes["d"] ?? "").split(separator: "M").reduce(0) { sum, part in
      let numbers = part.split { "HVz ".contains($0) }.compactMap { Double($0) }
      return sum + (numbers[2] - numbers[0]) * (numbers[3] - numbers[1])
    }
  }

  @Test func `Words of a document are shown, never obeyed`() throws {
    var figure = figure([.words("a < b & \"c\"")])
    figure.title = "</text><script>\u{1B}[31m\u{0}"
    let elements = try elements(figure)
    let texts = elements.filter { $0.name == "text" }.map(\.text)
    #expect(texts.contains("a < b & \"c\""))
    #expect(texts.contains("</text><script>·[31m·"))
    #expect(!elements.contains { $0.name == "script" })
  }

  @Test func `Ticks have their numbers, axes their titles with units`() throws {
    let texts = try elements(figure([])).filter { $0.name == "text" }.map(\.text)
    #expect(texts.contains("time (ms)"))
    #expect(texts.contains("neuron"))
    for tick in ["0", "20", "40", "60", "80", "100"] { #expect(texts.contains(tick)) }
  }

  @Test func `Panels over the same time share its numbers`() throws {
    var figure = figure([])
    figure.panels.append(figure.panels[0])
    #expect(try elements(figure).count { $0.text == "time (ms)" } == 1)
  }

  @Test func `Counted things have whole numbers only`() {
    let axis = FigureAxis("spikes", counts: Axis(0...1, ticks: 5))
    #expect(axis.labels.map(\.text) == ["0", "1"])
  }

  @Test(arguments: [1.0, -1, 0, 0.005, 12.5, 1e6, -0.001])
  func `Numbers are as short as they can be, to two decimals`(_ value: Double) throws {
    let text = SVGDocument.number(value)
    #expect(abs(try #require(Double(text)) - value) <= 0.005)
    #expect(!text.contains(".") || text.last != "0")
    #expect(text != "-0")
  }

  @Test(arguments: 0..<60)
  func `Any figure is a document, the same every time`(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let strange = [0, -0.0, 1e300, -1e300, .nan, .infinity, -.infinity, 1e-300, 3, 77.7]
    func number() -> Double { strange.randomElement(using: &random) ?? 0 }
    func span() -> ClosedRange<Double> {
      let low = Double.random(in: -50...50, using: &random)
      return low...low + [0, 1e-9, 1, 1e9].randomElement(using: &random)!
    }
    let values = (0..<7).map { _ in number() }
    let marks: [FigureMark] = [
      .strokes([FigurePoint(x: number(), y: number())], height: number(), FigureColors.ink),
      .columns(values, span: span(), FigureColors.curve), .level(number(), name: "x", FigureColors.reset),
      .envelope(minima: values.map(Float.init), maxima: values.map(Float.init), span: span(), FigureColors.ink),
      .uprights(values, span: span(), FigureColors.spike), .divider(number()),
    ]
    var drawn = figure(marks, y: span())
    drawn.panels[0].key = Figure.ColorKey(axis: FigureAxis("w", numbers: Axis(span(), ticks: 4)), colors: [])
    let text = SVGFigure.text(drawn)
    #expect(text == SVGFigure.text(drawn))
    #expect(!text.contains("nan") && !text.contains("inf"))
    _ = try SVGReader.elements(of: text)
  }
}
