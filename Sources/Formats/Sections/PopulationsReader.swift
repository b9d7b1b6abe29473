/// `populations:`, with `like` followed.
import Basics
import NetworkModel

/// Reads every population of a document; those that are faulty keep their names.
struct PopulationsReader {
  private static let keys = ["size", "shape", "model", "parameters", "initial", "like"]

  private static let longestChain = 32

  private let scope: Scope
  private let entries: [Syntax.Entry]
  /// The mappings of the populations by name; absent where one is no mapping.
  private let fields: [String: Fields]

  init(_ syntax: Syntax, _ scope: Scope) {
    self.scope = scope
    guard case .mapping(let entries) = syntax.kind, !entries.isEmpty else {
      scope.error(at: syntax.location, .noPopulations)
      (self.entries, fields) = ([], [:])
      return
    }
    self.entries = entries
    var fields: [String: Fields] = [:]
    for entry in entries {
      if !SelectionText.isName(entry.key) { scope.error(at: entry.keyLocation, .badName(entry.key)) }
      fields[entry.key] = Fields(entry.value, of: "the population \(entry.key)", known: Self.keys, scope)
    }
    self.fields = fields
  }

  /// The specs of the sound populations, in order, and what is known of all of them by name.
  func read() -> (specs: [PopulationSpec], declared: [String: DeclaredPopulation]) {
    var specs: [PopulationSpec] = []
    var declared: [String: DeclaredPopulation] = [:]
    var bytes = 0.0
    for entry in entries {
      var shape = fields[entry.key].flatMap { self.shape($0) }
      bytes += Double(shape?.reduce(1, *) ?? 0) * MemoryNeed.bytesPerNeuron
      if bytes > Double(scope.memoryLimit) {
        scope.error(at: entry.keyLocation, .needsMemory("the populations", bytes: bytes, limit: scope.memoryLimit))
        shape = nil
        bytes = 0
      }
      let descriptor = self.descriptor(entry)
      declared[entry.key] = DeclaredPopulation(name: entry.key, shape: shape, descriptor: descriptor)
      if let spec = spec(entry, shape: shape, descriptor) { specs.append(spec) }
    }
    return (specs, declared)
  }

  // MARK: Size

  private func shape(_ fields: Fields) -> [Int]? {
    if fields.has("size"), fields.has("shape") {
      scope.error(at: fields.place(of: "shape"), .sizeAndShape)
      return nil
    }
    if let shape = fields["shape"] { return grid(shape) }
    guard let size = fields.required("size", example: "size: 100") else { return nil }
    guard let count = scope.integer(size, "size", in: 1...Int.max) else { return nil }
    return fits(Double(count), at: size.location) ? [count] : nil
  }

  private func grid(_ syntax: Syntax) -> [Int]? {
    guard case .sequence(let sides) = syntax.kind, (1...2).contains(sides.count) else {
      scope.error(at: syntax.location, .badShape)
      return nil
    }
    let counts = sides.compactMap { scope.integer($0, "shape", in: 1...Int.max) }
    guard counts.count == sides.count, fits(counts.reduce(1) { $0 * Double($1) }, at: syntax.location) else {
      return nil
    }
    return counts
  }

  private func fits(_ neurons: Double, at place: SourceLocation) -> Bool {
    let bytes = neurons * MemoryNeed.bytesPerNeuron
    if bytes <= Double(scope.memoryLimit), neurons < Double(UInt32.max) { return true }
    scope.error(
      at: place, .needsMemory("\(Complaint.number(neurons)) neurons", bytes: bytes, limit: scope.memoryLimit))
    return false
  }

  // MARK: Model

  private func descriptor(_ entry: Syntax.Entry) -> ModelDescriptor? {
    guard let own = fields[entry.key] else { return nil }
    guard let syntax = inherited("model", by: entry.key) else {
      if own.has("like") { followed(own) } else { _ = own.required("model", example: "model: IF_curr_exp") }
      return nil
    }
    guard let word = scope.text(syntax, "model") else { return nil }
    if let model = scope.models.first(where: { $0.id == word || $0.plainName == word }) { return model }
    let known = scope.models.flatMap { [$0.id, $0.plainName] }
    let complaint: Complaint =
      PlannedWords.models.contains(word) ? .notSupportedYet(word) : .unknownModel(word, known: known)
    scope.error(at: syntax.location, complaint)
    return nil
  }

  /// Complains where `like` leads nowhere or back to itself.
  private func followed(_ own: Fields) {
    guard let syntax = own["like"], let name = scope.text(syntax, "like") else { return }
    if fields[name] == nil {
      if !entries.contains(where: { $0.key == name }) {
        scope.error(at: syntax.location, .unknownPopulation(name, known: entries.map(\.key)))
      }
    } else if chain(from: name) == nil {
      scope.error(at: syntax.location, .likeInCircle(name))
    }
  }

  /// A population and those it is like, nearest first; nil in a circle and in a chain that nobody could follow.
  private func chain(from name: String) -> [Fields]? {
    var visited: Set<String> = []
    var chain: [Fields] = []
    var next: String? = name
    while let current = next, let own = fields[current] {
      guard visited.insert(current).inserted, visited.count <= Self.longestChain else { return nil }
      chain.append(own)
      next = own["like"]?.text
    }
    return chain
  }

  private func inherited(_ key: String, by name: String) -> Syntax? {
    chain(from: name)?.lazy.compactMap { $0[key] }.first
  }

  // MARK: Parameters and initial state

  private func spec(_ entry: Syntax.Entry, shape: [Int]?, _ descriptor: ModelDescriptor?) -> PopulationSpec? {
    guard let own = fields[entry.key] else { return nil }
    if own.has("like") { followed(own) }
    guard let descriptor else { return nil }
    let reader = ParametersReader(scope, descriptor, count: shape?.reduce(1, *))
    let parameters = reader.parameters(merged("parameters", by: entry.key))
    let initial = reader.initial(merged("initial", by: entry.key))
    reader.checkTogether(parameters, at: own.place(of: "parameters"))
    guard let shape else { return nil }
    return PopulationSpec(
      name: entry.key, shape: shape, model: descriptor.id, parameters: parameters, initial: initial,
      location: entry.keyLocation)
  }

  /// The entries of a mapping, own keys before inherited ones, one by one.
  private func merged(_ key: String, by name: String) -> [Syntax.Entry] {
    var result: [Syntax.Entry] = []
    for fields in chain(from: name) ?? [] {
      guard let syntax = fields[key] else { continue }
      guard case .mapping(let entries) = syntax.kind else {
        scope.error(at: syntax.location, .expected("a mapping of `name: value`", for: key, found: syntax))
        continue
      }
      result += entries.filter { entry in !result.contains { $0.key == entry.key } }
    }
    return result
  }
}
