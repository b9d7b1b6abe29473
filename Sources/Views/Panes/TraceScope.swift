/// What makes an oscilloscope of the trace: the trigger's marks, the cursors, and what these read.
import Basics
import Charts
import Debugger
import Terminal
import Workbench

/// The part of the trace's model that is about triggers and cursors.
struct TraceScope: Equatable, Sendable {
  var trigger: ObservationRequest.Trigger?
  var sweep = TraceSnapshot.Sweep.free
  /// How long before the right edge each cursor stands, and which one keys move.
  var cursors: [Milliseconds] = []
  var active = 0
  var readings: [TraceSnapshot.Reading] = []
  var dt = Milliseconds(0)

  /// How much of the picture lies before the trigger; nil where it ends now.
  func lead(_ trace: TraceSnapshot) -> Milliseconds? {
    guard case .triggered(let time) = sweep else { return nil }
    return Milliseconds(time.value - (trace.end.value - trace.window.value))
  }

  /// For the title: `auto`, `normal, falling`, `waits for a spike`; nil where the trace runs freely.
  func words(_ dimension: Dimension) -> String? {
    guard let trigger else { return nil }
    let level = trigger.level.map { NumberText.quantity($0, dimension) }
    // Rising is what everybody expects of a trigger.
    let edge = level == nil || trigger.edge == .rising ? nil : trigger.edge.rawValue
    guard sweep == .waiting else {
      return [trigger.isAutomatic ? "auto" : "normal", edge].compactMap(\.self).joined(separator: ", ")
    }
    return ["waits for", level ?? "a spike", edge].compactMap(\.self).joined(separator: " ")
  }

  /// What the cursors read, and how far they are apart: in one line where it fits.
  func lines(_ trace: TraceSnapshot, _ dimension: Dimension, width: Int) -> [String] {
    guard readings.count == 2 else { return [] }
    let zero = if case .triggered(let time) = sweep { time.value } else { trace.end.value }
    let decimals = max(0, Words.decimals(ofStep: dt) - 3)
    let time = { (value: Double) in Digits.fixed(value, decimals) + " ms" }
    let value = { (value: Double) in value.isFinite ? Words.steady(value, dimension) : "–" }
    let names = zip("AB", readings).map { name, reading in
      "\(name) \(time(reading.time.value - zero)) \(value(reading.value))"
    }
    let span = readings[1].time.value - readings[0].time.value
    let rate = span == 0 ? "–" : "\(NumberText.significant(1000 / abs(span))) Hz"
    let spans = [
      "Δt \(time(span))", "Δ\(trace.variable) \(value(readings[1].value - readings[0].value))", "1/Δt \(rate)",
    ]
    let together = FactLines.lines(of: names + spans, width: width)
    return together.count == 1
      ? together : FactLines.lines(of: names, width: width) + FactLines.lines(of: spans, width: width)
  }

  /// A line for each cursor, behind the curve, with its letter at the top.
  func drawCursors(in area: Rect, _ window: Milliseconds, on canvas: inout Canvas, theme: Theme) {
    let box = BoxGlyphs(theme.glyphs)
    for (index, age) in cursors.enumerated() where window.value > 0 {
      let x = area.x + Scale(-window.value...0, places: area.width).place(-age.value)
      let style = index == active ? theme[.accent].with(.bold) : theme[.accent]
      for y in area.y..<area.y + area.height where canvas[x, y].scalar == 0x20 {
        canvas[x, y] = Cell(box.vertical, style: style)
      }
      let letter: Unicode.Scalar = index == 0 ? "A" : "B"
      canvas[x, area.y] = Cell(letter, style: index == active ? theme[.selection] : style)
    }
  }

  /// Points at the trigger: its time at the top, its level at the axis.
  func drawTrigger(
    in area: Rect, lead: Milliseconds?, _ window: Milliseconds, levelRow: Int?, on canvas: inout Canvas, theme: Theme
  ) {
    guard trigger != nil else { return }
    if let levelRow { canvas[area.x - 1, levelRow] = Mark.selected.cell(theme, theme[.warning]) }
    guard let lead, window.value > 0 else { return }
    let x = area.x + Scale(0...window.value, places: area.width).place(lead.value)
    canvas[x, area.y] = Mark.column.cell(theme, theme[.warning])
  }
}
