/// `projections:`; an entry with several targets makes several projections.
import Basics
import NetworkModel

struct ProjectionsReader {
  static let keys = [
    "name", "from", "to", "connect", "receptor", "weight", "delay", "except", "allow_self", "plasticity",
  ]

  private let scope: Scope
  private let populations: [String: DeclaredPopulation]

  init(_ scope: Scope, populations: [String: DeclaredPopulation]) {
    self.scope = scope
    self.populations = populations
  }

  /// - Returns: the sound projections, and where each one's delay was written.
  func read(_ syntax: Syntax) -> [(spec: ProjectionSpec, delayPlace: SourceLocation)] {
    guard case .sequence(let entries) = syntax.kind else {
      scope.error(at: syntax.location, .expected("a list", for: "projections", found: syntax))
      return []
    }
    var result: [(spec: ProjectionSpec, delayPlace: SourceLocation)] = []
    var lines: [String: Int] = [:]
    var bytes = 0.0
    for entry in entries {
      for (spec, delayPlace) in projections(entry) {
        if let line = lines[spec.name] {
          scope.error(at: entry.location, .projectionNameTaken(spec.name, line: line))
          continue
        }
        lines[spec.name] = entry.location.line
        bytes += spec.leastMemory(onto: populations[spec.target.population]?.shape ?? [])
        if bytes > Double(scope.memoryLimit) {
          scope.error(at: spec.location, .needsMemory("its synapses", bytes: bytes, limit: scope.memoryLimit))
          bytes = 0
        }
        result.append((spec, delayPlace))
      }
    }
    return result
  }

  private func projections(_ entry: Syntax) -> [(ProjectionSpec, SourceLocation)] {
    guard let fields = Fields(entry, of: "a projection", known: Self.keys, scope) else { return [] }
    let source = fields.required("from", example: "from: exc").flatMap {
      scope.selection($0, among: populations, "from")
    }
    if let source, let model = source.population.descriptor, !model.fires {
      scope.error(at: fields.place(of: "from"), .sourceNeverFires(source.population.name, model))
    }
    let targets = fields.required("to", example: "to: [exc, inh]")?.elements ?? []
    if targets.count > 1, fields.has("except") { scope.error(at: fields.place(of: "except"), .exceptionsOfSeveral) }
    let name = fields["name"].flatMap { projectionName($0) }
    var result: [(ProjectionSpec, SourceLocation)] = []
    for syntax in targets {
      guard let target = scope.selection(syntax, among: populations, "to") else { continue }
      if let model = target.population.descriptor, model.weightDimension == nil, !isForPairs(model, fields) {
        scope.error(at: syntax.location, .nothingProjectsOnto(target.population.name, model))
        continue
      }
      let reader = SynapsesReader(scope, fields, source: source, target: target)
      let named = name.map { targets.count == 1 ? $0 : "\($0)->\(target.population.name)" }
      if let read = reader.read(name: named) { result.append(read) }
    }
    return result
  }

  /// Pairs of spikes can be placed by hand: nothing arrives at a source, but its spikes change weights.
  private func isForPairs(_ model: ModelDescriptor, _ fields: Fields) -> Bool {
    model.kind == .source && fields.has("plasticity")
  }

  private func projectionName(_ syntax: Syntax) -> String? {
    guard let name = scope.text(syntax, "name") else { return nil }
    if !name.isEmpty, name.count <= 64, !name.contains(where: { $0.isWhitespace || "[],".contains($0) }) { return name }
    scope.error(at: syntax.location, .badName(name))
    return nil
  }
}
