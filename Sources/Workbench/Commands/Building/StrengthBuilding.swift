/// How strongly populations act on one another: scale, silence, lesion; and what is injected.
import Basics
import Debugger
import NetworkModel
import Terminal

enum StrengthBuilding {
  static let scale = Command.building(
    "scale", title: "scale", help: "Multiply the weights of a projection, or of all that leave a population.",
    argument: "NAME FACTOR", completions: NameCompletions.both
  ) { _, spec, words throws(EditProblem) in
    guard words.count == 2, let factor = Double(words[1]), factor.isFinite, factor >= 0 else {
      throw .usage("scale exc->inh 1.5")
    }
    return try scaled(words[0], by: factor, spec, "scale \(words[0]) by \(NumberText.significant(factor))")
  }

  static let silence = Command.building(
    "silence", title: "silence", help: "Set the weights of a projection, or of all that leave a population, to 0.",
    argument: "NAME", completions: NameCompletions.both
  ) { _, spec, words throws(EditProblem) in
    guard words.count == 1 else { throw .usage("silence inh") }
    return try scaled(words[0], by: 0, spec, "silence \(words[0])")
  }

  static let lesion = Command.building(
    "lesion", title: "lesion", help: "Remove all synapses to and from a population, which stays.", argument: "NAME",
    completions: NameCompletions.populations
  ) { _, spec, words throws(EditProblem) in
    guard words.count == 1 else { throw .usage("lesion inh") }
    let name = try Names.population(words[0], in: spec).name
    let lost = spec.projections.filter { $0.touches(name) }.map(\.name)
    return PlannedEdit(words: "lesion \(name): \(lost.isEmpty ? "it has no synapses" : lost.joined(separator: ", "))") {
      $0.projections.removeAll { $0.touches(name) }
    }
  }

  static let inject = Command.building(
    "inject", title: "inject", help: "Inject a constant current: exc[3] 0.3nA from 100ms to 400ms.",
    keys: [.character("i")], argument: "NEURONS CURRENT [from TIME] [to TIME]", footerRank: 40,
    form: InjectForm.definition, completions: NameCompletions.populations
  ) { state, spec, words throws(EditProblem) in
    guard words.count >= 2 else { throw .usage("inject exc[3] 0.3nA from 100ms to 400ms") }
    let neurons = try Names.neurons(words[0], in: state)
    let id = spec.populations[neurons.population].model
    guard let model = state.model(id), model.kind == .neuron else {
      throw .takesNothing(neurons.selection.population, model: id)
    }
    let dimension: Dimension = model.isDimensionless ? .none : .current
    let (amplitude, from, to) = try current(Array(words.dropFirst()), dimension)
    let stimulus = StimulusSpec(into: neurons.selection, .current(amplitude: amplitude, from: from, to: to))
    let text = NumberText.quantity(amplitude, dimension)
    return PlannedEdit(words: "inject \(text) into \(neurons.text)") { $0.stimuli.append(stimulus) }
  }

  private static func current(
    _ words: [String], _ dimension: Dimension
  ) throws(EditProblem) -> (Double, Milliseconds, Milliseconds?) {
    var texts = ["": "", "from": "", "to": ""]
    var key = ""
    for word in words {
      if word == "from" || word == "to" { key = word } else { texts[key, default: ""] += word }
    }
    do throws(QuantityError) {
      let amplitude = try Quantity.value(of: texts[""] ?? "", expecting: dimension)
      let from = texts["from"]?.isEmpty == false ? try Quantity.value(of: texts["from"] ?? "", expecting: .time) : 0
      let to = texts["to"]?.isEmpty == false ? try Quantity.value(of: texts["to"] ?? "", expecting: .time) : nil
      if from < 0 || to.map({ $0 <= from }) ?? false { throw QuantityError.notANumber("to") }
      return (amplitude, Milliseconds(from), to.map { Milliseconds($0) })
    } catch {
      throw .quantity(error, what: "current")
    }
  }

  private static func scaled(
    _ name: String, by factor: Double, _ spec: NetworkSpec, _ words: String
  ) throws(EditProblem) -> PlannedEdit {
    let isPopulation = spec.population(name) != nil
    if !isPopulation { _ = try Names.projection(name, in: spec) }
    let chosen = spec.projections.indices.filter {
      isPopulation ? spec.projections[$0].source.population == name : spec.projections[$0].name == name
    }
    let names = chosen.map { spec.projections[$0].name }
    // What has been learned is scaled as it is now, and not as it was described once.
    let learning = chosen.filter { spec.projections[$0].plasticity != nil }
    let factors = Dictionary(uniqueKeysWithValues: learning.map { (spec.projections[$0].name, factor) })
    return PlannedEdit(words: "\(words): \(names.joined(separator: ", "))", lineage: Lineage(weightFactors: factors)) {
      spec in
      for index in chosen { spec.projections[index].scale(by: factor) }
    }
  }
}

extension ProjectionSpec {
  /// Every weight; those that learn stay within their bounds.
  fileprivate mutating func scale(by factor: Double) {
    let bounds = plasticity?.weights
    func scaled(_ weight: Double) -> Double {
      bounds.map { min(max(weight * factor, $0.lowerBound), $0.upperBound) } ?? weight * factor
    }
    exceptions = exceptions.map { $0.scaled(by: scaled) }
    switch connector {
    case .matrix(let matrix):
      connector = .matrix(
        WeightMatrix(postCount: matrix.postCount, preCount: matrix.preCount, values: matrix.values.map(scaled)))
    case .list(let synapses):
      connector = .list(
        synapses.map { $0.scaled(by: scaled) })
      // What says no weight of its own has that of all; where each has one, that of all is not touched.
      if synapses.contains(where: { $0.weight == nil }) { fallthrough }
    default:
      weight = weight.scaled(by: factor)
      if let bounds { weight = weight.clamped(to: bounds) }
    }
  }
}

extension ListedSynapse {
  fileprivate func scaled(by change: (Double) -> Double) -> ListedSynapse {
    ListedSynapse(pre: pre, post: post, weight: weight.map(change), delay: delay)
  }
}

extension ValueSource {
  fileprivate func scaled(by factor: Double) -> ValueSource {
    if factor == 0 { return .constant(0) }
    return switch self {
    case .constant(let value): .constant(value * factor)
    case .uniform(let low, let high): .uniform(low: low * factor, high: high * factor)
    case .normal(let mean, let deviation, let min, let max):
      .normal(
        mean: mean * factor, deviation: deviation * factor, min: min.map { $0 * factor }, max: max.map { $0 * factor })
    case .lognormal(let mu, let sigma): .lognormal(mu: mu + Elementary.log(factor), sigma: sigma)
    case .values(let values): .values(values.map { $0 * factor })
    }
  }

  fileprivate func clamped(to bounds: ClosedRange<Double>) -> ValueSource {
    func fit(_ value: Double) -> Double { Swift.min(Swift.max(value, bounds.lowerBound), bounds.upperBound) }
    return switch self {
    case .constant(let value): .constant(fit(value))
    case .uniform(let low, let high): .uniform(low: fit(low), high: fit(high))
    case .normal(let mean, let deviation, let min, let max):
      .normal(
        mean: fit(mean), deviation: deviation, min: fit(min ?? bounds.lowerBound), max: fit(max ?? bounds.upperBound))
    case .lognormal: self
    case .values(let values): .values(values.map(fit))
    }
  }
}
