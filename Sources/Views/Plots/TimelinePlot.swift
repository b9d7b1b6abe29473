/// A timeline drawn: lines that leave one another, signs on them, words and times below.
import Basics
import Charts
import Debugger
import Terminal
import Workbench

enum TimelinePlot {
  static func drawLanes(
    _ plan: TimelinePlan, _ model: TimelinePane.Model, on canvas: inout Canvas, theme: Theme
  ) {
    for lane in plan.lanes {
      let isPresent = lane.branch.number == model.branch
      if model.lanes.count > 1 {
        canvas.write(
          lane.branch.name, x: 1 + plan.plot.x - plan.gutter, y: lane.y, width: plan.gutter - 2,
          theme[isPresent ? .heading : .faint], theme)
      }
      let light = BoxGlyphs(theme.glyphs)
      canvas.line(light.horizontal, x: lane.start, y: lane.y, width: lane.end - lane.start + 1, theme[.border])
      guard lane.branch.parent != nil else { continue }
      canvas[lane.start, lane.y] = Cell(light.bottomLeft, style: theme[.border])
      guard let parentY = lane.parentY else { continue }
      for y in parentY + 1..<max(parentY + 1, lane.y) {
        let isFree = canvas[lane.start, y].scalar == UInt32(0x20)
        canvas[lane.start, y] = Cell(isFree ? light.vertical : light.cross, style: theme[.border])
      }
      canvas[lane.start, parentY] = Cell(light.fromTop, style: theme[.border])
    }
    drawWay(plan, model, on: &canvas, theme: theme)
  }

  /// How the run came to where it stands, heavier than what it did besides.
  private static func drawWay(
    _ plan: TimelinePlan, _ model: TimelinePane.Model, on canvas: inout Canvas, theme: Theme
  ) {
    let heavy = BoxGlyphs(theme.glyphs, isHeavy: true)
    var (branch, until): (Int?, Tick) = (model.branch, model.now)
    while let number = branch, let found = model.lanes.first(where: { $0.branch.number == number })?.branch {
      let start = found.parent == nil ? model.earliest : found.fork
      if until >= start, let lane = plan.lanes.first(where: { $0.branch.number == number }) {
        let first = found.parent == nil ? lane.start : lane.start + 1
        canvas.line(heavy.horizontal, x: first, y: lane.y, width: plan.x(of: until) - first + 1, theme[.accent])
      }
      (branch, until) = (found.parent, min(until, found.fork))
    }
  }

  static func drawSigns(_ plan: TimelinePlan, on canvas: inout Canvas, theme: Theme) {
    for sign in plan.signs {
      canvas[sign.x, sign.y] = sign.mark.kind.mark.cell(theme, theme[sign.mark.kind.role])
    }
    guard let now = plan.now else { return }
    canvas[now.x, now.y] = Mark.now.cell(theme, theme[.heading])
    canvas.cursor = now
  }

  /// Words below the line for as many signs as there is room for: where the run stands first, then what is nearest to it.
  static func drawLabels(
    _ plan: TimelinePlan, _ model: TimelinePane.Model, on canvas: inout Canvas, theme: Theme
  ) {
    guard plan.labelRows > 0 else { return }
    var taken = [[Range<Int>]](repeating: [], count: plan.labelRows)
    let bounds = plan.plot.x - 1..<plan.plot.x + plan.plot.width
    func write(_ mark: Mark, _ words: String, at x: Int, _ role: Role) {
      let width = min(36, CharacterWidth.columns(of: words)) + 2
      let start = max(bounds.lowerBound, min(x, bounds.upperBound - width))
      let range = start..<min(start + width, bounds.upperBound)
      for row in taken.indices {
        if taken[row].contains(where: { $0.overlaps(range.lowerBound - 1..<range.upperBound + 1) }) { continue }
        taken[row].append(range)
        let y = plan.plot.y + plan.plot.height + row
        canvas[range.lowerBound, y] = mark.cell(theme, theme[role])
        canvas.write(words, x: range.lowerBound + 2, y: y, width: range.count - 2, theme[.faint], theme)
        return
      }
    }
    if let now = plan.now { write(.now, model.going.map { "going to \($0)" } ?? "now", at: now.x, .heading) }
    let signs = plan.signs.sorted { abs($0.x - (plan.now?.x ?? 0)) < abs($1.x - (plan.now?.x ?? 0)) }
    for sign in signs where !sign.mark.words.isEmpty {
      write(sign.mark.kind.mark, sign.mark.words, at: sign.x, sign.mark.kind.role)
    }
  }

  static func drawTimes(
    _ plan: TimelinePlan, _ model: TimelinePane.Model, on canvas: inout Canvas, theme: Theme
  ) {
    let y = plan.plot.y + plan.plot.height + plan.labelRows
    let domain = model.earliest.time(dt: model.dt).value...model.last.time(dt: model.dt).value
    let inSeconds = domain.upperBound >= 2000
    let unit = inSeconds ? 1000.0 : 1
    let scaled = domain.lowerBound / unit...domain.upperBound / unit
    let axis = Axis(scaled, ticks: max(2, min(9, plan.plot.width / 12)))
    let scale = Scale(scaled, places: plan.plot.width)
    var free = plan.plot.x - 1
    for (index, tick) in axis.ticks.enumerated() {
      let label = Digits.fixed(tick, axis.decimals) + (index == 0 ? inSeconds ? " s" : " ms" : "")
      let start = max(free, min(plan.plot.x + scale.place(tick), plan.plot.x + plan.plot.width - label.count))
      if start < free || start + label.count > plan.plot.x + plan.plot.width { break }
      canvas.write(label, x: start, y: y, width: label.count, theme[.faint], theme)
      free = start + label.count + 1
    }
  }
}
