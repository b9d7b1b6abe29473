/// Dots, bars, shades and tiles as characters.
import Charts
import Support
import Terminal
import Testing

struct ShapeTests {
  @Test(arguments: GlyphSet.allCases)
  func `Dots next to each other are told apart`(_ glyphs: GlyphSet) {
    let size = DotSize(glyphs)
    var seen: Set<Unicode.Scalar> = []
    for x in 0..<size.across {
      for y in 0..<size.down {
        var grid = BrailleGrid(columns: 1, rows: 1)
        size.set(x: x, y: y, on: &grid)
        seen.insert(grid.scalar(column: 0, row: 0, glyphs))
      }
    }
    #expect(seen.count == size.across * size.down)
    #expect(!seen.contains(" "))
  }

  @Test(arguments: GlyphSet.allCases)
  func `A dot lies in its cell and in no other`(_ glyphs: GlyphSet) {
    let size = DotSize(glyphs)
    for x in -1...(3 * size.across) {
      for y in -1...(2 * size.down) {
        var grid = BrailleGrid(columns: 3, rows: 2)
        size.set(x: x, y: y, on: &grid)
        for column in 0..<3 {
          for row in 0..<2 {
            let isHere = x >= 0 && y >= 0 && x / size.across == column && y / size.down == row
            #expect((grid.dots(column: column, row: row) != 0) == isHere)
          }
        }
      }
    }
  }

  @Test func `A bar has as many eighths as its fraction`() {
    let bar = { (fraction: Double) in
      String(String.UnicodeScalarView((0..<4).map { BarGlyphs.lying($0, of: 4, fraction: fraction, .braille) }))
    }
    #expect(bar(0) == "    ")
    #expect(bar(1.0 / 32) == "▏   ")
    #expect(bar(0.5) == "██  ")
    #expect(bar(0.5 + 3.0 / 32) == "██▍ ")
    #expect(bar(1) == "████")
    #expect(bar(7) == "████")
    #expect(bar(-1) == "    ")
    #expect(bar(.nan) == "    ")
    #expect(BarGlyphs.standing(0, of: 2, fraction: 0.25, .braille) == "▄")
    #expect(BarGlyphs.lying(1, of: 4, fraction: 0.5, .ascii) == "#")
    #expect(BarGlyphs.lying(2, of: 4, fraction: 0.5, .ascii) == " ")
    #expect(BarGlyphs.lying(2, of: 4, fraction: -.infinity, .braille) == " ")
  }

  @Test func `Shades tell nothing from little and one sign from the other`() {
    for glyphs in GlyphSet.allCases {
      #expect(Shades.amount(0, glyphs) == " ")
      #expect(Shades.amount(0.001, glyphs) != " ")
      #expect(Shades.amount(.nan, glyphs) == " ")
      for value in stride(from: 0.05, through: 1, by: 0.05) {
        #expect(Shades.signed(value, glyphs, hasColor: false) != Shades.signed(-value, glyphs, hasColor: false))
      }
    }
  }

  @Test func `A curve has no gaps between columns and one where nothing was recorded`() {
    // Five columns and eight rows of dots.
    var grid = BrailleGrid(columns: 3, rows: 2)
    let values: [Float] = [0, 7, .nan, 3, 3, 3]
    Envelope.draw(minima: values, maxima: values, scale: Scale(0...7, places: grid.dotRows), on: &grid)
    // Left and right half of a cell's dots.
    let left: UInt8 = 0x47
    let right: UInt8 = 0xB8
    #expect(grid.dots(column: 0, row: 0) & left == 0)
    #expect(grid.dots(column: 0, row: 1) & left == 0x40)
    #expect(grid.dots(column: 0, row: 0) & right == right)
    #expect((grid.dots(column: 0, row: 1) & right).nonzeroBitCount == 3)
    #expect(grid.dots(column: 1, row: 0) & left == 0 && grid.dots(column: 1, row: 1) & left == 0)
    #expect((grid.dots(column: 1, row: 1) & right).nonzeroBitCount == 1)
    #expect(grid.dots(column: 2, row: 1).nonzeroBitCount == 2)
  }

  @Test func `A curve longer or shorter than the grid keeps its newest end at the right`() {
    for count in 0...8 {
      var grid = BrailleGrid(columns: 2, rows: 1)
      let values = (0..<count).map { Float($0 == count - 1 ? 1 : 0) }
      Envelope.draw(minima: values, maxima: values, scale: Scale(0...1, places: 4), on: &grid)
      let last = grid.dots(column: 1, row: 0) & 0xB8
      #expect((last & 0x08 != 0) == (count > 0))
      #expect((grid.dots(column: 0, row: 0) & 0x47 != 0) == (count >= 4))
    }
  }

  @Test func `Tiles are as large as fit and cover what they should`() {
    let chart = HeatmapChart(rows: 3, columns: 2, in: Rect(x: 1, y: 1, width: 6, height: 5))
    #expect(chart.scale == 3)
    #expect(chart.size == Size(columns: 6, rows: 5))
    var canvas = Canvas(size: Size(columns: 8, rows: 7))
    let colors: [Color] = (0..<6).map { Color(hex: UInt32($0) + 1) }
    chart.drawHalfBlocks(on: &canvas) { colors[$0 * 2 + $1] }
    // Nine half rows of tiles in ten: tile rows begin at half rows 0, 3, 6, and the last half row is free.
    #expect(canvas[1, 2] == Cell("▀", style: Style(foreground: colors[0], background: colors[2])))
    #expect(canvas[6, 5] == Cell("▀", style: Style(foreground: colors[5])))
    #expect(canvas[0, 1] == .blank)
    #expect(canvas[7, 1] == .blank)
  }
}
