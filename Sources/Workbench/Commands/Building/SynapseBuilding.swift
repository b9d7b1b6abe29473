/// One synapse: its weight and its delay, by name or under the cursor of the weights.
import Basics
import Debugger
import NetworkModel
import Terminal

enum SynapseBuilding {
  private static let example = "weight exc[3] -> inh[7] 0.2nA 1ms"

  static let weight = Command.building(
    "weight", title: "weight", help: "Give one synapse a weight, a delay or both: exc[3] -> inh[7] 0.2nA 1ms.",
    argument: "NEURON -> NEURON [WEIGHT] [DELAY] [of=PROJECTION]", completions: completions
  ) { state, spec, words throws(EditProblem) in
    let (ends, rest) = try divided(words)
    let source = try neuron(ends.source, state)
    let target = try neuron(ends.target, state)
    let index = try projection(from: source, to: target, rest, state, spec)
    let projection = spec.projections[index]
    let dimension = ProjectionBuilding.dimension(of: projection, state, spec)
    let said = try ConnectionText(rest.filter { !$0.hasPrefix("of=") }, dimension)
    guard said.name == nil, said.connector == nil, said.receptor == nil, said.weight != nil || said.delay != nil,
      let pre = projection.source.position(of: source.index), let post = projection.target.position(of: target.index)
    else { throw .usage(example) }
    let known = projection.exceptions.last { $0.pre == pre && $0.post == post }
    let weight = try said.weight.map { (value) throws(EditProblem) in try single(value, in: projection, dimension) }
    let delay = try said.delay.map { (value) throws(EditProblem) in try single(delay: value, dt: spec.dt) }
    let before = state.cursorSynapse.flatMap { $0.joins(source, target, state) ? $0 : nil }
    // What is said as it is anyway is no exception: a delay of its own takes another way through the engine.
    let synapse = ListedSynapse(
      pre: pre, post: post,
      weight: SynapseWords.isSame(weight, before?.weight) ? known?.weight : weight ?? known?.weight,
      delay: SynapseWords.isSame(delay?.value, before?.delay.value) ? known?.delay : delay ?? known?.delay)
    return PlannedEdit(
      words: "\(source.selection.text) → \(target.selection.text): "
        + SynapseWords.change(of: synapse, from: before, dimension), details: "in \(projection.name)"
    ) { spec in
      if synapse == known || synapse.weight == nil && synapse.delay == nil { return }
      spec.projections[index].exceptions.removeAll { $0.pre == pre && $0.post == post }
      spec.projections[index].exceptions.append(synapse)
    }
  }

  static let edit = Command(
    "edit-synapse", title: "change weight",
    help: "Change the weight and delay of the synapse under the cursor of the weights.", keys: [.character("s")],
    scope: .panes([.weights]), section: .building, footerRank: 83,
    disabledReason: { state in
      if let missing = Requirement.projection(state) ?? WorkbenchState.whyNotEdited(state) { return missing }
      return state.cursorSynapse == nil ? "these two neurons are not connected" : nil
    }
  ) { state, _ in
    if let synapse = state.cursorSynapse { state.openPrompt(SynapseWords.command(for: synapse, state)) }
    return []
  }

  // MARK: The argument

  /// The two ends, whether the arrow stands by itself or not, and what is behind them.
  private static func divided(
    _ words: [String]
  ) throws(EditProblem) -> (ends: (source: String, target: String), rest: [String]) {
    let arrow = "->"
    if words.count > 2, words[1] == arrow { return ((words[0], words[2]), Array(words.dropFirst(3))) }
    guard let first = words.first, let range = first.firstRange(of: arrow) else { throw .usage(example) }
    return ((String(first[..<range.lowerBound]), String(first[range.upperBound...])), Array(words.dropFirst()))
  }

  private static func neuron(_ text: String, _ state: WorkbenchState) throws(EditProblem) -> NeuronPlace {
    let neurons = try Names.neurons(text, in: state)
    guard neurons.selection.count == 1 else { throw .usage(example) }
    return NeuronPlace(neurons.selection.population, neurons.selection.index(at: 0))
  }

