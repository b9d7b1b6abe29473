/// The state variables of the selected neuron against time, one above the other: v and the gates m, h and n, or w, or u.
import Basics
import Charts
package import Debugger
package import Terminal
package import Workbench

package enum StatesPane: Pane {
  package struct Model: Equatable, Sendable {
    var neuron = ""
    var variables: [StateVariable] = []
    /// Those that were recorded.
    var traces: [TraceSnapshot] = []
    /// The place among the variables of the one that the trace shows.
    var selected = 0
    var window = Milliseconds(0)
    var isRunning = false
    var hasNetwork = false
  }

  package static let descriptor = PaneDescriptor(
    id: .states, title: "State",
    doc: "All variables of the selected neuron's state against time: v and gates, adaptation, synapses.")

  package static func observe(
    _ state: WorkbenchState, size: Size, glyphs: GlyphSet, _ request: inout ObservationRequest
  ) {
    let names = state.movingVariables.map(\.name)
    let width = size.columns - BandLayout.gutter(names, width: size.columns)
    guard !names.isEmpty, width > 0 else { return }
    request.states = ObservationRequest.States(variables: names, columns: 2 * width)
  }

  package static func model(_ state: WorkbenchState, _ snapshot: Snapshot?) -> Model {
    var model = Model()
    guard state.selectedPopulation != nil else { return model }
    model.hasNetwork = true
    model.neuron = state.neuronText
    model.variables = state.movingVariables
    model.selected = model.variables.firstIndex { $0.name == state.shownVariable?.name } ?? 0
    model.isRunning = state.isRunning
    model.window = state.window
    model.traces = (snapshot?.states ?? []).filter { $0.neuron == state.neuron }
    if let trace = model.traces.first { model.window = trace.window }
    return model
  }

  package static func details(_ model: Model) -> [String] {
    model.isRunning || model.traces.isEmpty ? [model.neuron] : ["\(model.neuron) · paused", model.neuron]
  }

  package static func draw(_ model: Model, in area: Rect, on canvas: inout Canvas, theme: Theme) {
    guard model.hasNetwork else {
      return canvas.writeNoNetwork(in: area, theme)
    }
    guard !model.variables.isEmpty else {
      return canvas.writeNoState(of: model.neuron, in: area, theme)
    }
    guard model.traces.contains(where: { $0.minima.contains { !$0.isNaN } }) else {
      return canvas.writeNothingRecorded(isRunning: model.isRunning, in: area, theme)
    }
    StateBands(model, in: area).draw(on: &canvas, theme: theme)
  }
}
