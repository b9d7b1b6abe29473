/// The colours of the weights pane from the least to the greatest weight, and what a tile stands for.
import Basics
import Charts
import Debugger
import Terminal
import Workbench

struct WeightsLegend {
  private let range: ClosedRange<Double>
  private let shades: WeightShades
  private let dimension: Dimension
  /// Words for the right end, the best first.
  private let words: [String]

  init(_ weights: WeightsSnapshot, _ dimension: Dimension, hasTiles: Bool) {
    range = weights.range
    shades = WeightShades(weights.range)
    self.dimension = dimension
    let isWhole = weights.targetsPerRow == 1 && weights.sourcesPerColumn == 1
    let tile = "a tile: \(weights.targetsPerRow) × \(weights.sourcesPerColumn)"
    let axes = "post ↓  pre →"
    if !hasTiles {
      words = []
    } else if weights.showsDensity {
      let density = "to \(NumberText.significant(Double(weights.greatestDensity) * 100, digits: 2)) % connected"
      words = ["\(density)  \(tile)  \(axes)", "\(density)  \(tile)", density, tile]
    } else {
      words = isWhole ? [axes] : ["\(tile)  \(axes)", tile]
    }
  }

  private static let greatestScale = 24
  private static let leastScale = 8

  func draw(x: Int, y: Int, width: Int, on canvas: inout Canvas, theme: Theme) {
    let high = NumberText.quantity(range.upperBound, dimension, digits: 3)
    let isFlat = range.lowerBound >= range.upperBound
    let low = isFlat ? "all" : NumberText.significant(Self.rounded(range.lowerBound, beside: range), digits: 3)
    let numbers = CharacterWidth.columns(of: low + high) + 2
    let room = width - numbers
    let least = isFlat ? 0 : Self.leastScale
    let words = words.first { CharacterWidth.columns(of: $0) + 2 + least <= room } ?? ""
    let wordsWidth = words.isEmpty ? 0 : CharacterWidth.columns(of: words) + 2
    canvas.writeRight(words, end: x + width, y: y, width: width, theme[.faint], theme)
    var used = canvas.write(low + " ", x: x, y: y, width: width, theme[.faint], theme)
    if !isFlat {
      let scale = min(Self.greatestScale, room - wordsWidth)
      guard scale >= 4 else { return }
      drawScale(x: x + used, y: y, width: scale, on: &canvas, theme: theme)
      used += scale + 1
    }
    canvas.write(high, x: x + used, y: y, width: width - used, theme[.faint], theme)
  }

  private func drawScale(x: Int, y: Int, width: Int, on canvas: inout Canvas, theme: Theme) {
    let hasShades = theme.colors < .indexed || theme.glyphs == .ascii
    for cell in 0..<width {
      let along = Double(cell) / Double(width - 1)
      let value = shades(range.lowerBound + (range.upperBound - range.lowerBound) * along)
      canvas[x + cell, y] =
        hasShades
        ? SignedShade.cell(value, theme)
        : Cell("█", style: Style(foreground: ColorMap.signed(theme)[0.5 + value / 2]))
    }
  }

  /// To a thousandth of the greater bound: what is less is nothing beside it.
  private static func rounded(_ value: Double, beside range: ClosedRange<Double>) -> Double {
    let unit = max(abs(range.lowerBound), abs(range.upperBound)) / 1000
    return unit > 0 && abs(value) < unit ? 0 : value
  }
}
