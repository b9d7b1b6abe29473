/// Where a panel lies on the paper, and from its values to places there.

struct SVGArea {
  let x: Double
  let y: Double
  let width: Double
  let height: Double
  private let acrossRange: ClosedRange<Double>
  private let downRange: ClosedRange<Double>
  private let isDownward: Bool

  init(x: Double, y: Double, width: Double, height: Double, _ panel: Figure.Panel) {
    self.init(
      x: x, y: y, width: width, height: height, across: panel.x.range, down: panel.y.range,
      isDownward: panel.y.isDownward)
  }

  init(
    x: Double, y: Double, width: Double, height: Double, across: ClosedRange<Double>, down: ClosedRange<Double>,
    isDownward: Bool
  ) {
    (self.x, self.y, self.width, self.height) = (x, y, width, height)
    acrossRange = across
    downRange = down
    self.isDownward = isDownward
  }

  /// The place of a value of the x axis, kept within the panel.
  func across(_ value: Double) -> Double { x + width * Self.fraction(value, acrossRange) }

  /// The place of a value of the y axis, kept within the panel.
  func down(_ value: Double) -> Double {
    let fraction = Self.fraction(value, downRange)
    return y + height * (isDownward ? fraction : 1 - fraction)
  }

  /// Whether a point lies within the panel.
  func contains(_ point: FigurePoint) -> Bool { acrossRange.contains(point.x) && downRange.contains(point.y) }

  /// How high a part of the y axis is.
  func heightOf(_ part: Double) -> Double {
    let span = downRange.upperBound - downRange.lowerBound
    return span > 0 ? height * min(1, abs(part) / span) : 0
  }

  /// The middle for a range without width.
  private static func fraction(_ value: Double, _ range: ClosedRange<Double>) -> Double {
    let span = range.upperBound - range.lowerBound
    guard span > 0, !value.isNaN else { return 0.5 }
    return min(max((value - range.lowerBound) / span, 0), 1)
  }
}
