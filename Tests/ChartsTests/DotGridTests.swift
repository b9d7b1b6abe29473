/// Dots, bars, shades and tiles as characters.
import Charts
import Support
import Terminal
import Testing

struct DotGridTests {
  @Test func `Braille dots have the numbers of the Unicode standard`() {
    // Dots 1 2 3 7 down the left side, 4 5 6 8 down the right; dot n is bit n − 1.
    let expected: [[UInt32]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]
    for x in 0..<2 {
      for y in 0..<4 {
        var grid = DotGrid(glyphs: .braille, columns: 1, rows: 1)
        grid.set(x: x, y: y)
        #expect(grid.scalar(column: 0, row: 0)?.value == 0x2800 + expected[x][y])
      }
    }
  }

  @Test func `Half blocks and ASCII`() {
    var grid = DotGrid(glyphs: .blocks, columns: 3, rows: 1)
    grid.set(x: 0, y: 0)
    grid.set(x: 1, y: 1)
    grid.setColumn(x: 2, from: 5, to: -5)
    #expect((0..<3).map { grid.scalar(column: $0, row: 0) } == ["▀", "▄", "█"])
    var plain = DotGrid(glyphs: .ascii, columns: 2, rows: 1)
    plain.set(x: 1, y: 0)
    #expect((0..<2).map { plain.scalar(column: $0, row: 0) } == [nil, "*"])
  }

  @Test func `Dots outside are dropped, whatever the size`() {
    for glyphs in GlyphSet.allCases {
      for columns in -1...2 {
        for rows in -1...2 {
          var grid = DotGrid(glyphs: glyphs, columns: columns, rows: rows)
          for x in -3...9 { for y in -3...9 { grid.set(x: x, y: y) } }
          #expect(grid.masks.allSatisfy { $0 != 0 })
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
    var grid = DotGrid(glyphs: .blocks, columns: 5, rows: 4)
    let values: [Float] = [0, 7, .nan, 3, 3]
    Envelope.draw(minima: values, maxima: values, scale: Scale(0...7, places: grid.height), on: &grid)
    let column = { (x: Int) in (0..<4).map { grid.masks[$0 * 5 + x] } }
    #expect(column(0) == [0, 0, 0, 2])
    #expect(column(1) == [3, 3, 3, 1])
    #expect(column(2) == [0, 0, 0, 0])
    #expect(column(3) == column(4))
    #expect(column(3).reduce(0) { $0 + $1.nonzeroBitCount } == 1)
  }

  @Test func `A curve longer or shorter than the grid keeps its newest end at the right`() {
    for count in 0...8 {
      var grid = DotGrid(glyphs: .ascii, columns: 4, rows: 2)
      let values = (0..<count).map { Float($0 == count - 1 ? 1 : 0) }
      Envelope.draw(minima: values, maxima: values, scale: Scale(0...1, places: 2), on: &grid)
      #expect(grid.masks.count { $0 != 0 } >= min(count, 4))
      #expect((grid.masks[3] != 0) == (count > 0))
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
