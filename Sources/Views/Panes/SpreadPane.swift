/// How a state variable or a parameter is spread over the selected population.
import Analysis
import Basics
import Charts
package import Debugger
package import Terminal
package import Workbench

package enum SpreadPane: Pane {
  package struct Model: Equatable, Sendable {
    var population = ""
    var name: String?
    var dimension = Dimension.none
    var spread: SpreadSnapshot?
    /// The selected neuron's own value.
    var own: Double?
    var hasNetwork = false
  }

  package static let descriptor = PaneDescriptor(
    id: .spread, title: "Histogram",
    doc: "How a state variable or a parameter is spread over the selected population.")

  package static func observe(
    _ state: WorkbenchState, size: Size, glyphs: GlyphSet, _ request: inout ObservationRequest
  ) {
    guard let name = state.shownQuantity else { return }
    request.spread = ObservationRequest.Spread(
      population: state.neuron.population, name: name, bins: HistogramPlot.bins(width: size.columns))
  }

  package static func model(_ state: WorkbenchState, _ snapshot: Snapshot?) -> Model {
    var model = Model()
    guard let population = state.selectedPopulation, let descriptor = state.selectedModel else { return model }
    model.hasNetwork = true
    model.population = population.name
    model.name = state.shownQuantity
    guard let name = model.name else { return model }
    model.dimension =
      descriptor.stateVariable(name)?.dimension ?? descriptor.parameter(name)?.dimension ?? .none
    if let spread = snapshot?.spread, spread.population == state.neuron.population, spread.name == name {
      model.spread = spread
    }
    model.own = state.values(snapshot).flatMap { own(name, $0, descriptor) }
    return model
  }

  package static func details(_ model: Model) -> [String] {
    guard let name = model.name else { return [model.population] }
    let unit = model.dimension.baseUnit
    let title = "\(model.population).\(name)"
    let named = unit.isEmpty ? title : "\(title) in \(unit)"
    return ["neurons against \(named)", named, title, name]
  }

  package static func draw(_ model: Model, in area: Rect, on canvas: inout Canvas, theme: Theme) {
    guard model.hasNetwork else {
      return canvas.writeNoNetwork(in: area, theme)
    }
    guard model.name != nil else {
      return canvas.writeCentered(["\(model.population) has no values to count."], in: area, theme)
    }
    guard let spread = model.spread else { return }
    let rows = area.height >= 5 ? 1 : 0
    let plot = Rect(x: area.x, y: area.y, width: area.width, height: area.height - rows)
    HistogramPlot(histogram: spread.histogram, unit: model.dimension.baseUnit, marked: model.own)
      .draw(in: plot, on: &canvas, theme: theme)
    guard rows > 0 else { return }
    canvas.write(
      words(spread, model.dimension), x: area.x + 1, y: area.y + area.height - 1, width: area.width - 1, theme[.text],
      theme)
  }

  static func words(_ spread: SpreadSnapshot, _ dimension: Dimension) -> String {
    let histogram = spread.histogram
    let number = { NumberText.quantity($0, dimension, digits: 3) }
    let sampled = spread.stride > 1 ? ", every \(spread.stride)th" : ""
    return
      "mean \(number(histogram.mean)) · sd \(number(histogram.deviation)) · "
      + "\(number(histogram.range.lowerBound)) to \(number(histogram.range.upperBound)) · "
      + NumberText.count(histogram.total, "neuron") + sampled
  }

  private static func own(_ name: String, _ values: NeuronSnapshot, _ descriptor: ModelDescriptor) -> Double? {
    if let index = descriptor.state.firstIndex(where: { $0.name == name }) { return values.state.element(index) }
    guard let index = descriptor.parameters.firstIndex(where: { $0.name == name }),
      case .number(let value)? = values.parameters.element(index)
    else { return nil }
    return value
  }
}
