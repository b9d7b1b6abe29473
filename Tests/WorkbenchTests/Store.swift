/// A workbench under test: an action is sent, and the whole change of the state and every effect must be told.
import Basics
import Debugger
import Kernels
import NetworkModel
import Terminal
import Testing
@testable import Workbench

struct Store {
  var state: WorkbenchState

  init(_ network: NetworkSummary? = Networks.cuba) {
    state = WorkbenchState(
      size: Size(columns: 80, rows: 24), models: Catalogue.descriptors, rules: Catalogue.rules.map(\.descriptor),
      presets: ["cuba", "digits", "lif"].map { PresetSummary(name: $0, title: $0, about: "") })
    if let network { _ = reduce(&state, .engine(.loaded(network))) }
  }

  /// Sends an action; `change` makes the state before it into the state that is expected after it.
  mutating func send(
    _ action: Action, effects: [Effect] = [], sourceLocation: Testing.SourceLocation = #_sourceLocation,
    change: (inout WorkbenchState) -> Void = { _ in }
  ) {
    var expected = state
    change(&expected)
    let found = reduce(&state, action)
    // What is written into the log has tests of its own.
    expected.log = state.log
    expected.travel.trail = state.travel.trail
    #expect(found == effects, sourceLocation: sourceLocation)
    // The whole state takes pages; what differs is enough.
    let isExpected = state == expected
    #expect(isExpected, "\(Self.differences(found: state, expected: expected))", sourceLocation: sourceLocation)
  }

  /// A key; every key takes the last message away.
  mutating func press(
    _ key: Key, effects: [Effect] = [], sourceLocation: Testing.SourceLocation = #_sourceLocation,
    change: (inout WorkbenchState) -> Void = { _ in }
  ) {
    send(.key(key), effects: effects, sourceLocation: sourceLocation) { state in
      state.message = nil
      change(&state)
    }
  }

  /// Keys whose way is of no interest. Gives the effects of all of them.
  @discardableResult mutating func type(_ keys: [Key]) -> [Effect] { keys.flatMap { reduce(&state, .key($0)) } }

  /// Characters one by one, and Enter.
  @discardableResult mutating func enter(_ text: String) -> [Effect] {
    type(text.map(Key.character) + [.enter])
  }

  /// Opens a document behind the network: one with a file, spikes to draw, a change to undo, one to make again, one to recover,
  /// and questions that were asked.
  mutating func document() {
    var spec = Networks.cubaSpec
    spec.populations.append(PopulationSpec(name: "times", shape: [8], model: "SpikeSourceArray"))
    state.document = OpenDocument(spec: spec, origin: "network.yaml", file: "network.yaml")
    // One change is taken back, and one is not.
    enter(":title Another title")
    enter(":title A third one")
    enter(":undo")
    state.message = nil
    // Weights that learn, a breakpoint, an answer, two branches that were compared.
    state.network?.projections[0].rule = "stdp_pair"
    state.travel.breakpoints = [Breakpoint("spike(exc[0])", number: 1)]
    state.travel.answer = QueryAnswer(text: "spikes", branch: 0, from: .zero, to: Tick(1))
    state.comparison = BranchComparison(
      a: .init(number: 0, name: "main"), b: .init(number: 1, name: "branch 1"), dt: Milliseconds(0.1),
      parting: .zero, end: Tick(1500), populations: [], spikesEnd: Tick(1500))
    state.recoverable = [RecoverableDocument(id: "7.json", name: "lost.yaml", time: "2026-01-01 12:00")]
    state.why.trail = [asked(1), asked(2)]
  }

  /// An answer of three shares, in the middle one.
  private func asked(_ tick: Int) -> WhyState.Place {
    let spike = WhySheet.Spike(neuron: NeuronAddress(population: 1, index: 3), stamp: Tick(7))
    let rows = (0..<3).map {
      WhySheet.Row(label: "share", value: 1, sum: Double($0), isCausal: $0 == 1, spike: spike)
    }
    return WhyState.Place(
      question: .neuron(state.neuron, at: Tick(tick)), sheet: WhySheet(headline: "why", rows: rows))
  }

