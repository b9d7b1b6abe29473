/// The colours of the weights pane from the least to the greatest weight.
import Basics
import Charts
import Terminal
import Workbench

struct WeightsLegend {
  private let range: ClosedRange<Double>
  private let dimension: Dimension

  init(_ range: ClosedRange<Double>, _ dimension: Dimension) {
    self.range = range
    self.dimension = dimension
  }

  func draw(x: Int, y: Int, width: Int, on canvas: inout Canvas, theme: Theme) {
    let low = NumberText.significant(range.lowerBound, digits: 3)
    let high = NumberText.quantity(range.upperBound, dimension, digits: 3)
    guard range.lowerBound < range.upperBound else {
      canvas.write("all \(high)", x: x, y: y, width: width, theme[.faint], theme)
      return
    }
    let scaleWidth = min(24, width - CharacterWidth.columns(of: low + high) - 2)
    guard scaleWidth >= 4 else { return }
    var used = canvas.write(low + " ", x: x, y: y, width: width, theme[.faint], theme)
    let factor = WeightsMap.factor(range)
    let hasShades = theme.colors < .indexed || theme.glyphs == .ascii
    for cell in 0..<scaleWidth {
      let along = Double(cell) / Double(scaleWidth - 1)
      let value = WeightsMap.emphasized((range.lowerBound + (range.upperBound - range.lowerBound) * along) * factor)
      canvas[x + used, y] =
        hasShades
        ? SignedShade.cell(value, theme)
        : Cell("█", style: Style(foreground: ColorMap.diverging[0.5 + value / 2]))
      used += 1
    }
    used += 1
    used += canvas.write(high, x: x + used, y: y, width: width - used, theme[.faint], theme)
    if used + 24 <= width {
      canvas.writeRight("post ↓  pre →", end: x + width, y: y, width: width - used, theme[.faint], theme)
    }
  }
}
