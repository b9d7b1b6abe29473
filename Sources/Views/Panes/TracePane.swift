/// One state variable of the selected neuron against time, as an oscilloscope shows it.
import Basics
import Charts
package import Debugger
package import Terminal
package import Workbench

/// The least and greatest value of every column, threshold and reset as lines, spikes drawn up to the top.
package enum TracePane: Pane {
  package struct Model: Equatable, Sendable {
    var neuron = ""
    var variable: String?
    var dimension = Dimension.none
    var trace: TraceSnapshot?
    var threshold: Double?
    var reset: Double?
    var window = Milliseconds(0)
    var scope = TraceScope()
    var isRunning = false
    var hasNetwork = false
  }

  package static let descriptor = PaneDescriptor(
    id: .trace, title: "Trace", doc: "One variable of the selected neuron against time, with threshold and reset.")

  package static func observe(
    _ state: WorkbenchState, size: Size, glyphs: GlyphSet, _ request: inout ObservationRequest
  ) {
    guard let variable = state.shownVariable?.name else { return }
    let plot = TracePlot.plot(in: Rect(x: 0, y: 0, width: size.columns, height: size.rows))
    request.trace = ObservationRequest.Trace(
      variable: variable, columns: max(1, plot.width * 2), trigger: state.scope.trigger(of: variable),
      cursors: state.scope.cursors)
  }

  package static func model(_ state: WorkbenchState, _ snapshot: Snapshot?) -> Model {
    var model = Model()
    guard state.selectedPopulation != nil else { return model }
    model.hasNetwork = true
    model.neuron = state.neuronText
    model.isRunning = state.isRunning
    model.window = state.window
    model.variable = state.shownVariable?.name
    guard let variable = model.variable, let descriptor = state.selectedModel else { return model }
    model.dimension = descriptor.stateVariable(variable)?.dimension ?? .none
    if variable == "v", let values = state.values(snapshot) {
      model.threshold = number("v_thresh", values, descriptor)
      let resets = descriptor.parameters.firstIndex { $0.name == "reset" }.flatMap { values.parameters.element($0) }
      if resets == .choice("hard") || resets == nil { model.reset = number("v_reset", values, descriptor) }
    }
    if let trace = snapshot?.trace, trace.neuron == state.neuron, trace.variable == variable {
      model.trace = trace
      model.window = trace.window
    }
    model.scope = scope(state, model)
    return model
  }

  private static func scope(_ state: WorkbenchState, _ model: Model) -> TraceScope {
    TraceScope(
      trigger: model.variable.flatMap(state.scope.trigger), sweep: model.trace?.sweep ?? .free,
      cursors: state.scope.cursors, active: state.scope.active, readings: model.trace?.readings ?? [],
      dt: state.network?.dt ?? Milliseconds(0))
  }

  package static func details(_ model: Model) -> [String] {
    guard let variable = model.variable else { return [model.neuron] }
    let name = "\(model.neuron).\(variable)"
    let named = model.dimension.baseUnit.isEmpty ? name : "\(name) in \(model.dimension.baseUnit)"
    let mode = model.scope.words(model.dimension).map { " · " + $0 } ?? ""
    return model.isRunning ? [named + mode, name + mode, name] : ["\(named)\(mode) · paused", named + mode, name]
  }

  package static func draw(_ model: Model, in area: Rect, on canvas: inout Canvas, theme: Theme) {
    guard model.hasNetwork else {
      return canvas.writeNoNetwork(in: area, theme)
    }
    guard model.variable != nil else {
      return canvas.writeNoState(of: model.neuron, in: area, theme)
    }
    guard let trace = model.trace, let plot = TracePlot(model, trace, in: area) else {
      if model.scope.sweep == .waiting { return writeWaiting(model, in: area, on: &canvas, theme: theme) }
      return canvas.writeNothingRecorded(isRunning: model.isRunning, in: area, theme)
    }
    plot.draw(on: &canvas, theme: theme)
  }

  private static func writeWaiting(_ model: Model, in area: Rect, on canvas: inout Canvas, theme: Theme) {
    let words = model.scope.words(model.dimension) ?? ""
    canvas.writeCentered(
      ["The trace \(words).", Words.advice("trigger", "changes how it is triggered.")], in: area, theme)
  }

  private static func number(_ name: String, _ values: NeuronSnapshot, _ descriptor: ModelDescriptor) -> Double? {
    guard let index = descriptor.parameters.firstIndex(where: { $0.name == name }),
      case .number(let value)? = values.parameters.element(index)
    else { return nil }
    return value
  }
}