  /// What a snapshot of the selected neuron, and of the synapse under the cursor, would bring.
  mutating func takeSnapshot(_ change: (inout NeuronSnapshot) -> Void = { _ in }) {
    var snapshot = Snapshot()
    snapshot.tick = state.tick
    var values = Networks.neuron(state)
    change(&values)
    snapshot.neuron = values
    snapshot.weights = WeightsSnapshot(
      projection: state.weights.projection, rows: 1, columns: 1, targetsPerRow: 1, sourcesPerColumn: 1, tiles: [0.1],
      range: 0...0.1, cursorWeight: 0.1, cursorDelay: Milliseconds(0.1))
    state.take(snapshot)
  }

  /// The value in a row of the inspector.
  func value(_ name: String) -> ParameterSetting? { state.inspectorRows.first { $0.name == name }?.value }

  private static func differences(found: WorkbenchState, expected: WorkbenchState) -> String {
    zip(Mirror(reflecting: found).children, Mirror(reflecting: expected).children).compactMap { found, expected in
      let (now, wanted) = (String(reflecting: found.value), String(reflecting: expected.value))
      return now == wanted ? nil : "\(found.label ?? ""): found \(now), expected \(wanted)"
    }.joined(separator: "\n")
  }
}

enum Networks {
  static let cuba = network(
    "Vogels–Abbott network",
    [("exc", [3200], "IF_curr_exp"), ("inh", [800], "IF_curr_exp"), ("noise", [100], "SpikeSourcePoisson")],
    [("exc->exc", 0, 0), ("exc->inh", 0, 1), ("inh->exc", 1, 0), ("drive", 2, 0)], dt: 0.1)

  static let digits = network(
    "Handwritten digits",
    [("input", [8, 8], "Input"), ("hidden", [128], "IF_discrete"), ("output", [10], "Integrator")],
    [("in", 0, 1), ("out", 1, 2)], dt: 1, isClassifier: true)

  /// What `cuba` is the outline of.
  static var cubaSpec: NetworkSpec {
    var spec = NetworkSpec()
    spec.title = "Vogels–Abbott network"
    spec.populations = cuba.populations.map { PopulationSpec(name: $0.name, shape: $0.shape, model: $0.model) }
    spec.projections = cuba.projections.map { projection in
      let (source, target) = (cuba.populations[projection.source], cuba.populations[projection.target])
      return ProjectionSpec(
        name: projection.name, from: Selection(all: source.name, size: source.size),
        to: Selection(all: target.name, size: target.size), connector: .fixedProbability(0.02),
        weight: .constant(0.1), delay: .constant(0.1))
    }
    return spec
  }

  /// One neuron, nothing else.
  static let single = network("A neuron", [("neuron", [1], "IF_curr_exp")], [], dt: 0.1)

  /// Default parameters, a state of zeros.
  static func neuron(_ state: WorkbenchState) -> NeuronSnapshot {
    let model = state.selectedModel ?? Catalogue.input
    let parameters = model.parameters.map { field -> ParameterSetting in
      switch field.kind {
      case .number(let value, _, _): .number(value)
      case .choice(let words): .choice(words[0])
      case .times: .times([])
      }
    }
    return NeuronSnapshot(
      address: state.neuron, parameters: parameters, state: model.state.map { _ in 0 }, synapsesIn: 0, synapsesOut: 0,
      lastSpike: nil, rate: 0)
  }

  private static func network(
    _ title: String, _ populations: [(name: String, shape: [Int], model: String)],
    _ projections: [(name: String, source: Int, target: Int)], dt: Double, isClassifier: Bool = false
  ) -> NetworkSummary {
    let sizes = populations.map { $0.shape.reduce(1, *) }
    return NetworkSummary(
      title: title, about: "What it shows.\n\nWhere it comes from.", dt: Milliseconds(dt),
      populations: zip(populations, sizes).map { .init(name: $0.name, size: $1, shape: $0.shape, model: $0.model) },
      projections: projections.map {
        .init(
          name: $0.name, source: $0.source, target: $0.target, synapses: 20 * sizes[$0.target],
          sourceCount: sizes[$0.source], targetCount: sizes[$0.target], weightDimension: .current)
      },
      neurons: sizes.reduce(0, +), synapses: 320_014, hasClassifier: isClassifier, seed: 42)
  }
}
