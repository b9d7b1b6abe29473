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
    var isWaiting = false
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
      trail: state.why.trail.map { state.name(of: $0.question) }, isWaiting: state.why.waiting != nil,
      isFocused: state.focus == .why, hasNetwork: state.network != nil)
  }

  package static func details(_ model: Model) -> [String] {
    if model.isWaiting { return ["looking back …"] }
    guard let last = model.trail.last else { return [] }
    return model.trail.count > 1 ? [model.trail.joined(separator: " ← "), last] : [last]
  }

  package static func draw(_ model: Model, in area: Rect, on canvas: inout Canvas, theme: Theme) {
    guard model.hasNetwork else { return canvas.writeNoNetwork(in: area, theme) }
    guard let sheet = model.sheet else {
      let words =
        model.isWaiting
        ? ["Looking back …"] : ["Nothing was asked yet.", Words.advice("why", "asks why the selected neuron fired.")]
      return canvas.writeCentered(words, in: area, theme)
    }
    let rest = drawSentences(sheet, in: area, on: &canvas, theme)
    WhyTable(sheet, row: model.row, isFocused: model.isFocused, in: rest).draw(on: &canvas, theme)
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
    case .weight(let source, let target, _, _): return "\(name(source)) → \(name(target))"
    }
  }
}
