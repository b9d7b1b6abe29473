/// The answer to the last "why": a sentence, and v as a sum of shares up to the threshold.
import Basics
package import Debugger
package import Terminal
package import Workbench

package enum WhyPane: Pane {
  package struct Model: Equatable, Sendable {
    var sheet: WhySheet?
    /// The row where one stands.
    var row = 0
    /// The neurons that were asked about, the first first.
    var trail: [String] = []
    /// What is being done about a question that is not answered yet.
    var waiting: String?
    var isFocused = false
    var hasNetwork = false
  }

  package static let descriptor = PaneDescriptor(
    id: .why, title: "Why", doc: "Why a neuron fired or stayed silent, or a weight changed: every cause with its share."
  )

  package static func observe(
    _ state: WorkbenchState, size: Size, glyphs: GlyphSet, _ request: inout ObservationRequest
  ) {}

  package static func model(_ state: WorkbenchState, _ snapshot: Snapshot?) -> Model {
    Model(
      sheet: state.why.place?.sheet, row: state.why.place?.row ?? 0,
      trail: state.why.trail.map { state.name(of: $0.question) }, waiting: state.questionWords,
      isFocused: state.focus == .why, hasNetwork: state.network != nil)
  }

  package static func details(_ model: Model) -> [String] {
    if let words = model.waiting { return [words] }
    guard let last = model.trail.last else { return [] }
    return model.trail.count > 1 ? [model.trail.joined(separator: " ← "), last] : [last]
  }

  package static func draw(_ model: Model, in area: Rect, on canvas: inout Canvas, theme: Theme) {
    guard model.hasNetwork else { return canvas.writeNoNetwork(in: area, theme) }
    guard let sheet = model.sheet else {
      let words =
        model.waiting.map { [$0.prefix(1).uppercased() + $0.dropFirst()] }
        ?? ["Nothing was asked yet.", Words.advice("why", "asks why the selected neuron fired.")]
      return canvas.writeCentered(words, in: area, theme)
    }
    var rest = drawSentences(sheet, in: area, on: &canvas, theme)
    rest.height -= drawRow(model, sheet, in: rest, on: &canvas, theme)
    WhyTable(sheet, row: model.row, isFocused: model.isFocused, in: rest).draw(on: &canvas, theme)
  }

  /// All that is to be said of the row where one stands, below the table, for there it may be cut. Returns how many lines
  /// that takes.
  private static func drawRow(
    _ model: Model, _ sheet: WhySheet, in area: Rect, on canvas: inout Canvas, _ theme: Theme
  ) -> Int {
    guard sheet.rows.indices.contains(model.row), !sheet.rows[model.row].detail.isEmpty else { return 0 }
    let row = sheet.rows[model.row]
    let lines = LineBreaking.lines("\(row.label), \(row.detail)", width: max(8, area.width - 1))
    guard area.height >= min(sheet.rows.count, 6) + lines.count + 2 else { return 0 }
    let first = area.y + area.height - lines.count
    for (index, line) in lines.enumerated() {
      canvas.write(line, x: area.x, y: first + index, width: area.width, theme[.heading], theme)
    }
    return lines.count + 1
  }

  /// What was found, above the table, to which some lines are left. Returns where the table goes.
  private static func drawSentences(_ sheet: WhySheet, in area: Rect, on canvas: inout Canvas, _ theme: Theme) -> Rect {
    let most = sheet.rows.isEmpty ? area.height : max(1, min(area.height / 2, area.height - 5))
    var y = area.y
    for (place, text) in ([sheet.headline] + sheet.facts).enumerated() {
      for line in LineBreaking.lines(text, width: max(8, area.width)) where y < area.y + most {
        canvas.write(line, x: area.x, y: y, width: area.width, theme[place == 0 ? .heading : .text], theme)
        y += 1
      }
    }
    return Rect(x: area.x, y: y, width: area.width, height: area.y + area.height - y)
  }
}

extension WorkbenchState {
  /// Whom a question is about.
  fileprivate func name(of question: WhyQuestion) -> String {
    func name(_ neuron: NeuronAddress) -> String {
      "\(network?.populations.element(neuron.population)?.name ?? "")[\(neuron.index)]"
    }
    switch question {
    case .neuron(let neuron, let tick, _):
      let time = tick.map { " \(NumberText.time($0.time(dt: network?.dt ?? Milliseconds(1))))" } ?? ""
      return name(neuron) + time
    case .silence(let neuron, _, _): return name(neuron)
    case .weight(let source, let target, _, _, _): return "\(name(source)) → \(name(target))"
    }
  }
}
