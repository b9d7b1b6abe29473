/// The phase plane of the selected neuron: its nullclines, where it is, and the way that it came.
import Basics
import Charts
package import Debugger
package import Terminal
package import Workbench

package enum PhasePane: Pane {
  package struct Model: Equatable, Sendable {
    var neuron = ""
    var plane: PhasePlane?
    var xUnit = ""
    var yUnit = ""
    /// The neuron as it is now.
    var values: NeuronValues?
    var orbit: OrbitSnapshot?
    var window = Milliseconds(0)
    /// The model's name, for one that has no such plane.
    var model = ""
    var isRunning = false
    var hasNetwork = false
  }

  package static let descriptor = PaneDescriptor(
    id: .phase, title: "Phase plane",
    doc: "Two variables of the selected neuron against one another, with nullclines and the way it came.")

  package static func observe(
    _ state: WorkbenchState, size: Size, glyphs: GlyphSet, _ request: inout ObservationRequest
  ) {
    guard let plane = state.selectedModel?.plane else { return }
    request.orbit = ObservationRequest.Orbit(x: plane.x, y: plane.y, points: mostPoints)
  }

  /// More places along the way would fall on the same dots.
  private static let mostPoints = 2000

  package static func model(_ state: WorkbenchState, _ snapshot: Snapshot?) -> Model {
    var model = Model()
    guard let descriptor = state.selectedModel else { return model }
    model.hasNetwork = true
    model.neuron = state.neuronText
    model.model = descriptor.id
    model.isRunning = state.isRunning
    model.window = state.window
    guard let plane = descriptor.plane else { return model }
    model.plane = plane
    model.xUnit = descriptor.stateVariable(plane.x)?.dimension.baseUnit ?? ""
    model.yUnit = descriptor.stateVariable(plane.y)?.dimension.baseUnit ?? ""
    model.values = state.values(snapshot).map {
      NeuronValues(descriptor, parameters: $0.parameters, state: $0.state, current: $0.current)
    }
    if let orbit = snapshot?.orbit, orbit.neuron == state.neuron, orbit.x == plane.x, orbit.y == plane.y {
      model.orbit = orbit
    }
    return model
  }

  package static func details(_ model: Model) -> [String] {
    guard let plane = model.plane else { return [model.neuron] }
    let axes = "\(named(plane.y, model.yUnit)) against \(named(plane.x, model.xUnit))"
    let paused = model.isRunning ? "" : " · paused"
    return [
      "\(model.neuron) · \(axes)\(paused)", "\(model.neuron) · \(plane.y) against \(plane.x)",
      "\(plane.y) against \(plane.x)", model.neuron,
    ]
  }

  private static func named(_ name: String, _ unit: String) -> String { unit.isEmpty ? name : "\(name) in \(unit)" }

  package static func draw(_ model: Model, in area: Rect, on canvas: inout Canvas, theme: Theme) {
    guard model.hasNetwork else {
      return canvas.writeNoNetwork(in: area, theme)
    }
    guard let plane = model.plane else {
      let lines = [
        "\(model.model) has no phase plane: Izhikevich, AdEx and Hodgkin–Huxley neurons have.",
        Words.advice("next-population", "selects the next population."),
      ]
      return canvas.writeCentered(lines, in: area, theme)
    }
    guard let values = model.values, let plot = PhasePlot(model, plane, values, theme.glyphs, in: area) else { return }
    plot.draw(on: &canvas, theme: theme)
  }
}
