/// Synapses: connect, connect anew, scale, silence, lesion, freeze, inject.
import Basics
import Debugger
import NetworkModel
import Terminal

enum ProjectionBuilding {
  static let connect = Command.building(
    "connect", title: "connect",
    help: "Connect neurons: exc inh p=0.1 0.2nA 1ms; all, one, in=10, out=10, ring=4,0.1; < 0 inhibits.",
    keys: [.character("c")], argument: "FROM TO [HOW] [WEIGHT] [DELAY]", footerRank: 63, form: ConnectForm.definition,
    completions: ConnectCompletions.all
  ) { state, spec, words throws(EditProblem) in
    guard words.count >= 2 else { throw .usage("connect exc inh p=0.1 0.2nA 1ms") }
    let source = try Names.neurons(words[0], in: state)
    let target = try Names.neurons(words[1], in: state)
    let dimension = try weightDimension(source, target, state, spec)
    let said = try ConnectionText(Array(words.dropFirst(2)), dimension)
    let name = try said.name.map { (name) throws(EditProblem) in try Names.freshProjection(name, in: spec) }
    let projection = try projection(
      from: source, to: target, said, dimension, spec, name: name ?? freeName(source, target, spec))
    if let edit = reading(said, projection, "connect", state, spec) { return edit }
    return PlannedEdit(
      words: "connect " + ProjectionWords.text(projection, dimension),
      details: ProjectionWords.numbers(projection, spec)
    ) { $0.projections.append(projection) }
  }

  static let reconnect = Command.building(
    "reconnect", title: "reconnect", help: "Draw a projection's synapses anew: another connector, weight or delay.",
    argument: "NAME [HOW] [WEIGHT] [DELAY]", completions: NameCompletions.projections
  ) { state, spec, words throws(EditProblem) in
    guard words.count >= 2 else { throw .usage("reconnect exc->inh p=0.2 0.1nA 2ms") }
    let index = try Names.projection(words[0], in: spec)
    let old = spec.projections[index]
    let source = try Names.neurons(old.source.text, in: state)
    let target = try Names.neurons(old.target.text, in: state)
    let dimension = try weightDimension(source, target, state, spec)
    let said = try ConnectionText(Array(words.dropFirst()), dimension)
    if said.name != nil { throw .usage("rename \(old.name) NEW-NAME") }
    var new = try projection(from: source, to: target, said, dimension, spec, name: old.name)
    if said.connector == nil { new.connector = old.connector }
    if said.weight == nil { (new.weight, new.receptor) = (old.weight, old.receptor) }
    if said.delay == nil { new.delay = old.delay }
    (new.plasticity, new.allowSelf, new.location) = (old.plasticity, old.allowSelf, old.location)
    let wanted = new
    if let edit = reading(said, new, "reconnect", state, spec) { return edit }
    return PlannedEdit(
      words: "reconnect " + ProjectionWords.text(new, dimension), details: ProjectionWords.numbers(new, spec)
    ) { $0.projections[index] = wanted }
  }

  /// Where files say a part of it, what has to be done first.
  private static func reading(
    _ said: ConnectionText, _ projection: ProjectionSpec, _ verb: String, _ state: WorkbenchState, _ spec: NetworkSpec
  ) -> PlannedEdit? {
    if said.files.isEmpty { return nil }
    let names = said.files.sorted { $0.key < $1.key }.compactMap { $0.value["file"] ?? $0.value["matrix"] }
    let words =
      "\(verb) \(projection.source.population) → \(projection.target.population) by \(names.joined(separator: ", "))"
    let files = FileConnection(
      projection: projection, files: said.files, spec: spec, origin: state.document?.origin ?? "", words: words)
    return PlannedEdit(words: words, files: files) { _ in }
  }

  private static func freeName(_ source: NamedNeurons, _ target: NamedNeurons, _ spec: NetworkSpec) -> String {
    let usual = ProjectionSpec.usualName(from: source.selection.population, to: target.selection.population)
    var name = usual
    var number = 2
    while spec.projections.contains(where: { $0.name == name }) {
      name = usual + "-\(number)"
      number += 1
    }
    return name
  }

  static func dimension(of projection: ProjectionSpec, _ state: WorkbenchState, _ spec: NetworkSpec) -> Dimension {
    spec.population(projection.target.population).flatMap { state.model($0.model) }?.weightDimension ?? .none
  }

  /// Of a weight from these onto those, if there can be synapses between them at all.
  private static func weightDimension(
    _ source: NamedNeurons, _ target: NamedNeurons, _ state: WorkbenchState, _ spec: NetworkSpec
  ) throws(EditProblem) -> Dimension {
    let from = state.model(spec.populations[source.population].model)
    let onto = state.model(spec.populations[target.population].model)
    if let from, !from.fires { throw .neverFires(source.selection.population, model: from.id) }
    guard let dimension = onto?.weightDimension else {
      throw .takesNothing(target.selection.population, model: onto?.id ?? "its model")
    }
    return dimension
  }

  /// A projection that keeps every rule that a document has to keep.
  private static func projection(
    from source: NamedNeurons, to target: NamedNeurons, _ said: ConnectionText, _ dimension: Dimension,
    _ spec: NetworkSpec, name: String
  ) throws(EditProblem) -> ProjectionSpec {
    let usual = said.weight ?? .constant(usualWeight(dimension, said.receptor))
    let isNegative = usual.bounds.upperBound <= 0 && usual.bounds.lowerBound < 0 && dimension != .conductance
    let receptor = said.receptor ?? (isNegative && dimension != .none ? .inhibitory : .excitatory)
    try checkSign(usual, dimension, receptor)
    let connector = said.connector ?? .allToAll
    if case .oneToOne = connector, source.selection.count != target.selection.count {
      throw .sizesDiffer(source.selection.count, target.selection.count)
    }
    let delay = said.delay ?? .constant(max(1, spec.dt.value))
    if delay.bounds.lowerBound < spec.dt.value * (1 - 1e-9), delay.single != 0 {
      throw .delayTooShort(dt: spec.dt.value)
    }
    let projection = ProjectionSpec(
      name: name, from: source.selection, to: target.selection, connector: connector, receptor: receptor,
      weight: usual, delay: delay)
    if said.files.isEmpty, !projection.isPossible {
      throw .tooFewPartners(source.selection.count, target.selection.count)
    }
    return projection
  }

  /// One that is to be seen, and does not drown everything else.
  static func usualWeight(_ dimension: Dimension, _ receptor: Receptor?) -> Double {
    let sign = receptor == .inhibitory && dimension != .conductance ? -1.0 : 1
    return switch dimension {
    case .conductance: 0.005
    case .voltage: sign * 1
    case .current: sign * 0.1
    default: sign * 0.5
    }
  }

  static func checkSign(
    _ weight: ValueSource, _ dimension: Dimension, _ receptor: Receptor
  ) throws(EditProblem) {
    if dimension == .none { return }
    let bounds = weight.bounds
    let isNegative = receptor == .inhibitory && dimension != .conductance
    if isNegative ? bounds.upperBound > 0 : bounds.lowerBound < 0 { throw .wrongSign(receptor.rawValue) }
  }
}