  /// The named one; otherwise the one in view, if it joins them, or the first that does.
  private static func projection(
    from source: NeuronPlace, to target: NeuronPlace, _ words: [String], _ state: WorkbenchState, _ spec: NetworkSpec
  ) throws(EditProblem) -> Int {
    let possible = spec.projections.indices.filter { spec.projections[$0].joins(source, target) }
    if let named = words.first(where: { $0.hasPrefix("of=") }) {
      let index = try Names.projection(String(named.dropFirst("of=".count)), in: spec)
      if possible.contains(index) { return index }
    } else if let shown = possible.first(where: { spec.projections[$0].name == state.selectedProjection?.name }) {
      return shown
    } else if let first = possible.first {
      return first
    }
    throw .neverJoined(source.selection.text, target.selection.text)
  }

  private static func single(
    _ source: ValueSource, in projection: ProjectionSpec, _ dimension: Dimension
  ) throws(EditProblem) -> Double {
    guard let value = source.single else { throw .usage(example) }
    try ProjectionBuilding.checkSign(source, dimension, projection.receptor)
    if let bounds = projection.plasticity?.weights, !bounds.contains(value) { throw .weightOutside(bounds, dimension) }
    return value
  }

  private static func single(delay source: ValueSource, dt: Milliseconds) throws(EditProblem) -> Milliseconds {
    guard let value = source.single else { throw .usage(example) }
    if value < dt.value * (1 - 1e-9) { throw .delayTooShort(dt: dt.value) }
    return Milliseconds(value)
  }

  /// The synapse under the cursor, as it is.
  @Sendable private static func completions(_ state: WorkbenchState, _ typed: String) -> [String] {
    guard let synapse = state.cursorSynapse else { return NameCompletions.populations(state, typed) }
    return typed.contains(" ") ? [] : [String(SynapseWords.command(for: synapse, state).dropFirst("weight ".count))]
  }
}

extension CursorSynapse {
  fileprivate func joins(_ from: NeuronPlace, _ to: NeuronPlace, _ state: WorkbenchState) -> Bool {
    state.place(of: source) == from && state.place(of: target) == to
  }
}

/// A synapse in words: what becomes of it, and the command that leaves it as it is.
enum SynapseWords {
  static func change(of synapse: ListedSynapse, from before: CursorSynapse?, _ dimension: Dimension) -> String {
    func change(_ name: String, _ old: Double?, _ new: Double, _ dimension: Dimension) -> String {
      let from = old.map { NumberText.significant($0, digits: 5) + " → " } ?? ""
      return "\(name) \(from)\(NumberText.quantity(new, dimension))"
    }
    let weight = synapse.weight.map { change("weight", before?.weight, $0, dimension) }
    let delay = synapse.delay.map { change("delay", before?.delay.value, $0.value, .time) }
    let changes = [weight, delay].compactMap(\.self)
    return changes.isEmpty ? "as it is" : changes.joined(separator: ", ")
  }

  /// Whether a value is the one of before, as far as that was shown to whoever typed it.
  static func isSame(_ new: Double?, _ before: Double?) -> Bool {
    guard let new, let before else { return false }
    return NumberText.significant(new, digits: digits) == NumberText.significant(before, digits: digits)
  }

  private static let digits = 7

  static func command(for synapse: CursorSynapse, _ state: WorkbenchState) -> String {
    guard let source = state.place(of: synapse.source), let target = state.place(of: synapse.target),
      let projections = state.network?.projections, projections.indices.contains(synapse.projection)
    else { return "weight " }
    let shown = projections[synapse.projection]
    let dimension = shown.weightDimension
    let values = [
      NumberText.quantity(synapse.weight, dimension, digits: digits),
      NumberText.quantity(synapse.delay.value, .time, digits: digits),
    ]
    let isFirst = state.document?.spec.projections.first { $0.joins(source, target) }?.name == shown.name
    return
      (["weight \(source.selection.text) -> \(target.selection.text)"] + values
      + (isFirst || shown.name == state.selectedProjection?.name ? [] : ["of=\(shown.name)"])).joined(separator: " ")
  }
}

extension WorkbenchState {
  /// A neuron by its name; nil where the network has none such.
  func place(of neuron: NeuronAddress) -> NeuronPlace? {
    guard let network, network.populations.indices.contains(neuron.population) else { return nil }
    return NeuronPlace(network.populations[neuron.population].name, neuron.index)
  }
}
