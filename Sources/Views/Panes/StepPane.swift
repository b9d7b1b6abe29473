/// One step of the selected neuron taken apart: five phases, the present one with its formulas and numbers.
import Basics
package import Debugger
package import Terminal
package import Workbench

package enum StepPane: Pane {
  package struct Model: Equatable, Sendable {
    var words: StepWords?
    /// The phase that is looked at, from 0.
    var phase = 0
    /// Whether the session still stands before the step.
    var isPresent = true
    var hasNetwork = false
  }

  package static let descriptor = PaneDescriptor(
    id: .step, title: "One step",
    doc: "The next step of the selected neuron: charge, fire, reset, deliver, learn, with its numbers in the formulas.")

  package static func observe(
    _ state: WorkbenchState, size: Size, glyphs: GlyphSet, _ request: inout ObservationRequest
  ) {}

  package static func model(_ state: WorkbenchState, _ snapshot: Snapshot?) -> Model {
    Model(
      words: state.step.map { StepWords($0, models: state.models) }, phase: state.phase,
      isPresent: state.step.map { $0.tick == state.tick && $0.neuron == state.neuron } ?? true,
      hasNetwork: state.network != nil)
  }

  package static func details(_ model: Model) -> [String] {
    guard let words = model.words else { return [] }
    return [words.title, String(words.title.prefix { $0 != " " })]
  }

  package static func draw(_ model: Model, in area: Rect, on canvas: inout Canvas, theme: Theme) {
    guard model.hasNetwork else { return canvas.writeNoNetwork(in: area, theme) }
    guard let words = model.words else {
      let lines = ["No step has been taken apart.", Words.advice("phase", "takes the next one apart.")]
      return canvas.writeCentered(lines, in: area, theme)
    }
    var y = area.y
    for (index, phase) in words.phases.enumerated() where y < area.y + area.height {
      let isHere = index == model.phase
      let role: Role = isHere ? .heading : index < model.phase ? .text : .faint
      if isHere { canvas[area.x, y] = Mark.selected.cell(theme, theme[.accent]) }
      canvas.write(phase.name, x: area.x + 2, y: y, width: 8, theme[role], theme)
      canvas.write(
        phase.summary, x: area.x + textColumn, y: y, width: area.width - textColumn - 1, theme[role], theme)
      y += 1
      guard isHere else { continue }
      // The phases that follow keep a line each.
      let room = area.y + area.height - y - (words.phases.count - 1 - index)
      y += drawLines(of: phase, room: room, x: area.x + textColumn, y: y, area, on: &canvas, theme: theme)
    }
    drawFoot(model, words, from: y, in: area, on: &canvas, theme: theme)
  }

  private static let textColumn = 11

  /// What moves comes first, then how. Returns how many lines it took.
  private static func drawLines(
    of phase: StepWords.Phase, room: Int, x: Int, y: Int, _ area: Rect, on canvas: inout Canvas, theme: Theme
  ) -> Int {
    let width = area.x + area.width - x - 1
    let table = phase.changes.count > 1 ? StepChange.aligned(phase.changes) : []
    let blocks =
      phase.formulas.map { $0.lines(width: width) } + phase.remarks.filter { $0 != phase.summary }.map { [$0] }
    let wrapped = fitting(blocks.map { $0.flatMap { wrap($0, width, theme) } }, max(0, room - table.count))
    var row = 0
    for (index, line) in table.prefix(max(0, room)).enumerated() {
      let role: Role = phase.changes[index].isMoved ? .heading : .faint
      canvas.write(line, x: x, y: y + row, width: width, theme[role], theme)
      row += 1
    }
    for line in wrapped {
      canvas.write(line, x: x, y: y + row, width: width, theme[.text], theme)
      row += 1
    }
    return row
  }

  /// What v becomes stands last of the formulas: where there is little room, helpers go first, each as a whole.
  private static func fitting(_ blocks: [[String]], _ room: Int) -> [String] {
    var shown: [String] = []
    for (index, block) in blocks.enumerated().reversed() {
      let isAll = index == 0 && shown.count + block.count <= room
      guard isAll || shown.count + block.count < room else { return room > 0 ? ["…"] + shown : [] }
      shown = block + shown
    }
    return shown
  }

  private static func wrap(_ line: String, _ width: Int, _ theme: Theme) -> [String] {
    let indent = String(line.prefix { $0 == " " })
    // Where there is no sign for a product, a hyphen must not stand for it.
    let signs = theme.glyphs == .ascii ? String(line.map { $0 == "·" ? "*" : $0 }) : line
    return PlainText.wrap(String(signs.dropFirst(indent.count)), width: width - indent.count - 4)
      .enumerated().map { indent + ($0 == 0 ? "" : "    ") + $1 }
  }

  private static func drawFoot(
    _ model: Model, _ words: StepWords, from y: Int, in area: Rect, on canvas: inout Canvas, theme: Theme
  ) {
    let advice =
      model.isPresent
      ? Words.advice("phase", model.phase + 1 < words.phases.count ? "goes on to the next phase." : "makes the step.")
      : Words.advice("phase", "takes the next step apart; this one has been made.")
    let lines = (model.phase == 0 ? words.notes : []) + [advice]
    let room = area.y + area.height - y
    for (row, line) in lines.suffix(max(0, room - 1)).enumerated() {
      canvas.write(line, x: area.x + textColumn, y: y + 1 + row, width: area.width - textColumn, theme[.faint], theme)
    }
  }

  package static func words(_ model: Model) -> [PlainLine]? {
    guard let words = model.words else { return nil }
    return words.phases.enumerated().flatMap { index, phase in
      [PlainLine("\(phase.name): \(phase.summary)", isSelected: index == model.phase)]
        + (index == model.phase ? phase.lines.map { PlainLine($0) } : [])
    }
  }
}
