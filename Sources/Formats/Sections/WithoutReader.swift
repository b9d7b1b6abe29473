/// `without:` — what the network is run without: neurons, synapses, spikes and arrivals, each one by one.
import Basics
import NetworkModel

struct WithoutReader {
  /// One of them says what is left out.
  static let kinds = ["neuron", "synapse", "spike", "arrival"]

  private let scope: Scope
  private let populations: [String: DeclaredPopulation]
  private let projections: [ProjectionSpec]
  /// The population that plays values, if one does: it sends no spikes.
  private let valued: String?

  /// - Parameter spec: as far as it has been read: its projections and stimuli.
  init(_ scope: Scope, populations: [String: DeclaredPopulation], _ spec: NetworkSpec) {
    self.scope = scope
    self.populations = populations
    projections = spec.projections
    valued = spec.presentation.flatMap { $0.stimulus.encoder == .current ? $0.target.population : nil }
  }

  func read(_ syntax: Syntax) -> [WithoutSpec] {
    guard case .sequence(let entries) = syntax.kind else {
      scope.error(at: syntax.location, .expected("a list", for: "without", found: syntax))
      return []
    }
    return entries.compactMap { entry in part(entry).map { WithoutSpec($0, location: entry.location) } }
  }

  private func part(_ syntax: Syntax) -> WithoutSpec.Part? {
    guard let fields = Fields(syntax, of: "what is left out", known: Self.kinds + ["at"], scope) else { return nil }
    let said = Self.kinds.filter(fields.has)
    guard said.count == 1, let kind = said.first else {
      scope.error(at: syntax.location, .oneOmission(said))
      return nil
    }
    guard let value = fields[kind] else { return nil }
    switch kind {
    case "neuron": return hasNoTime(fields, kind) ? neuron(value, fires: false).map { .neuron($0) } : nil
    case "synapse": return hasNoTime(fields, kind) ? pair(value).map { .synapse(from: $0.source, to: $0.target) } : nil
    case "spike":
      guard let time = time(fields, kind), let neuron = neuron(value, fires: true) else { return nil }
      return .spike(neuron, at: time)
    default:
      guard let time = time(fields, kind), let pair = pair(value), spikes(pair.source, at: value.location) else {
        return nil
      }
      return .arrival(from: pair.source, to: pair.target, at: time)
    }
  }

  // MARK: Times

  private func hasNoTime(_ fields: Fields, _ kind: String) -> Bool {
    if fields.has("at") { scope.error(at: fields.place(of: "at"), .omissionForGood(kind)) }
    return !fields.has("at")
  }

  /// The stamp of a spike, which is the end of a step.
  private func time(_ fields: Fields, _ kind: String) -> Milliseconds? {
    guard let syntax = fields.required("at", example: "{\(kind): …, at: 80.1 ms}"),
      let value = scope.quantity(syntax, .time, "at")
    else { return nil }
    guard value > 0, scope.steps(value, "at", at: syntax.location) > 0 else {
      scope.error(at: syntax.location, .spikeTimeNotAboveZero(value))
      return nil
    }
    return Milliseconds(value)
  }

  // MARK: Neurons

  /// - Parameter fires: whether it must be one that spikes; otherwise values may come from it as well.
  private func neuron(_ syntax: Syntax, fires: Bool) -> NeuronPlace? {
    guard let text = scope.text(syntax, "a neuron"), let place = neuron(text, at: syntax.location) else { return nil }
    return (fires ? spikes(place, at: syntax.location) : sends(place, at: syntax.location)) ? place : nil
  }

  private func neuron(_ text: String, at location: SourceLocation) -> NeuronPlace? {
    let word = Syntax(kind: .scalar(text, isPlain: false), location: location)
    guard let selection = scope.selection(word, among: populations, "a neuron")?.selection else { return nil }
    guard selection.count == 1, text.contains("[") else {
      scope.error(at: location, .notOneNeuron(text, in: selection.population))
      return nil
    }
    return NeuronPlace(selection.population, selection.index(at: 0))
  }

  /// `inh[3] -> exc[17]`, between which a synapse can be.
  private func pair(_ syntax: Syntax) -> (source: NeuronPlace, target: NeuronPlace)? {
    guard let text = scope.text(syntax, "a synapse") else { return nil }
    guard let arrow = text.firstRange(of: "->") else {
      scope.error(at: syntax.location, .noSynapse(text))
      return nil
    }
    guard let source = neuron(String(text[..<arrow.lowerBound]), at: syntax.location),
      let target = neuron(String(text[arrow.upperBound...]), at: syntax.location)
    else { return nil }
    let isJoined = projections.contains { $0.joins(source, target) }
    if !isJoined { scope.error(at: syntax.location, .neverJoined(source.selection.text, target.selection.text)) }
    return isJoined ? (source, target) : nil
  }

  private func sends(_ neuron: NeuronPlace, at place: SourceLocation) -> Bool {
    guard let model = populations[neuron.population]?.descriptor, !model.fires else { return true }
    scope.error(at: place, .nothingToLeaveOut(neuron.population, model))
    return false
  }

  private func spikes(_ neuron: NeuronPlace, at place: SourceLocation) -> Bool {
    if neuron.population == valued {
      scope.error(at: place, .valuesAreNoSpikes(neuron.population))
      return false
    }
    return sends(neuron, at: place)
  }
}
