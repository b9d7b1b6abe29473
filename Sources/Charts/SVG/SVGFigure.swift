/// A figure as SVG: margins, axes, ticks and titles; the marks are drawn by `SVGMarks`.
import Terminal

/// Text stays text in the reader's own sans-serif, so that a journal can set it anew.
package enum SVGFigure {
  /// Of every figure; 640 pixels are the 17 cm of a page at 96 to the inch.
  package static let width = 640.0
  private static let left = 84.0
  private static let right = 20.0
  /// Of a panel with a key beside it.
  private static let keyRight = 104.0
  private static let top = 36.0
  private static let gap = 16.0
  private static let bottom = 46.0
  private static let captionHeight = 18.0

  /// The whole document; equal figures give equal bytes.
  /// - Complexity: O(marks).
  package static func text(_ figure: Figure) -> String {
    let panels = figure.panels.reduce(0) { $0 + $1.height } + gap * Double(max(0, figure.panels.count - 1))
    let caption = figure.caption.isEmpty ? 0 : captionHeight
    var svg = SVGDocument(width: width, height: top + panels + bottom + caption)
    svg.rectangle(x: 0, y: 0, width: svg.width, height: svg.height, fill: FigureColors.paper)
    svg.text(cut(figure.title, to: 80), x: left, y: 22, size: 13, FigureColors.ink, more: " font-weight=\"bold\"")
    var y = top
    let hasKey = figure.panels.contains { $0.key != nil }
    for (index, panel) in figure.panels.enumerated() {
      let area = SVGArea(
        x: left, y: y, width: width - left - (hasKey ? keyRight : right), height: panel.height, panel)
      let isLast = index == figure.panels.count - 1
      draw(panel, in: area, showsTime: isLast || figure.panels[index + 1].x != panel.x, on: &svg)
      y += panel.height + gap
    }
    svg.text(figure.caption, x: left, y: svg.height - 10, size: 10, FigureColors.faint)
    return svg.text(
      title: figure.title, description: description(figure), font: "Helvetica, Arial, Liberation Sans, sans-serif")
  }

  private static func description(_ figure: Figure) -> String {
    let axes = figure.panels.map { panel in
      [panel.y.title, panel.x.title].filter { !$0.isEmpty }.joined(separator: " against ")
    }
    return (axes + [figure.caption]).filter { !$0.isEmpty }.joined(separator: "; ")
  }

  private static func draw(_ panel: Figure.Panel, in area: SVGArea, showsTime: Bool, on svg: inout SVGDocument) {
    for mark in panel.marks { SVGMarks.draw(mark, in: area, on: &svg) }
    svg.outline(x: area.x, y: area.y, width: area.width, height: area.height, stroke: FigureColors.ink)
    drawAcross(panel.x, in: area, hasLabels: showsTime, on: &svg)
    drawUpright(panel.y, in: area, on: &svg)
    if let key = panel.key { drawKey(key, in: area, on: &svg) }
  }

  /// Ticks below, with numbers and title where this is the lowest of the panels that share the axis.
  private static func drawAcross(_ axis: FigureAxis, in area: SVGArea, hasLabels: Bool, on svg: inout SVGDocument) {
    let bottom = area.y + area.height
    let places = axis.labels.map { ($0.text, area.across($0.place)) }
    svg.stroke(path: places.map { "M\(n($0.1)) \(n(bottom))v4" }.joined(), FigureColors.ink, width: 1)
    guard hasLabels else { return }
    for (text, x) in places {
      svg.text(text, x: x, y: bottom + 16, size: 10, FigureColors.ink, anchor: .middle)
    }
    svg.text(
      axis.title, x: area.x + area.width / 2, y: bottom + 34, size: 11, FigureColors.ink, anchor: .middle)
  }

  private static func drawUpright(_ axis: FigureAxis, in area: SVGArea, on svg: inout SVGDocument) {
    let places = axis.labels.map { ($0.text, area.down($0.place)) }
    svg.stroke(path: places.map { "M\(n(area.x)) \(n($0.1))h-4" }.joined(), FigureColors.ink, width: 1)
    var last = -Double.infinity
    // Names of thin bands would lie on one another: the first of them stands.
    for (text, y) in places where abs(y - last) >= 10 {
      svg.text(shortened(text), x: area.x - 7, y: y + 3.5, size: 10, FigureColors.ink, anchor: .end)
      last = y
    }
    // Left of the longest label, by what its letters take at most.
    let longest = places.map { shortened($0.0).count }.max() ?? 0
    let x = area.x - min(70, Double(longest) * 5.8 + 18)
    let y = area.y + area.height / 2
    svg.text(
      axis.title, x: x, y: y, size: 11, FigureColors.ink, anchor: .middle,
      more: " transform=\"rotate(-90 \(n(x)) \(n(y)))\"")
  }

  /// What fits left of an axis.
  private static func shortened(_ name: String) -> String { cut(name, to: 11) }

  private static func cut(_ text: String, to count: Int) -> String {
    text.count > count ? text.prefix(count - 1) + "…" : text
  }

  private static func drawKey(_ key: Figure.ColorKey, in area: SVGArea, on svg: inout SVGDocument) {
    let x = area.x + area.width + 22
    let bar = SVGArea(
      x: x, y: area.y, width: 12, height: min(area.height, 160), across: 0...1, down: key.axis.range,
      isDownward: false)
    let step = bar.height / Double(max(1, key.colors.count))
    for (index, color) in key.colors.enumerated() {
      let top = bar.y + bar.height - Double(index + 1) * step
      svg.fill(path: "M\(n(x)) \(n(top))h12V\(n(top + step))h-12z", color)
    }
    svg.outline(x: x, y: bar.y, width: 12, height: bar.height, stroke: FigureColors.ink)
    for label in key.axis.labels {
      let y = bar.down(label.place)
      svg.stroke(path: "M\(n(x + 12)) \(n(y))h3", FigureColors.ink, width: 1)
      svg.text(label.text, x: x + 18, y: y + 3.5, size: 10, FigureColors.ink)
    }
    svg.text(key.axis.title, x: x, y: bar.y + bar.height + 16, size: 10, FigureColors.ink)
  }

  private static func n(_ value: Double) -> String { SVGDocument.number(value) }
}
