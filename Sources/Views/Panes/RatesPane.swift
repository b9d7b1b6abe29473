/// The mean rate of every population against time.
import Basics
import Charts
package import Debugger
package import Terminal
package import Workbench

/// A band of bars for each population, each with its own scale.
package enum RatesPane: Pane {
  package struct Model: Equatable, Sendable {
    var names: [String] = []
    /// The selected neuron's population.
    var selected = 0
    /// Populations that never fire have no band.
    var fires: [Bool] = []
    var curves: RateCurvesSnapshot?
    var window = Milliseconds(0)
    var hasNetwork = false
  }

  package static let descriptor = PaneDescriptor(
    id: .rates, title: "Rates", doc: "The mean rate of every population against time.")

  package static func observe(
    _ state: WorkbenchState, size: Size, glyphs: GlyphSet, _ request: inout ObservationRequest
  ) {
    guard let network = state.network else { return }
    let width = size.columns - RateBands.gutter(network.populations.map(\.name), width: size.columns)
    request.rates = ObservationRequest.Rates(columns: max(1, width))
  }

  package static func model(_ state: WorkbenchState, _ snapshot: Snapshot?) -> Model {
    var model = Model()
    guard let network = state.network else { return model }
    model.hasNetwork = true
    model.names = network.populations.map(\.name)
    model.fires = network.populations.map(\.fires)
    model.selected = state.neuron.population
    model.window = state.window
    if let curves = snapshot?.rateCurves, curves.rates.count == curves.columns * model.names.count {
      model.curves = curves
      model.window = curves.window
    }
    return model
  }

  package static func details(_ model: Model) -> [String] {
    guard model.hasNetwork else { return [] }
    let span = Words.span(model.window)
    return ["Hz, mean of a neuron · \(span)", "Hz · \(span)", "Hz"]
  }

  package static func draw(_ model: Model, in area: Rect, on canvas: inout Canvas, theme: Theme) {
    guard model.hasNetwork else {
      return canvas.writeNoNetwork(in: area, theme)
    }
    guard let curves = model.curves else { return }
    guard model.fires.contains(true) else {
      return canvas.writeCentered(["Nothing in this network spikes."], in: area, theme)
    }
    RateBands(model, curves, in: area).draw(on: &canvas, theme: theme)
  }
}
