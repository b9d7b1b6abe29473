/// Networks and what a session would show of them: made up, seeded, and in exactly the shape that is asked for.
import Basics
import Debugger
import Kernels
import NetworkModel
import Support
import Terminal
import Views
@testable import Workbench

struct Fixture {
  var network: NetworkSummary
  var document: String
  var tick: Int
  var selected: NeuronAddress
  /// Parameters that differ from the model's defaults, for every population.
  var parameters: [String: Double] = [:]
  /// Nil for a run that only goes on.
  var timeline: TimelineSnapshot?

  func state(_ size: Size) -> WorkbenchState {
    var state = WorkbenchState(size: size, models: Catalogue.descriptors, presets: Self.presets)
    state.documentName = document
    state.network = network
    state.neuron = selected
    var known = state
    known.neuronSnapshot = neuron(selected)
    state.log = Self.log
    state.firingCurve = known.firingCurveRequest.map(firingCurve)
    return state
  }

  /// The screen of a state, with the snapshot that its panes asked for.
  func screen(_ state: WorkbenchState, _ theme: Theme) -> Canvas {
    var canvas = Canvas(size: state.size)
    let request = Compositor.observation(for: state, glyphs: theme.glyphs)
    let compositor = Compositor(theme: theme, hints: { _ in Self.hints })
    compositor.draw(state, request.map { snapshot(for: $0, state) }, on: &canvas)
    return canvas
  }

  static let cuba = Fixture(
    network: NetworkSummary(
      title: "Vogels–Abbott network",
      about:
        "4 000 neurons that keep each other firing without any input.\n\nVogels and Abbott 2005, in the benchmark form of Brette et al. 2007.",
      dt: Milliseconds(0.1),
      populations: [
        .init(name: "exc", size: 3200, shape: [3200], model: "IF_curr_exp"),
        .init(name: "inh", size: 800, shape: [800], model: "IF_curr_exp"),
      ],
      projections: [
        projection("exc->exc", 0, 0, 204_800, 3200, 3200, .current),
        projection("exc->inh", 0, 1, 51_200, 3200, 800, .current),
        projection("inh->exc", 1, 0, 51_200, 800, 3200, .current),
        projection("inh->inh", 1, 1, 12_814, 800, 800, .current),
      ],
      neurons: 4000, synapses: 320_014, hasClassifier: false, seed: 42),
    document: "cuba", tick: 12_345, selected: NeuronAddress(population: 0, index: 17),
    parameters: [
      "cm": 0.2, "v_rest": -49, "v_reset": -60, "v_thresh": -50, "tau_refrac": 5, "tau_syn_I": 10,
    ])

  static let digits = Fixture(
    network: NetworkSummary(
      title: "Handwritten digits", about: "Reads 8 × 8 pictures of handwritten digits.", dt: Milliseconds(1),
      populations: [
        .init(name: "input", size: 64, shape: [8, 8], model: "Input", fires: false),
        .init(name: "hidden1", size: 128, shape: [128], model: "IF_discrete"),
        .init(name: "hidden2", size: 64, shape: [64], model: "IF_discrete"),
        .init(name: "output", size: 10, shape: [10], model: "Integrator", fires: false),
      ],
      projections: [
        projection("in", 0, 1, 8192, 64, 128, .none), projection("mid", 1, 2, 8192, 128, 64, .none),
        projection("out", 2, 3, 640, 64, 10, .none),
      ],
      neurons: 266, synapses: 17_024, hasClassifier: true, seed: 1),
    document: "digits", tick: 12 * 64 + 17, selected: NeuronAddress(population: 1, index: 3))

  static let lif = Fixture(
    network: NetworkSummary(
      title: "One neuron", about: "Charge, fire, reset.", dt: Milliseconds(0.1),
      populations: [.init(name: "cell", size: 1, shape: [1], model: "IF_curr_exp")], projections: [], neurons: 1,
      synapses: 0, hasClassifier: false, seed: 1),
    document: "lif", tick: 5000, selected: NeuronAddress(population: 0, index: 0))

  static let squid = Fixture(
    network: NetworkSummary(
      title: "The squid's axon", about: "Sodium in, potassium out.", dt: Milliseconds(0.1),
      populations: [.init(name: "axon", size: 7, shape: [7], model: "HH_squid")], projections: [], neurons: 7,
      synapses: 0, hasClassifier: false, seed: 1),
    document: "hh", tick: 5000, selected: NeuronAddress(population: 0, index: 4), parameters: ["i_offset": 10])

  static let presets = [
    PresetSummary(
      name: "digits", title: "Handwritten digits",
      about: "A trained network, converted to spikes, reads 8 × 8 pictures of digits that it has never seen.\n\nMore."),
    PresetSummary(
      name: "cuba", title: "Vogels–Abbott network", about: "4 000 neurons in asynchronous irregular firing."),
    PresetSummary(name: "lif", title: "One neuron", about: "Charge, fire, reset."),
  ]

  private static func projection(
    _ name: String, _ source: Int, _ target: Int, _ synapses: Int, _ sources: Int, _ targets: Int,
    _ dimension: Dimension
  ) -> NetworkSummary.Projection {
    NetworkSummary.Projection(
      name: name, source: source, target: target, synapses: synapses, sourceCount: sources, targetCount: targets,
      weightDimension: dimension, weights: weights(name, dimension), delays: 0.1...(dimension == .current ? 2 : 0.1))
  }

  private static func weights(_ name: String, _ dimension: Dimension) -> ClosedRange<Double> {
    guard dimension == .current else { return -0.91...1.2 }
    return name.hasPrefix("inh") ? -0.09...(-0.09) : 0.0162...0.0162
  }
}

extension Fixture {
  /// A footer of our own; the real catalogue changes too often for recorded screens.
  static let hints: [Command] = [
    hint("run/pause", .character(" ")), hint("step", .character(".")), hint("next neuron", .character("j")),
    hint("faster", .character("+")), hint("edit", .character("e")), hint("next pane", .tab),
    hint("presets", .character("P")), hint("about", .character("A")), hint("quit", .character("q")),
  ]

  private static func hint(_ title: String, _ key: Key) -> Command {
    Command(
      CommandID(title), title: title, help: "Does it.", keys: [key], section: .time, footerRank: 1, run: { _, _ in [] })
  }
}

extension Fixture {
  /// Deeds, reports and a refusal.
  static let log: EventLog = {
    var log = EventLog()
    log.add(.init(.event, at: Milliseconds(0), "cuba: 4 000 neurons, 320 014 synapses"))
    log.add(.init(.command, at: Milliseconds(120.4), "speed: 1/10 of real time"))
    for _ in 0..<12 { log.add(.init(.command, at: Milliseconds(150), "1 step")) }
    log.add(.init(.command, at: Milliseconds(812.3), "tau_m of exc 20 → 15 ms"))
    log.add(
      .init(
        .warning, at: Milliseconds(1100),
        "population exc has no parameter \"tau_q\" · did you mean tau_m? · it has cm, tau_m, v_rest, i_offset, v_thresh"
      ))
    log.add(.init(.event, at: Milliseconds(1234.5), "state hash 0123456789abcdef at 1.2345 s"))
    return log
  }()
}
