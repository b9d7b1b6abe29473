/// The marks of a figure as paths: one path a colour, whatever the number of marks.
import Terminal

enum SVGMarks {
  static func draw(_ mark: FigureMark, in area: SVGArea, on svg: inout SVGDocument) {
    switch mark {
    case .strokes(let points, let height, let color):
      svg.stroke(path: strokes(points, height: height, in: area), color, width: 0.8)
    case .uprights(let places, let span, let color):
      let (top, bottom) = (area.down(span.upperBound), area.down(span.lowerBound))
      svg.stroke(path: places.map { "M\(n(area.across($0))) \(n(bottom))V\(n(top))" }.joined(), color, width: 0.8)
    case .columns(let values, let span, let color):
      svg.fill(path: columns(values, span, in: area), color)
    case .envelope(let minima, let maxima, let span, let color):
      svg.stroke(path: curve(minima, maxima, span, in: area), color, width: 1)
    case .tiles(let tiles):
      for (index, color) in tiles.colors.enumerated() { svg.fill(path: path(of: index, tiles, in: area), color) }
    case .line(let points, let isDashed, let color):
      svg.stroke(path: line(points, in: area), color, width: 1, dashes: isDashed ? "4 3" : "")
    case .dots(let points, let color): svg.fill(path: dots(points, in: area), color, isRound: true)
    case .bars(let values, let foot, let color): svg.fill(path: bars(values, from: foot, in: area), color)
    case .upright(let value, let name, let color): upright(value, name, color, in: area, on: &svg)
    case .level(let value, let name, let color): level(value, name, color, in: area, on: &svg)
    case .divider(let value):
      svg.stroke(path: "M\(n(area.x)) \(n(area.down(value)))h\(n(area.width))", FigureColors.rule, width: 0.8)
    case .words(let words):
      svg.text(
        words, x: area.x + area.width / 2, y: area.y + area.height / 2, size: 11, FigureColors.faint, anchor: .middle)
    }
  }

  private static func strokes(_ points: [FigurePoint], height: Double, in area: SVGArea) -> String {
    // A spike of one in very many neurons is still seen.
    let length = max(0.8, area.heightOf(height))
    return points.map { "M\(n(area.across($0.x))) \(n(area.down($0.y) - length / 2))v\(n(length))" }.joined()
  }

  /// Neighbours of one value are one step of the outline.
  private static func columns(_ values: [Double], _ span: ClosedRange<Double>, in area: SVGArea) -> String {
    let bottom = area.down(0)
    var path = ""
    var index = 0
    while index < values.count {
      let value = values[index]
      let start = index
      while index < values.count, values[index] == value || index == start { index += 1 }
      guard !value.isNaN, value != 0 else { continue }
      let (left, right) = (edge(start, values.count, span, area), edge(index, values.count, span, area))
      path += "M\(n(left)) \(n(bottom))V\(n(area.down(value)))H\(n(right))V\(n(bottom))z"
    }
    return path
  }

  /// From the least to the greatest value of each column and on to the next, as the value itself goes up and down.
  private static func curve(
    _ minima: [Float], _ maxima: [Float], _ span: ClosedRange<Double>, in area: SVGArea
  ) -> String {
    let count = min(minima.count, maxima.count)
    var path = ""
    var isDrawing = false
    var last = 0.0
    for index in 0..<count {
      guard !minima[index].isNaN, !maxima[index].isNaN else {
        isDrawing = false
        continue
      }
      let middle = (edge(index, count, span, area) + edge(index + 1, count, span, area)) / 2
      let (low, high) = (area.down(Double(minima[index])), area.down(Double(maxima[index])))
      // Begins at the end that is nearer to where the curve comes from.
      let risesFirst = isDrawing && abs(last - high) < abs(last - low)
      let (first, second) = risesFirst ? (high, low) : (low, high)
      path += (isDrawing ? "L" : "M") + "\(n(middle)) \(n(first))"
      if first != second { path += "V\(n(second))" }
      last = second
      isDrawing = true
    }
    return path
  }

