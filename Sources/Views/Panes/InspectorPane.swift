/// The selected neuron: its model, every parameter to change, its state, its synapses and its spikes.
import Basics
import Charts
package import Debugger
import NetworkModel
package import Terminal
package import Workbench

package enum InspectorPane: Pane {
  package struct Model: Equatable, Sendable {
    var neuron = ""
    /// The neurons that a change goes to.
    var target = ""
    var size = 0
    var modelName = ""
    var plainName = ""
    var equations: [String] = []
    var rows: [InspectorLine] = []
    var parameterCount = 0
    var selectedRow = 0
    var field: TextField?
    var facts: [InspectorFact] = []
    var isFocused = false
    var hasNetwork = false
  }

  package static let descriptor = PaneDescriptor(
    id: .inspector, title: "Inspector", doc: "Every parameter of the selection, to be changed live, and its state.")

  // Always answered: the request names the neuron in any case.
  package static func observe(
    _ state: WorkbenchState, size: Size, glyphs: GlyphSet, _ request: inout ObservationRequest
  ) {}

  package static func model(_ state: WorkbenchState, _ snapshot: Snapshot?) -> Model {
    var model = Model()
    guard let population = state.selectedPopulation else { return model }
    model.hasNetwork = true
    model.neuron = state.neuronText
    model.size = population.size
    model.modelName = population.model
    model.selectedRow = state.inspector.row
    model.target = state.inspectorTarget.map { $0.isWhole ? "all of \($0.text)" : "\($0.text) only" } ?? ""
    model.field = state.inspector.field
    model.isFocused = state.focus == .inspector && state.overlay == nil
    guard let descriptor = state.selectedModel else { return model }
    model.plainName = descriptor.plainName
    model.equations = descriptor.equations
    model.parameterCount = descriptor.parameters.count
    let values = state.values(snapshot)
    model.rows = InspectorRow.rows(of: descriptor, showing: values).map(InspectorLine.init)
    let label = state.document?.spec.label(of: state.neuron.index, in: population.name)
    model.facts = label.map { [InspectorFact(name: "label", value: $0)] } ?? []
    model.facts +=
      values.map {
        InspectorFact.facts($0, dt: state.network?.dt ?? Milliseconds(1), fires: descriptor.fires && population.fires)
      } ?? []
    return model
  }

  package static func details(_ model: Model) -> [String] {
    model.hasNetwork ? ["\(model.neuron) of \(NumberText.grouped(model.size))", model.neuron] : []
  }

  package static func draw(_ model: Model, in area: Rect, on canvas: inout Canvas, theme: Theme) {
    guard model.hasNetwork else {
      return canvas.writeCentered(["Nothing is selected: no network is open.", Words.openSomething], in: area, theme)
    }
    let inside = Rect(x: area.x + 1, y: area.y, width: area.width - 1, height: area.height)
    drawHeader(model, in: inside, on: &canvas, theme: theme)
    let header = 2
    let facts = min(model.facts.count, max(0, inside.height - header - 6))
    let room = inside.height - header - facts
    let needed = InspectorList.height(model)
    let list = Rect(x: area.x, y: area.y + header, width: area.width, height: min(room, needed))
    InspectorList.draw(model, in: list, on: &canvas, theme: theme)
    let below = Rect(
      x: inside.x, y: list.y + list.height, width: inside.width, height: inside.height - header - list.height)
    drawFacts(Array(model.facts.prefix(facts)), in: below, on: &canvas, theme: theme)
    let rest = Rect(x: below.x, y: below.y + facts, width: below.width, height: below.height - facts)
    drawExplanation(model, in: rest, on: &canvas, theme: theme)
  }

  /// The model's two names, and whom a change concerns.
  private static func drawHeader(_ model: Model, in area: Rect, on canvas: inout Canvas, theme: Theme) {
    let names = [
      (model.modelName, theme[.heading]), (model.plainName.isEmpty ? "" : "  \(model.plainName)", theme[.faint]),
    ]
    canvas.write(names, x: area.x, y: area.y, width: area.width, theme)
    let scope = [("edits ", theme[.faint]), (model.target, theme[.accent])]
    canvas.write(scope, x: area.x, y: area.y + 1, width: area.width, theme)
  }

  private static func drawFacts(_ facts: [InspectorFact], in area: Rect, on canvas: inout Canvas, theme: Theme) {
    for (index, fact) in facts.enumerated() {
      canvas.write(fact.name, x: area.x, y: area.y + index, width: area.width, theme[.faint], theme)
      canvas.write(
        fact.value, x: area.x + InspectorList.nameWidth, y: area.y + index,
        width: area.width - InspectorList.nameWidth, theme[.text], theme)
    }
  }

  /// What the selected row means, then the equations, as far as there is room.
  private static func drawExplanation(_ model: Model, in area: Rect, on canvas: inout Canvas, theme: Theme) {
    var lines: [(String, Style)] = []
    if let row = model.rows.element(model.selectedRow) {
      lines.append(("", .plain))
      lines += PlainText.wrap("\(row.name): \(row.doc)", width: area.width - 1).map { ($0, theme[.text]) }
    }
    if !model.equations.isEmpty {
      lines.append(("", .plain))
      for equation in model.equations {
        lines += PlainText.wrap(equation, width: area.width - 3).enumerated().map {
          (($0.offset == 0 ? "" : "  ") + $0.element, theme[.faint])
        }
      }
    }
    for (index, line) in lines.prefix(max(0, area.height)).enumerated() {
      canvas.write(line.0, x: area.x, y: area.y + index, width: area.width, line.1, theme)
    }
  }
}
