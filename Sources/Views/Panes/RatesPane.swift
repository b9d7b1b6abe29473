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
    /// Populations that never fire, or of which no neuron is shown, have no band.
    var fires: [Bool] = []
    /// Whether some neurons are left out.
    var isFiltered = false
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
    model.fires = network.populations.indices.map { network.populations[$0].fires && state.shownCount(of: $0) > 0 }
    model.isFiltered = network.populations.indices.contains { state.shownCount(of: $0) < network.populations[$0].size }
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
    return ["Hz, mean of \(counted(model)) · \(span)", "Hz · \(span)", "Hz"]
  }

  /// Whose mean it is.
  static func counted(_ model: Model) -> String { model.isFiltered ? "those shown" : "a neuron" }

  package static func draw(_ model: Model, in area: Rect, on canvas: inout Canvas, theme: Theme) {
    guard model.hasNetwork else {
      return canvas.writeNoNetwork(in: area, theme)
    }
    guard let curves = model.curves else { return }
    guard model.fires.contains(true) else {
      return canvas.writeCentered(
        [model.isFiltered ? "No neuron that is shown can spike." : "Nothing in this network spikes."], in: area, theme)
    }
    RateBands(model, curves, in: area).draw(on: &canvas, theme: theme)
  }
}
