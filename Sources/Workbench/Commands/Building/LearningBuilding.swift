/// Which weights learn and by what rule; freeze them, and keep what they have learned.
import Basics
import Debugger
import NetworkModel
import Terminal

enum LearningBuilding {
  static let freeze = Command.building(
    "freeze", title: "freeze", help: "Let the weights of a projection stay as they have been learned.",
    argument: "NAME", completions: learning
  ) { _, spec, words throws(EditProblem) in
    guard words.count == 1 else { throw .usage("freeze learned") }
    let index = try Names.projection(words[0], in: spec)
    guard spec.projections[index].plasticity != nil else { throw .doesNotLearn(words[0]) }
    return PlannedEdit(words: "freeze \(words[0])") { $0.projections[index].plasticity?.isFrozen = true }
  }

  static let learn = Command.building(
    "learn", title: "learn", help: "Let weights learn by a rule, up to a greatest weight; frozen ones go on.",
    argument: "NAME [RULE] [W_MAX] [PARAMETER=VALUE …]", form: LearnForm.definition, completions: completions
  ) { state, spec, words throws(EditProblem) in
    guard let name = words.first else { throw .usage("learn exc->exc stdp_pair 1nA") }
    let index = try Names.projection(name, in: spec)
    let projection = spec.projections[index]
    if words.count == 1, let plasticity = projection.plasticity, plasticity.isFrozen {
      return PlannedEdit(words: "\(name) goes on learning by \(plasticity.rule)") {
        $0.projections[index].plasticity?.isFrozen = false
      }
    }
    if projection.weight.bounds.lowerBound < 0 { throw .cannotLearn(name) }
    let dimension = ProjectionBuilding.dimension(of: projection, state, spec)
    let plasticity = try plasticity(Array(words.dropFirst()), projection, dimension, state)
    let text = NumberText.quantity(plasticity.weights.upperBound, dimension)
    return PlannedEdit(words: "\(name) learns by \(plasticity.rule), up to \(text)") {
      $0.projections[index].plasticity = plasticity
    }
  }

  static let keepWeights = Command(
    "keep-weights", title: "keep weights", help: "Write the weights as they are learned now into the document.",
    section: .building, argument: "NAME", disabledReason: WorkbenchState.whyNotEdited, completions: learning
  ) { state, argument in
    guard let projection = state.document?.spec.projections.first(where: { $0.name == argument }) else {
      let names = state.document?.spec.projections.map(\.name) ?? []
      state.complain(
        EditProblem.nothingNamed(argument, nearest: Spelling.nearest(to: argument, among: names)).description)
      return []
    }
    guard projection.plasticity != nil else {
      state.complain(EditProblem.doesNotLearn(argument).description)
      return []
    }
    state.inform("asking for the weights of \(argument) …")
    return [.engine(.tellWeights(of: argument))]
  }

  // MARK: The argument

  @Sendable private static func learning(_ state: WorkbenchState, _ typed: String) -> [String] {
    let projections = state.document?.spec.projections ?? []
    return typed.contains(" ") ? [] : projections.filter { $0.plasticity != nil }.map(\.name)
  }

  @Sendable private static func completions(_ state: WorkbenchState, _ typed: String) -> [String] {
    guard let space = typed.firstIndex(of: " ") else { return NameCompletions.projections(state, typed) }
    return state.rules.map { typed[...space] + $0.id }
  }

  /// What is not said is usual: the first rule, and twice the greatest weight that there is.
  private static func plasticity(
    _ words: [String], _ projection: ProjectionSpec, _ dimension: Dimension, _ state: WorkbenchState
  ) throws(EditProblem) -> PlasticitySpec {
    let (plain, settings) = Words.dividingSettings(words)
    guard plain.count <= 2 else { throw .usage("learn \(projection.name) stdp_pair 1nA A_plus=0.02") }
    let rule = try rule(plain.first ?? projection.plasticity?.rule ?? state.rules.first?.id ?? "", state)
    let greatest = try plain.count > 1 ? weight(plain[1], dimension) : usualGreatest(projection)
    guard let greatest, greatest > 0 else { throw .usage("learn \(projection.name) \(rule.id) 1nA") }
    let parameters = try SettingText.settings(settings, of: rule.id, rule.parameters)
    return PlasticitySpec(rule: rule.id, parameters: parameters, weights: 0...greatest)
  }

  private static func rule(_ name: String, _ state: WorkbenchState) throws(EditProblem) -> RuleDescriptor {
    if let rule = state.rules.first(where: { $0.id == name }) { return rule }
    throw .unknownRule(name, nearest: Spelling.nearest(to: name, among: state.rules.map(\.id)))
  }

  private static func weight(_ text: String, _ dimension: Dimension) throws(EditProblem) -> Double {
    do throws(QuantityError) {
      return try Quantity.value(of: text, expecting: dimension)
    } catch {
      throw .quantity(error, what: "w_max")
    }
  }

  /// Nil where a distribution has no end.
  static func usualGreatest(_ projection: ProjectionSpec) -> Double? {
    let greatest = projection.weight.bounds.upperBound
    return projection.plasticity?.weights.upperBound ?? (greatest < 1e300 ? 2 * greatest : nil)
  }
}

extension WorkbenchState {
  /// The engine has told the weights of a projection: the document says them from now on, one by one.
  mutating func keep(weights synapses: [ListedSynapse], of name: String, _ delay: Milliseconds?) -> [Effect] {
    guard let index = document?.spec.projections.firstIndex(where: { $0.name == name }) else { return [] }
    let words = "the document keeps the weights of \(name): \(NumberText.count(synapses.count, "synapse"))"
    return rebuild(words, lineage: Lineage(weightFactors: [name: 1])) { spec in
      spec.projections[index].connector = .list(synapses)
      spec.projections[index].exceptions = []
      spec.projections[index].weight = .constant(1)
      spec.projections[index].delay = .constant((delay ?? spec.dt).value)
      spec.projections[index].allowSelf = true
    }
  }
}
