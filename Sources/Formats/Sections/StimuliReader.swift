/// `stimuli:` — currents, noise and data into the network.
import Basics
import NetworkModel

struct StimuliReader {
  private static let kinds = ["current", "poisson", "data"]
  private static let dataKeys = PartDescriptor.named("data", among: PartDescriptor.stimuli).beside

  private let scope: Scope
  private let populations: [String: DeclaredPopulation]
  private let datasets: [Dataset]
  private let dataNames: [String]

  init(_ scope: Scope, populations: [String: DeclaredPopulation], datasets: [Dataset], dataNames: [String]) {
    self.scope = scope
    self.populations = populations
    self.datasets = datasets
    self.dataNames = dataNames
  }

  func read(_ syntax: Syntax) -> [StimulusSpec] {
    guard case .sequence(let entries) = syntax.kind else {
      scope.error(at: syntax.location, .expected("a list", for: "stimuli", found: syntax))
      return []
    }
    let stimuli = entries.compactMap { stimulus($0) }
    let playing = stimuli.filter { if case .data = $0.kind { true } else { false } }
    for second in playing.dropFirst() { scope.error(at: second.location, .secondDataStimulus) }
    return stimuli
  }

  private func stimulus(_ entry: Syntax) -> StimulusSpec? {
    guard case .mapping(let entries) = entry.kind else {
      scope.error(at: entry.location, .expected("a mapping", for: "a stimulus", found: entry))
      return nil
    }
    let kinds = entries.map(\.key).filter { Self.kinds.contains($0) }
    let known = ["into"] + Self.kinds + (kinds.contains("data") || kinds.isEmpty ? Self.dataKeys : [])
    guard let fields = Fields(entry, of: "a stimulus", known: known, scope) else { return nil }
    let into = fields.required("into", example: "into: exc").flatMap { scope.selection($0, among: populations, "into") }
    guard kinds.count == 1, let kind = kinds.first else {
      scope.error(at: entry.location, .oneStimulus(kinds))
      return nil
    }
    let place = fields.place(of: "into")
    guard let value = fields[kind] else { return nil }
    let read: StimulusSpec.Kind? =
      switch kind {
      case "current": CurrentReader(scope, into: into, at: place).read(value)
      case "poisson": poisson(value, into, at: place)
      default: data(value, fields, into, at: place)
      }
    guard let selection = into?.selection, let read else { return nil }
    return StimulusSpec(into: selection, read, location: entry.location)
  }

  // MARK: Poisson

  private func poisson(_ syntax: Syntax, _ into: ReadSelection?, at place: SourceLocation) -> StimulusSpec.Kind? {
    let known = PartDescriptor.named("poisson", among: PartDescriptor.stimuli).inside
    guard let fields = Fields(syntax, of: "a Poisson stimulus", known: known, scope) else { return nil }
    let model = into?.population.descriptor
    if let into, let model, model.kind != .neuron { scope.error(at: place, .notANeuron(into.population.name, model)) }
    let rate = fields.required("rate", example: "rate: 1 kHz").flatMap {
      scope.quantity($0, .rate, "rate", in: 0...1e9)
    }
    let receptor = fields["receptor"].map { scope.choice($0, "receptor") ?? Receptor?.none } ?? .excitatory
    guard let syntax = fields.required("weight", example: "weight: 0.1 nA"), let dimension = model?.weightDimension,
      let weight = scope.quantity(syntax, dimension, "weight")
    else { return nil }
    scope.checkSign(of: .constant(weight), dimension, receptor, at: syntax.location)
    guard let rate, let receptor else { return nil }
    return .poisson(rate: rate, weight: weight, receptor: receptor)
  }

  // MARK: Data

  private func data(
    _ syntax: Syntax, _ fields: Fields, _ into: ReadSelection?, at place: SourceLocation
  ) -> StimulusSpec.Kind? {
    if let into, let model = into.population.descriptor, model.kind != .input {
      scope.error(at: place, .notAnInput(into.population.name, model))
    }
    let name = scope.text(syntax, "data")
    if let name, !dataNames.contains(name) {
      scope.error(at: syntax.location, .unknownData(name, known: dataNames))
    }
    let encoder: DataStimulus.Encoder? = fields.required("encoder", example: "encoder: current").flatMap {
      scope.choice($0, "encoder", planned: PlannedWords.encoders)
    }
    let steps = fields.required("present", example: "present: 64 steps").flatMap {
      scope.integer($0, "present", in: 1...1_000_000_000, steps: true)
    }
    let between = fields["between"].map { scope.choice($0, "between") ?? DataStimulus.Between?.none } ?? .reset
    let order = fields["order"].map { scope.choice($0, "order") ?? DataStimulus.Order?.none } ?? .file
    guard let name, let encoder, let steps, let between, let order else { return nil }
    if let dataset = datasets.first(where: { $0.name == name }) { check(dataset, encoder, into, at: syntax.location) }
    return .data(
      DataStimulus(dataset: name, encoder: encoder, presentSteps: steps, between: between, order: order))
  }

  private func check(
    _ dataset: Dataset, _ encoder: DataStimulus.Encoder, _ into: ReadSelection?, at place: SourceLocation
  ) {
    if let into, let count = into.count, count != dataset.featureCount {
      scope.error(at: place, .dataWidth(dataset.featureCount, neurons: count, of: into.population.name))
    }
    guard encoder == .poisson, let wrong = dataset.values.first(where: { $0 < 0 || $0 > 1 }) else { return }
    scope.warning(at: place, .probabilityClipped(Double(wrong)))
  }
}
