/// A graph drawn as boxes in a column and arrows in lanes beside them.
import Basics
import Charts
import Terminal
import Workbench

/// Every arrow leaves its source's box in a row of its own, goes up or down in a lane of its own, and ends in a row of
/// its own at its target's box, where its words stand: no two lines are ever one above the other.
struct GraphPlot {
  private struct Lane {
    var column = 0
    var leaves = 0
    var arrives = 0
  }

  private let model: GraphPane.Model
  private let area: Rect
  private let boxWidth: Int
  /// The first row of each box and how many it has.
  private var tops: [Int] = []
  private var heights: [Int] = []
  private var lanes: [Lane]
  /// Rows of the whole drawing, and the first one in view.
  private let rows: Int
  private let first: Int

  init(_ model: GraphPane.Model, in area: Rect) {
    self.model = model
    self.area = area
    let words = model.boxes.flatMap { [$0.name, Self.neurons($0)].map { CharacterWidth.columns(of: $0) } }
    boxWidth = min(max(14, (words.max() ?? 0) + 4), max(14, area.width / 3))
    lanes = model.arrows.indices.map { Lane(column: $0) }
    var row = 0
    for index in model.boxes.indices {
      let ends = Self.place(index, model.arrows, from: row + 1, in: &lanes)
      let height = max(4, ends + 2)
      tops.append(row)
      heights.append(height)
      row += height
    }
    rows = row
    // What does not fit is scrolled so that the selected population is in view.
    let selected = model.boxes.firstIndex(where: \.isSelected) ?? 0
    let wanted = tops[selected] - max(0, area.height - heights[selected]) / 2
    first = max(0, min(wanted, row - area.height))
  }

  /// Gives rows to the ends at one box, those that arrive before those that leave. Returns how many there are.
  private static func place(
    _ box: Int, _ arrows: [GraphPane.Arrow], from row: Int, in lanes: inout [Lane]
  ) -> Int {
    var next = row
    for (index, arrow) in arrows.enumerated() where arrow.target == box {
      lanes[index].arrives = next
      next += 1
    }
    for (index, arrow) in arrows.enumerated() where arrow.source == box {
      lanes[index].leaves = next
      next += 1
    }
    return next - row
  }

  func draw(on canvas: inout Canvas, theme: Theme) {
    for index in model.arrows.indices { drawLines(index, on: &canvas, theme: theme) }
    for index in model.arrows.indices { drawEnds(index, on: &canvas, theme: theme) }
    for index in model.boxes.indices { drawBox(index, on: &canvas, theme: theme) }
    guard rows > area.height else { return }
    if first > 0 { canvas[area.x + area.width - 1, area.y] = Mark.above.cell(theme, theme[.accent]) }
    if first + area.height < rows {
      canvas[area.x + area.width - 1, area.y + area.height - 1] = Mark.further.cell(theme, theme[.accent])
    }
  }

  /// `3 200 × IF_curr_exp`
  private static func neurons(_ box: GraphPane.Box) -> String { "\(NumberText.grouped(box.size)) × \(box.model)" }

  private func drawBox(_ index: Int, on canvas: inout Canvas, theme: Theme) {
    let box = model.boxes[index]
    let y = area.y + tops[index] - first
    let frame = Rect(x: area.x, y: y, width: boxWidth, height: heights[index])
    guard y + frame.height > area.y, y < area.y + area.height else { return }
    canvas.box(
      frame, glyphs: BoxGlyphs(theme.glyphs, isHeavy: box.isSelected),
      style: theme[box.isSelected ? .focusedBorder : .border])
    let rate = box.rate.map { Digits.fixed($0, 1) + " Hz" } ?? ""
    let lines = [(box.name, theme[.heading]), (Self.neurons(box), theme[.text])]
    for (row, line) in lines.enumerated() {
      canvas.write(line.0, x: frame.x + 2, y: y + 1 + row, width: boxWidth - 4, line.1, theme)
    }
    if frame.height >= 5 {
      canvas.write(rate, x: frame.x + 2, y: y + 3, width: boxWidth - 4, theme[.curve], theme)
    } else {
      let room = boxWidth - 5 - CharacterWidth.columns(of: box.name)
      canvas.writeRight(rate, end: frame.x + boxWidth - 2, y: y + 1, width: max(0, room), theme[.curve], theme)
    }
  }

  private func column(_ index: Int) -> Int { area.x + boxWidth + 2 + 2 * lanes[index].column }
  private func y(_ row: Int) -> Int { area.y + row - first }
  /// Right of all lanes.
  private var wordsX: Int { area.x + boxWidth + 3 + 2 * lanes.count }

  private func style(_ index: Int, _ theme: Theme) -> Style {
    let arrow = model.arrows[index]
    let style = theme[arrow.isInhibitory ? .inhibitory : .excitatory]
    return arrow.isSelected ? style.with(.bold) : style
  }

  /// The lane, and the way from the source's box to it.
  private func drawLines(_ index: Int, on canvas: inout Canvas, theme: Theme) {
    let (lane, x, style) = (lanes[index], column(index), style(index, theme))
    let box = BoxGlyphs(theme.glyphs)
    let (top, bottom) = (min(lane.leaves, lane.arrives), max(lane.leaves, lane.arrives))
    for row in top...bottom {
      canvas[x, y(row)] = Cell(box.vertical, style: style)
    }
  }

  private func drawEnds(_ index: Int, on canvas: inout Canvas, theme: Theme) {
    let (lane, x, style) = (lanes[index], column(index), style(index, theme))
    let box = BoxGlyphs(theme.glyphs)
    let start = area.x + boxWidth
    for row in [lane.leaves, lane.arrives] {
      for column in start..<x {
        let crosses = canvas[column, y(row)].scalar == box.vertical.value
        canvas[column, y(row)] = Cell(crosses ? box.cross : box.horizontal, style: style)
      }
      let isUpper = row == min(lane.leaves, lane.arrives)
      canvas[x, y(row)] = Cell(isUpper ? box.topRight : box.bottomRight, style: style)
    }
    let head = model.arrows[index].isInhibitory ? Mark.knob : .below
    canvas[start, y(lane.arrives)] = head.cell(theme, style)
    let wordsStyle = model.arrows[index].isSelected ? theme[.text].with(.bold) : theme[.text]
    let width = area.x + area.width - wordsX - 1
    let labels = model.arrows[index].labels
    let words = labels.first { CharacterWidth.columns(of: $0) <= width } ?? labels.last ?? ""
    canvas.write(words, x: wordsX, y: y(lane.arrives), width: width, wordsStyle, theme)
  }
}