  /// The cells of one colour; neighbours in a row are one rectangle.
  private static func path(of color: Int, _ tiles: FigureTiles, in area: SVGArea) -> String {
    var path = ""
    for row in 0..<tiles.rows {
      let (top, bottom) = (
        area.down(place(row, tiles.rows, tiles.down)), area.down(place(row + 1, tiles.rows, tiles.down))
      )
      var column = 0
      while column < tiles.columns {
        let start = column
        while column < tiles.columns, tiles.cells[row * tiles.columns + column] == color { column += 1 }
        if column == start {
          column += 1
          continue
        }
        let (left, right) = (
          edge(start, tiles.columns, tiles.across, area), edge(column, tiles.columns, tiles.across, area)
        )
        path += "M\(n(left)) \(n(top))H\(n(right))V\(n(bottom))H\(n(left))z"
      }
    }
    return path
  }

  private static func line(_ points: [FigurePoint], in area: SVGArea) -> String {
    var isDrawing = false
    return points.reduce(into: "") { path, point in
      let isSeen = area.contains(point)
      if isSeen { path += "\(isDrawing ? "L" : "M")\(n(area.across(point.x))) \(n(area.down(point.y)))" }
      isDrawing = isSeen
    }
  }

  private static let dotRadius = 2.2

  private static func dots(_ points: [FigurePoint], in area: SVGArea) -> String {
    let (radius, width) = (n(dotRadius), n(2 * dotRadius))
    return points.filter(area.contains).map { point in
      "M\(n(area.across(point.x) - dotRadius)) \(n(area.down(point.y)))"
        + "a\(radius) \(radius) 0 1 0 \(width) 0a\(radius) \(radius) 0 1 0 -\(width) 0z"
    }.joined()
  }

  /// A fifth of every bar's place stays free.
  private static func bars(_ values: [Double], from foot: Double, in area: SVGArea) -> String {
    values.enumerated().filter { !$0.element.isNaN }.map { index, value in
      let (top, bottom) = (area.down(Double(index) + 0.1), area.down(Double(index) + 0.9))
      return "M\(n(area.across(foot))) \(n(top))H\(n(area.across(value)))V\(n(bottom))H\(n(area.across(foot)))z"
    }.joined()
  }

  private static func upright(
    _ value: Double, _ name: String, _ color: Color, in area: SVGArea, on svg: inout SVGDocument
  ) {
    let x = area.across(value)
    svg.stroke(path: "M\(n(x)) \(n(area.y))v\(n(area.height))", color, width: 0.8, dashes: "5 3")
    // On the side with more room.
    let isLeft = x > area.x + area.width * 0.75
    svg.text(
      name, x: isLeft ? x - 4 : x + 4, y: area.y + 12, size: 10, color, anchor: isLeft ? .end : .start)
  }

  private static func level(
    _ value: Double, _ name: String, _ color: Color, in area: SVGArea, on svg: inout SVGDocument
  ) {
    let y = area.down(value)
    svg.stroke(path: "M\(n(area.x)) \(n(y))h\(n(area.width))", color, width: 0.8, dashes: "5 3")
    svg.text(name, x: area.x + area.width - 5, y: y - 4, size: 10, color, anchor: .end)
  }

  private static func edge(_ index: Int, _ count: Int, _ span: ClosedRange<Double>, _ area: SVGArea) -> Double {
    area.across(place(index, count, span))
  }

  /// Where the part `index` of `count` equal ones of a span begins.
  private static func place(_ index: Int, _ count: Int, _ span: ClosedRange<Double>) -> Double {
    span.lowerBound + (span.upperBound - span.lowerBound) * Double(index) / Double(max(1, count))
  }

  private static func n(_ value: Double) -> String { SVGDocument.number(value) }
}
