/// `plasticity:` of a projection: a rule, its parameters, and the bounds of the weights.
import Basics
import NetworkModel

struct PlasticityReader {
  let scope: Scope
  /// Of the weights; none where pairs are placed by hand on a source.
  let dimension: Dimension
  let receptor: Receptor?

  /// Nil after complaints.
  func read(_ syntax: Syntax) -> PlasticitySpec? {
    let rule = self.rule(named: syntax)
    let names = rule?.parameters.map(\.name) ?? scope.rules.flatMap { $0.parameters.map(\.name) }
    guard let fields = Fields(syntax, of: "plasticity", known: ["rule", "w_min", "w_max", "frozen"] + names, scope)
    else {
      return nil
    }
    if !fields.has("rule") {
      _ = fields.required("rule", example: "rule: \(scope.rules.first?.id ?? "stdp_pair")")
    }
    if receptor == .inhibitory, dimension != .none, dimension != .conductance {
      scope.error(at: fields.location, .negativeWeightsCannotLearn)
      return nil
    }
    let weights = bounds(fields)
    guard let rule, let parameters = parameters(fields, rule), let weights else { return nil }
    let isFrozen = fields["frozen"].flatMap { scope.boolean($0, "frozen") } ?? false
    return PlasticitySpec(rule: rule.id, parameters: parameters, weights: weights, isFrozen: isFrozen)
  }

  private func rule(named syntax: Syntax) -> RuleDescriptor? {
    guard case .mapping(let entries) = syntax.kind,
      let value = entries.first(where: { $0.key == "rule" })?.value, !value.isNull,
      let word = scope.text(value, "rule")
    else { return nil }
    if let rule = scope.rules.first(where: { $0.id == word }) { return rule }
    scope.error(at: value.location, .unknownRule(word, known: scope.rules.map(\.id)))
    return nil
  }

  /// Those that the document sets. Nil where one is wrong, when all have been looked at.
  private func parameters(_ fields: Fields, _ rule: RuleDescriptor) -> [String: ParameterSetting]? {
    var settings: [String: ParameterSetting] = [:]
    var isSound = true
    for field in rule.parameters where fields.has(field.name) {
      let setting = fields[field.name].flatMap { self.setting($0, field) }
      settings[field.name] = setting
      isSound = isSound && setting != nil
    }
    return isSound ? settings : nil
  }

  private func setting(_ syntax: Syntax, _ field: ParameterField) -> ParameterSetting? {
    switch field.kind {
    case .choice(let words):
      return scope.choice(syntax, among: words, planned: PlannedWords.ruleChoices, field.name).map { .choice($0) }
    case .times: return nil
    case .number(_, let allowed, let excludesLowerBound):
      guard let value = scope.quantity(syntax, field.dimension, field.name) else { return nil }
      if field.allows(value) { return .number(value) }
      scope.error(
        at: syntax.location,
        .notAllowed(
          value, .constant(value), allowed, excludesLowerBound: excludesLowerBound, field.dimension, what: field.name))
      return nil
    }
  }

  /// Weights with a dimension keep their sign; and steps are parts of `w_max`, which is therefore above 0.
  private func bounds(_ fields: Fields) -> ClosedRange<Double>? {
    let example = "w_max: " + Complaint.quantity(1, dimension)
    let widest = Double.greatestFiniteMagnitude
    let greatest = fields.required("w_max", example: example).flatMap { scope.quantity($0, dimension, "w_max") }
    let lowest = dimension == .none ? -widest : 0
    let least = fields.has("w_min") ? fields["w_min"].flatMap { scope.quantity($0, dimension, "w_min") } : 0
    guard let greatest, let least else { return nil }
    if greatest <= 0 {
      scope.error(at: fields.place(of: "w_max"), .mustBeAboveZero(greatest, dimension, what: "w_max"))
    } else if least < lowest || least >= greatest {
      scope.error(at: fields.place(of: "w_min"), .boundsOfWeight(least, greatest, dimension))
    } else {
      return least...greatest
    }
    return nil
  }

  /// Complains about a weight that can lie outside the bounds at the start.
  func check(
    _ weight: ValueSource?, _ connector: Connector?, within bounds: ClosedRange<Double>, at place: SourceLocation
  ) {
    let wrong: Double? =
      switch (connector, weight) {
      case (.matrix(let matrix), _): matrix.values.first { !bounds.contains($0) }
      case (_, .lognormal): .infinity
      case (.list(let synapses), let weight): listed(synapses, weight, bounds)
      case (_, let weight): weight?.breaking(bounds)
      }
    if let wrong { scope.error(at: place, .weightOutsideBounds(wrong, bounds, dimension)) }
  }

  private func listed(_ synapses: [ListedSynapse], _ weight: ValueSource?, _ bounds: ClosedRange<Double>) -> Double? {
    if let own = synapses.lazy.compactMap(\.weight).first(where: { !bounds.contains($0) }) { return own }
    return synapses.contains { $0.weight == nil } ? weight?.breaking(bounds) : nil
  }
}
