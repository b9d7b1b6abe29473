/// The network as a graph: populations as boxes, projections as arrows with what they carry.
import Basics
import Charts
package import Debugger
package import Terminal
package import Workbench

package enum GraphPane: Pane {
  package struct Box: Equatable, Sendable {
    let name: String
    let size: Int
    let model: String
    /// Mean rate over the window [Hz]; nil where it never fires.
    let rate: Double?
    let isSelected: Bool
  }
  package struct Arrow: Equatable, Sendable {
    let source: Int
    let target: Int
    /// The longest first: where there is no room for the name, the ends tell it.
    let labels: [String]
    let isInhibitory: Bool
    let isSelected: Bool
  }

  package struct Model: Equatable, Sendable {
    var boxes: [Box] = []
    var arrows: [Arrow] = []
  }

  package static let descriptor = PaneDescriptor(
    id: .graph, title: "Network", doc: "Populations as boxes, projections as arrows with weight, delay and synapses.")

  package static func observe(
    _ state: WorkbenchState, size: Size, glyphs: GlyphSet, _ request: inout ObservationRequest
  ) {}

  package static func model(_ state: WorkbenchState, _ snapshot: Snapshot?) -> Model {
    guard let network = state.network else { return Model() }
    let boxes = network.populations.enumerated().map { index, population in
      Box(
        name: population.name, size: population.size, model: population.model,
        rate: population.fires ? snapshot?.rates.element(index) : nil, isSelected: index == state.neuron.population)
    }
    let arrows = network.projections.enumerated().map { index, projection in
      Arrow(
        source: projection.source, target: projection.target, labels: labels(projection),
        isInhibitory: (projection.weights?.upperBound ?? 0) <= 0 && (projection.weights?.lowerBound ?? 0) < 0,
        isSelected: index == state.weights.projection)
    }
    return Model(boxes: boxes, arrows: arrows)
  }

  package static func details(_ model: Model) -> [String] {
    guard !model.boxes.isEmpty else { return [] }
    let words =
      NumberText.count(model.boxes.count, "population") + " · " + NumberText.count(model.arrows.count, "projection")
    return [words]
  }

  package static func draw(_ model: Model, in area: Rect, on canvas: inout Canvas, theme: Theme) {
    guard !model.boxes.isEmpty else {
      return canvas.writeNoNetwork(in: area, theme)
    }
    GraphPlot(model, in: area).draw(on: &canvas, theme: theme)
  }

  /// `exc->inh  0.0162 nA  0.1 ms  51 200 synapses`
  private static func labels(_ projection: NetworkSummary.Projection) -> [String] {
    var words: [String] = []
    if let weights = projection.weights {
      words.append(range(weights.lowerBound, weights.upperBound, projection.weightDimension))
    }
    if let delays = projection.delays { words.append(range(delays.lowerBound, delays.upperBound, .time)) }
    let carried = words.joined(separator: "  ")
    words.append(NumberText.count(projection.synapses, "synapse"))
    if let rule = projection.rule { words.append(rule) }
    let all = words.joined(separator: "  ")
    return ["\(projection.name)  \(all)", all, "\(projection.name)  \(carried)", carried, projection.name]
  }

  private static func range(_ low: Double, _ high: Double, _ dimension: Dimension) -> String {
    low == high
      ? NumberText.quantity(low, dimension, digits: 3)
      : "\(NumberText.significant(low, digits: 3))…\(NumberText.quantity(high, dimension, digits: 3))"
  }
}
