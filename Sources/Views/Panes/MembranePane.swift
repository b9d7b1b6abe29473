/// The membranes of neighbouring neurons as bars, with threshold, reset and refractory time.
import Basics
import Charts
package import Debugger
package import Terminal
package import Workbench

/// The page of the selected neuron's population that holds it.
package enum MembranePane: Pane {
  package struct Model: Equatable, Sendable {
    var population = ""
    /// How many are shown, and in which order where that is not the one of indices.
    var size = 0
    var order = ""
    var isSorted = false
    var bars: BarsSnapshot?
    /// The selected neuron's index.
    var selected = 0
    /// Of v; nil where the model has no membrane.
    var dimension: Dimension?
    var timeUnit = "ms"
    var isFocused = false
    var hasNetwork = false
  }

  package static let descriptor = PaneDescriptor(
    id: .membrane, title: "Membrane", doc: "Potentials against threshold and reset, a page of neurons at a time.")

  package static func observe(
    _ state: WorkbenchState, size: Size, glyphs: GlyphSet, _ request: inout ObservationRequest
  ) {
    guard state.selectedPopulation != nil else { return }
    let shown = state.shownCount(of: state.neuron.population)
    let count = max(1, size.rows - legendRows(size.rows, neurons: shown))
    let first = max(0, state.position(of: state.neuron) ?? 0) / count * count
    request.bars = ObservationRequest.Page(
      population: state.neuron.population, first: first, count: max(1, min(count, shown - first)))
  }

  package static func model(_ state: WorkbenchState, _ snapshot: Snapshot?) -> Model {
    var model = Model()
    guard let population = state.selectedPopulation else { return model }
    model.hasNetwork = true
    model.population = population.name
    model.size = state.shownCount(of: state.neuron.population)
    model.order = state.order == nil ? "" : OrderText.sorting(state.orderRequest)
    model.isSorted = state.order != nil
    model.isFocused = state.focus == .membrane && state.overlay == nil
    model.selected = state.neuron.index
    let descriptor = state.selectedModel
    model.dimension = (descriptor?.stateVariable("v") ?? descriptor?.state.first)?.dimension
    model.timeUnit = descriptor?.isDimensionless == true ? "steps" : "ms"
    if let bars = snapshot?.bars, bars.population == state.neuron.population { model.bars = bars }
    return model
  }

  package static func details(_ model: Model) -> [String] {
    guard let bars = model.bars, !bars.bars.isEmpty else { return [model.population] }
    let last = bars.first + bars.bars.count - 1
    if model.isSorted {
      let page = "\(model.population), \(bars.first + 1) to \(last + 1) of \(NumberText.grouped(model.size))"
      return [model.order.isEmpty ? page : "\(page) \(model.order)", page, "\(model.population) \(model.order)"]
    }
    let page = "\(model.population)[\(bars.first)\(last > bars.first ? "..\(last)" : "")]"
    return ["\(page) of \(NumberText.grouped(model.size))", page]
  }

  package static func draw(_ model: Model, in area: Rect, on canvas: inout Canvas, theme: Theme) {
    guard model.hasNetwork else {
      return canvas.writeNoNetwork(in: area, theme)
    }
    guard let dimension = model.dimension else {
      let lines = [
        "\(model.population) fires by itself and has no membrane.",
        Words.advice("next-population", "selects the next population."),
      ]
      return canvas.writeCentered(lines, in: area, theme)
    }
    guard let bars = model.bars else { return }
    guard !bars.bars.isEmpty, bars.indices.count == bars.bars.count else {
      return canvas.writeCentered(["The filter shows no neuron of \(model.population)."], in: area, theme)
    }
    let rows = MembraneBars(bars, dimension: dimension, timeUnit: model.timeUnit, width: area.width)
    let count = area.height - legendRows(area.height, neurons: model.size)
    for (index, bar) in bars.bars.prefix(max(0, count)).enumerated() {
      let isSelected = bars.indices[index] == model.selected
      rows.draw(
        bar, index: bars.indices[index], isSelected: isSelected, x: area.x, y: area.y + index, on: &canvas,
        theme: theme)
      if isSelected, model.isFocused { canvas.cursor = Point(x: area.x, y: area.y + index) }
    }
    if legendRows(area.height, neurons: model.size) > 0 {
      rows.drawLegend(x: area.x, y: area.y + area.height - 1, width: area.width, on: &canvas, theme: theme)
    }
  }

  static func legendRows(_ rows: Int, neurons: Int) -> Int { rows >= min(5, neurons + 1) ? 1 : 0 }
}
