/// `populations:`, with `like` followed.
import Basics
import NetworkModel

/// Reads every population of a document; those that are faulty keep their names.
struct PopulationsReader {
  private static let keys = ["size", "shape", "model", "parameters", "initial", "like"]

  private let scope: Scope
  private let entries: [Syntax.Entry]
  private let fields: [String: Fields]
  private let likeness: Likeness

  init(_ syntax: Syntax, _ scope: Scope) {
    self.scope = scope
    guard case .mapping(let entries) = syntax.kind, !entries.isEmpty else {
      scope.error(at: syntax.location, .noPopulations)
      (self.entries, fields) = ([], [:])
      likeness = Likeness(scope: scope, names: [], fields: [:])
      return
    }
    self.entries = entries
    var fields: [String: Fields] = [:]
    for entry in entries {
      if !SelectionText.isName(entry.key) { scope.error(at: entry.keyLocation, .badName(entry.key)) }
      fields[entry.key] = Fields(entry.value, of: "the population \(entry.key)", known: Self.keys, scope)
    }
    self.fields = fields
    likeness = Likeness(scope: scope, names: entries.map(\.key), fields: fields)
  }

  /// The specs of the sound populations, in order, and what is known of all of them by name.
  func read() -> (specs: [PopulationSpec], declared: [String: DeclaredPopulation]) {
    var specs: [PopulationSpec] = []
    var declared: [String: DeclaredPopulation] = [:]
    var bytes = 0.0
    for entry in entries {
      var shape = fields[entry.key].flatMap { self.shape($0) }
      bytes += Double(shape?.reduce(1, *) ?? 0) * PopulationSpec.leastBytesPerNeuron
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
    let bytes = neurons * PopulationSpec.leastBytesPerNeuron
    if bytes <= Double(scope.memoryLimit), neurons < Double(UInt32.max) { return true }
    scope.error(
      at: place, .needsMemory("\(Complaint.number(neurons)) neurons", bytes: bytes, limit: scope.memoryLimit))
    return false
  }

  // MARK: Model

  private func descriptor(_ entry: Syntax.Entry) -> ModelDescriptor? {
    guard let own = fields[entry.key] else { return nil }
    guard let syntax = likeness.value(of: "model", in: entry.key) else {
      if own.has("like") { likeness.check(own) } else { _ = own.required("model", example: "model: IF_curr_exp") }
      return nil
    }
    guard let word = scope.text(syntax, "model") else { return nil }
    if let model = scope.models.first(where: { $0.id == word || $0.plainName == word }) { return model }
    let known = scope.models.flatMap { [$0.id, $0.plainName] }
    scope.error(at: syntax.location, .unknownModel(word, known: known))
    return nil
  }

  // MARK: Parameters and initial state

  private func spec(_ entry: Syntax.Entry, shape: [Int]?, _ descriptor: ModelDescriptor?) -> PopulationSpec? {
    guard let own = fields[entry.key] else { return nil }
    if own.has("like") { likeness.check(own) }
    guard let descriptor else { return nil }
    let reader = ParametersReader(scope, descriptor, count: shape?.reduce(1, *))
    let parameters = reader.parameters(likeness.entries(of: "parameters", in: entry.key))
    let initial = reader.initial(likeness.entries(of: "initial", in: entry.key))
    reader.checkTogether(parameters, at: own.place(of: "parameters"))
    guard let shape else { return nil }
    return PopulationSpec(
      name: entry.key, shape: shape, model: descriptor.id, parameters: parameters, initial: initial,
      location: entry.keyLocation)
  }
}
