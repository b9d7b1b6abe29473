/// Dots, blocks and boxes in every glyph set.
import Terminal
import Testing

@Suite struct GlyphTests {
  /// The dots of the braille block as the standard numbers them, one at a time.
  @Test func singleDots() {
    let expected: [(x: Int, y: Int, scalar: Unicode.Scalar)] = [
      (0, 0, "⠁"), (0, 1, "⠂"), (0, 2, "⠄"), (1, 0, "⠈"), (1, 1, "⠐"), (1, 2, "⠠"), (0, 3, "⡀"), (1, 3, "⢀"),
    ]
    for (x, y, scalar) in expected {
      var grid = BrailleGrid(columns: 2, rows: 2)
      grid.set(x: 2 + x, y: 4 + y)
      #expect(grid.scalar(column: 1, row: 1, .braille) == scalar)
      #expect(grid.scalar(column: 0, row: 0, .braille) == " ")
      #expect(grid.scalar(column: 1, row: 1, .blocks) == (y < 2 ? "▀" : "▄"))
    }
  }

  @Test func dotsOutsideAreDropped() {
    var grid = BrailleGrid(columns: 1, rows: 1)
    for (x, y) in [(-1, 0), (0, -1), (2, 0), (0, 4), (.max, .min)] { grid.set(x: x, y: y) }
    grid.setColumn(x: 5, from: 0, through: 3)
    #expect(grid.dots(column: 0, row: 0) == 0)
    #expect(grid.dots(column: 9, row: -9) == 0)
    #expect(BrailleGrid(columns: -1, rows: 3).dotColumns == 0)
  }

  @Test func columnsOfDots() {
    var grid = BrailleGrid(columns: 1, rows: 2)
    grid.setColumn(x: 1, from: 100, through: 2)
    #expect(grid.scalar(column: 0, row: 0, .braille) == "⢠")
    #expect(grid.scalar(column: 0, row: 1, .braille) == "⢸")
    grid.reset()
    #expect(grid == BrailleGrid(columns: 1, rows: 2))
  }

  @Test func everySetKeepsToItsCharacters() {
    let glyphs = GlyphSet.allCases
    for set in glyphs {
      var shown = (0...255).map { BrailleGrid.scalar(dots: UInt8($0), set) }
      shown += (-1...9).flatMap { [BlockGlyphs.fromLeft(eighths: $0, set), BlockGlyphs.fromBelow(eighths: $0, set)] }
      shown += [BlockGlyphs.halves(upper: true, lower: false, set), BlockGlyphs.halves(upper: false, lower: true, set)]
      let box = BoxGlyphs(set)
      shown += [box.horizontal, box.vertical, box.topLeft, box.bottomRight, box.fromLeft, box.cross]
      #expect(shown.allSatisfy { CharacterWidth.columns(of: $0) == 1 && !CharacterWidth.isControl($0) })
      if set == .ascii { #expect(shown.allSatisfy { $0.isASCII }) }
      if set == .blocks || set == .eighths { #expect(shown.allSatisfy { !(0x2800..<0x2900).contains($0.value) }) }
      #expect(shown[0] == " ")
      #expect(shown[1...255].allSatisfy { $0 != " " }, "a dot is never lost")
    }
  }

  @Test func bars() {
    func text(_ fraction: Double, _ width: Int, _ set: GlyphSet) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: BlockGlyphs.bar(fraction: fraction, width: width, set))
      return String(view)
    }
    #expect(text(0.5, 3, .braille) == "█▌ ")
    #expect(text(0.45, 1, .eighths) == "▌" && text(0.3, 1, .eighths) == "▎")
    #expect(text(1, 3, .braille) == "███")
    #expect(text(1.0 / 8, 1, .braille) == "▏")
    #expect(text(0, 2, .braille) == "  ")
    #expect(text(.nan, 2, .braille) == "  ")
    #expect(text(.infinity, 2, .ascii) == "##")
    #expect(text(-3, 2, .ascii) == "  ")
    #expect(text(0.5, -2, .ascii) == "")
    #expect(text(0.75, 2, .blocks) == "█▌")
  }
}
