/// The f-I curve of the selected neuron: its rate at constant currents, measured and, where a formula is known, computed.
import Basics
import Charts
package import Debugger
package import Terminal
package import Workbench

package enum FiringPane: Pane {
  package struct Model: Equatable, Sendable {
    var neuron = ""
    var curve: FiringCurve?
    /// What the curve is of.
    var descriptor: ModelDescriptor?
    /// Whether the neuron has other values now than when it was measured.
    var isStale = false
    /// What drives the neuron now, in the dimension of the curve's drive, and how fast it fires [Hz].
    var drive: Double?
    var rate = 0.0
    /// Why the selected neuron has no curve; nil where it could have one.
    var obstacle: String?
    var hasNetwork = false
  }

  package static let descriptor = PaneDescriptor(
    id: .firing, title: "f-I curve",
    doc: "How fast the selected neuron fires at constant currents, measured beside the network and by formula.")

  package static func observe(
    _ state: WorkbenchState, size: Size, glyphs: GlyphSet, _ request: inout ObservationRequest
  ) {}

  package static func model(_ state: WorkbenchState, _ snapshot: Snapshot?) -> Model {
    var model = Model()
    guard let descriptor = state.selectedModel else { return model }
    model.hasNetwork = true
    model.neuron = state.neuronText
    if !descriptor.fires || descriptor.drive == nil { model.obstacle = "\(descriptor.id) takes no current to fire at." }
    guard let curve = state.firingCurve, curve.request.model == descriptor.id else { return model }
    model.curve = curve
    model.descriptor = descriptor
    var now = state.firingCurveRequest
    now?.present = curve.request.present
    model.isStale = now != nil && now != curve.request
    if let values = state.values(snapshot) {
      model.drive = drive(values, descriptor)
      model.rate = values.rate
    }
    return model
  }

  /// The neuron's own constant current, that of the stimuli, and that of the synapses at this moment.
  private static func drive(_ neuron: NeuronSnapshot, _ descriptor: ModelDescriptor) -> Double? {
    guard let drive = descriptor.drive else { return nil }
    let values = NeuronValues(descriptor, parameters: neuron.parameters, state: neuron.state)
    let synapses = [
      values["isyn_exc"], values["isyn_inh"], values["gsyn_exc"] * (values["e_rev_E"] - values["v"]),
      values["gsyn_inh"] * (values["e_rev_I"] - values["v"]),
    ]
    return synapses.filter(\.isFinite).reduce(values[drive.name] + neuron.current, +)
  }

  package static func details(_ model: Model) -> [String] {
    guard let drive = model.descriptor?.drive, model.curve != nil else { return [model.neuron] }
    let unit = drive.dimension.baseUnit
    let axes = "Hz against \(unit.isEmpty ? drive.name : unit)"
    let stale = model.isStale ? ["\(model.neuron) · of other values"] : []
    // The neuron is the selected one, which the inspector names, too.
    return ["\(model.neuron) · \(axes)\(model.isStale ? " · of other values" : "")"] + stale + [axes, model.neuron]
  }

  package static func draw(_ model: Model, in area: Rect, on canvas: inout Canvas, theme: Theme) {
    guard model.hasNetwork else {
      return canvas.writeNoNetwork(in: area, theme)
    }
    if let obstacle = model.obstacle {
      return canvas.writeCentered(
        [obstacle, Words.advice("next-population", "selects the next population.")], in: area, theme)
    }
    guard let curve = model.curve, let descriptor = model.descriptor,
      let plot = FiringPlot(model, curve, descriptor, theme.glyphs, in: area)
    else {
      return canvas.writeCentered([Words.advice("f-i-curve", "measures \(model.neuron).")], in: area, theme)
    }
    plot.draw(on: &canvas, theme: theme)
  }
}
