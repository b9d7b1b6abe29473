/// What the colours of a raster mean, under its times.
import Charts
import Terminal
import Workbench

struct RasterLegend {
  private let look: RasterLook
  private let range: ClosedRange<Double>
  private let unit: String

  /// - Parameter range: from the darkest colour to the lightest, in `unit`.
  init(_ look: RasterLook, _ range: ClosedRange<Double>, _ unit: String) {
    self.look = look
    self.range = range
    self.unit = unit
  }

  private static let scaleWidth = 16

  func draw(x: Int, y: Int, width: Int, on canvas: inout Canvas, theme: Theme) {
    guard range.lowerBound < range.upperBound else { return }
    let low = NumberText.significant(range.lowerBound, digits: 3)
    let high = NumberText.significant(range.upperBound, digits: 3) + (unit.isEmpty ? "" : " " + unit)
    guard CharacterWidth.columns(of: low + high) + 2 + Self.scaleWidth <= width else { return }
    var used = canvas.write(low + " ", x: x, y: y, width: width, theme[.faint], theme)
    for cell in 0..<Self.scaleWidth {
      canvas[x + used + cell, y] = self.cell(Double(cell) / Double(Self.scaleWidth - 1), theme)
    }
    used += Self.scaleWidth + 1
    used += canvas.write(high, x: x + used, y: y, width: width - used, theme[.faint], theme)
    let words = look == .voltage ? "a spike" : "each neuron of a row"
    guard used + CharacterWidth.columns(of: words) + 4 <= width else { return }
    if look == .voltage { canvas[x + used + 2, y] = spike(theme) }
    canvas.write(words, x: x + used + (look == .voltage ? 4 : 2), y: y, width: width - used, theme[.faint], theme)
  }

  private func hasColors(_ theme: Theme) -> Bool { theme.colors >= .indexed && theme.glyphs != .ascii }

  private func cell(_ fraction: Double, _ theme: Theme) -> Cell {
    if hasColors(theme) {
      let color = look == .voltage ? RasterVoltage.color(fraction, theme) : RasterDensity.color(fraction, theme)
      return Cell("█", style: Style(foreground: color))
    }
    let style = theme[look == .voltage ? .curve : .spike]
    return Cell(Shades.amount(max(0.01, fraction), theme.glyphs), style: style)
  }

  private func spike(_ theme: Theme) -> Cell {
    hasColors(theme)
      ? Cell("█", style: Style(foreground: RasterVoltage.spike(theme))) : Mark.fired.cell(theme, theme[.spike])
  }
}
