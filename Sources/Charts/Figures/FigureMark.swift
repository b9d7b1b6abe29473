/// What can be drawn between the axes of a figure.
package import Terminal

/// Places are values on the panel's axes.
package enum FigureMark: Sendable, Equatable {
  /// Short upright strokes, such as spikes: each as high as `height` of the y axis, around its place.
  case strokes([FigurePoint], height: Double, Color)
  /// Upright lines over a part of the height.
  case uprights([Double], span: ClosedRange<Double>, Color)
  /// Equal columns over `span`, from 0 up to their values; NaN leaves a gap.
  case columns([Double], span: ClosedRange<Double>, Color)
  /// A curve from the least and greatest value in each of equal columns over `span`; NaN leaves a gap.
  case envelope(minima: [Float], maxima: [Float], span: ClosedRange<Double>, Color)
  case tiles(FigureTiles)
  /// From point to point; one outside of the panel, or NaN, leaves a gap.
  case line([FigurePoint], isDashed: Bool, Color)
  /// Filled circles.
  case dots([FigurePoint], Color)
  /// Lying bars, one for each unit of the y axis from 0 on, from `foot` to their values; NaN leaves a gap.
  case bars([Double], foot: Double, Color)
  /// A dashed line across, with its name.
  case level(Double, name: String, Color)
  /// A dashed line from the bottom to the top, with its name.
  case upright(Double, name: String, Color)
  /// A thin line across.
  case divider(Double)
  /// Words in the middle, where there is nothing to draw.
  case words(String)
}

package struct FigurePoint: Sendable, Equatable {
  package var x: Double
  package var y: Double
  package init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// A grid of coloured cells.
package struct FigureTiles: Sendable, Equatable {
  package var rows: Int
  package var columns: Int
  package var across: ClosedRange<Double>
  package var down: ClosedRange<Double>
  package var colors: [Color]
  /// Into `colors`, row-major [rows × columns]; nil for a cell that stays empty.
  package var cells: [Int?]

  package init(
    rows: Int, columns: Int, across: ClosedRange<Double>, down: ClosedRange<Double>, colors: [Color], cells: [Int?]
  ) {
    self.rows = rows
    self.columns = columns
    self.across = across
    self.down = down
    self.colors = colors
    self.cells = cells
  }
}

/// Colours on white, after Okabe and Ito: told apart by the colour-blind, and in grey by their lightness.
package enum FigureColors {
  package static let ink = Color(hex: 0x1A1A1A)
  package static let faint = Color(hex: 0x6E6E6E)
  package static let rule = Color(hex: 0xC8C8C8)
  package static let paper = Color(hex: 0xFFFFFF)
  package static let curve = Color(hex: 0x0072B2)
  package static let spike = Color(hex: 0xD55E00)
  package static let threshold = Color(hex: 0xD55E00)
  package static let reset = Color(hex: 0x6E6E6E)
  package static let other = Color(hex: 0x009E73)
}
