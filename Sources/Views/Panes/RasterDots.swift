/// The dots of the raster and how bright they are.
import Basics
import Charts
import Debugger
import Terminal

struct RasterDots {
  private var grid: BrailleGrid
  private let size: DotSize
  /// Spikes in each cell, row-major.
  private var counts: [UInt32]
  private let isDense: Bool
  private var greatest: UInt32 = 0

  var isEmpty: Bool { greatest == 0 }

  /// - Complexity: O(bins), two allocations.
  init(_ raster: RasterSnapshot, _ bands: RasterBands, columns: Int, rows: Int, _ glyphs: GlyphSet) {
    grid = BrailleGrid(columns: columns, rows: rows)
    size = DotSize(glyphs)
    counts = Array(repeating: 0, count: grid.columns * grid.rows)
    isDense = raster.neuronsPerRow > 1
    guard raster.columns > 0, raster.counts.count == raster.rows * raster.columns else { return }
    for band in bands.all { add(band, of: raster, dotsPerRow: bands.dotsPerRow) }
  }

  private mutating func add(_ band: RasterBands.Band, of raster: RasterSnapshot, dotsPerRow: Int) {
    // A snapshot of another width keeps its newest column at the right edge.
    let shift = grid.columns * size.across - raster.columns
    let top = band.cellRow * size.down
    // From three dots on, the last stays free and keeps neighbours apart.
    let height = dotsPerRow >= 3 ? dotsPerRow - 1 : dotsPerRow
    for row in band.rows where row < raster.rows {
      let y = top + (row - band.rows.lowerBound) * dotsPerRow
      guard y + height <= grid.rows * size.down else { return }
      for column in max(0, -shift)..<max(raster.columns, max(0, -shift)) {
        let count = raster.counts[row * raster.columns + column]
        if count > 0 { mark(x: column + shift, y: y, height: height, count: UInt32(count)) }
      }
    }
  }

  private mutating func mark(x: Int, y: Int, height: Int, count: UInt32) {
    for dot in y..<(y + height) {
      size.set(x: x, y: dot, on: &grid)
      let cell = dot / size.down * grid.columns + x / size.across
      // A row that is many dots high is still one spike.
      if dot == y || dot % size.down == 0 { counts[cell] += count }
      greatest = max(greatest, counts[cell])
    }
  }

  func draw(at plot: Rect, on canvas: inout Canvas, theme: Theme) {
    let levels = levels(theme)
    for row in 0..<grid.rows {
      for column in 0..<grid.columns {
        let dots = grid.dots(column: column, row: row)
        if dots == 0 { continue }
        let level = level(counts[row * grid.columns + column])
        let scalar = theme.glyphs == .ascii ? ascii(level) : BrailleGrid.scalar(dots: dots, theme.glyphs)
        canvas[plot.x + column, plot.y + row] = Cell(scalar, style: levels[level])
      }
    }
  }

  private static let levelCount = 8

  /// 0…7 by the logarithm of the count. The top is a power of two, so that brightness seldom changes its meaning.
  private func level(_ count: UInt32) -> Int {
    guard isDense, greatest > 1 else { return Self.levelCount - 1 }
    let top = UInt32.bitWidth - (greatest - 1).leadingZeroBitCount
    // Half octaves: n and n + n/2 differ.
    let octave = UInt32.bitWidth - 1 - count.leadingZeroBitCount
    let half = octave > 0 && count & (1 << UInt32(octave - 1)) != 0 ? 1 : 0
    return min(Self.levelCount - 1, (2 * octave + half) * (Self.levelCount - 1) / max(1, 2 * top))
  }

  private func ascii(_ level: Int) -> Unicode.Scalar {
    isDense ? Shades.amount(Double(level + 1) / Double(Self.levelCount) - 0.01, .ascii) : "|"
  }

  /// A style for each level: a colour map where there are colours enough, else faint, plain and bold.
  private func levels(_ theme: Theme) -> [Style] {
    let spike = theme[.spike]
    return (0..<Self.levelCount).map { level in
      guard isDense else { return spike }
      if theme.colors >= .indexed {
        let amount = Double(level) / Double(Self.levelCount - 1)
        return Style(foreground: ColorMap.sequential[0.3 + 0.7 * amount], background: spike.background)
      }
      return level < 3 ? theme[.faint] : level < 6 ? spike : spike.with(.bold)
    }
  }
}
