/// The parameters and the initial state of one population, checked against what its model says of itself.
import Basics
import NetworkModel

struct ParametersReader {
  private let scope: Scope
  private let model: ModelDescriptor
  /// Nil where the population's size is wrong.
  private let count: Int?

  init(_ scope: Scope, _ model: ModelDescriptor, count: Int?) {
    self.scope = scope
    self.model = model
    self.count = count
  }

  func parameters(_ entries: [Syntax.Entry]) -> [String: ParameterSource] {
    var result: [String: ParameterSource] = [:]
    for entry in entries {
      guard let field = model.parameter(entry.key) else {
        scope.error(
          at: entry.keyLocation, .unknownParameter(entry.key, of: model, known: model.parameters.map(\.name)))
        continue
      }
      if entry.value.isNull, !isChoice(field, entry.value) {
        scope.error(at: entry.keyLocation, .missingValue(entry.key))
      } else if let value = value(entry.value, field) {
        result[field.name] = value
      }
    }
    return result
  }

  /// The word `null` may be one of a field's choices.
  private func isChoice(_ field: ParameterField, _ syntax: Syntax) -> Bool {
    if case .choice(let words) = field.kind { words.contains(syntax.text ?? "") } else { false }
  }

  private func value(_ syntax: Syntax, _ field: ParameterField) -> ParameterSource? {
    switch field.kind {
    case .choice(let words): return scope.choice(syntax, among: words, field.name).map { .choice($0) }
    case .times: return SpikeTimesReader(scope, count: count).read(syntax, field.name).map { .spikeTimes($0) }
    case .number(_, let allowed, let excludesLowerBound):
      guard let source = scope.valueSource(syntax, field.dimension, field.name, count: count ?? listLength(syntax))
      else {
        return nil
      }
      if let wrong = source.breaking(allowed, excludesLowerBound: excludesLowerBound) {
        scope.error(
          at: syntax.location,
          .notAllowed(wrong, source, allowed, excludesLowerBound: excludesLowerBound, field.dimension, what: field.name)
        )
        return nil
      }
      warnOffGrid(source, field, at: syntax.location)
      return .number(source)
    }
  }

  /// Where the size is unknown any length will do, lest one mistake be reported twice.
  private func listLength(_ syntax: Syntax) -> Int? {
    if case .sequence(let values) = syntax.kind { values.count } else { nil }
  }

  /// A refractory time counts whole steps.
  private func warnOffGrid(_ source: ValueSource, _ field: ParameterField, at place: SourceLocation) {
    guard field.name == "tau_refrac", let value = source.single else { return }
    if field.dimension == .time {
      scope.steps(value, field.name, at: place)
    } else if value != value.rounded() {
      scope.warning(at: place, .roundedToWhole(value, what: field.name))
    }
  }

  func initial(_ entries: [Syntax.Entry]) -> [String: ValueSource] {
    var result: [String: ValueSource] = [:]
    let settable = model.state.filter(\.isInitial)
    for entry in entries {
      guard let variable = settable.first(where: { $0.name == entry.key }) else {
        scope.error(at: entry.keyLocation, .unknownVariable(entry.key, of: model, known: settable.map(\.name)))
        continue
      }
      let count = count ?? listLength(entry.value)
      if let source = scope.valueSource(entry.value, variable.dimension, variable.name, count: count) {
        result[variable.name] = source
      }
    }
    return result
  }

  /// Warns of a reset that leaves the neuron above its threshold, where it fires in every step.
  func checkTogether(_ parameters: [String: ParameterSource], at place: SourceLocation) {
    guard parameters["reset"] != .choice("none"), let reset = constant("v_reset", parameters),
      let threshold = constant("v_thresh", parameters), reset >= threshold, let field = model.parameter("v_reset")
    else { return }
    scope.warning(at: place, .resetAboveThreshold(reset, threshold, field.dimension))
  }

  private func constant(_ name: String, _ parameters: [String: ParameterSource]) -> Double? {
    guard let field = model.parameter(name), case .number(let normal, _, _) = field.kind else { return nil }
    guard let given = parameters[name] else { return normal }
    if case .number(let source) = given { return source.single }
    return nil
  }
}
