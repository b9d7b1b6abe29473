/// What commands name: populations, projections, models, sizes.
import Basics
import Debugger
import NetworkModel

enum Names {
  static func population(_ name: String, in spec: NetworkSpec) throws(EditProblem) -> PopulationSpec {
    if let population = spec.population(name) { return population }
    throw .nothingNamed(name, nearest: Spelling.nearest(to: name, among: spec.populations.map(\.name)))
  }

  static func projection(_ name: String, in spec: NetworkSpec) throws(EditProblem) -> Int {
    if let index = spec.projections.firstIndex(where: { $0.name == name }) { return index }
    throw .nothingNamed(name, nearest: Spelling.nearest(to: name, among: spec.projections.map(\.name)))
  }

  /// A name that a new thing may have.
  static func fresh(_ name: String, in spec: NetworkSpec) throws(EditProblem) -> String {
    guard let first = name.first, first.isLetter || first == "_", name.count <= 64,
      name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" })
    else { throw .badName(name) }
    if spec.population(name) != nil { throw .nameTaken(name) }
    return name
  }

  /// A name that a new projection may have.
  static func freshProjection(_ name: String, in spec: NetworkSpec) throws(EditProblem) -> String {
    let name = try fresh(name, in: spec)
    if spec.projections.contains(where: { $0.name == name }) { throw .nameTaken(name) }
    return name
  }

  static func model(_ name: String, among models: [ModelDescriptor]) throws(EditProblem) -> ModelDescriptor {
    if let model = models.first(where: { $0.id == name || $0.plainName == name }) { return model }
    throw .unknownModel(name, nearest: Spelling.nearest(to: name, among: models.flatMap { [$0.id, $0.plainName] }))
  }

  /// `80`, `8x10`.
  static func shape(_ text: String) throws(EditProblem) -> [Int] {
    let sides = text.split(whereSeparator: { $0 == "x" || $0 == "×" }).map { Int($0) }
    let counts = sides.compactMap { $0 }
    guard counts.count == sides.count, (1...2).contains(counts.count),
      counts.allSatisfy({ $0 > 0 && $0 < 100_000_000 }),
      counts.reduce(1, *) < 100_000_000
    else { throw .badSize(text) }
    return counts
  }

  static func sizeText(_ shape: [Int]) -> String {
    shape.count == 1
      ? NumberText.count(shape[0], "neuron")
      : shape.map(String.init).joined(separator: " × ") + " neurons"
  }

  static func neurons(_ text: String, in state: WorkbenchState) throws(EditProblem) -> NamedNeurons {
    guard let outline = state.outline else { throw .noDocument }
    do throws(SelectionError) {
      return try NamedNeurons(parsing: text, in: outline)
    } catch {
      throw .selection(error)
    }
  }
}

/// What could stand behind commands that name things.
enum NameCompletions {
  @Sendable static func populations(_ state: WorkbenchState, _ typed: String) -> [String] {
    typed.contains(" ") ? [] : state.document?.spec.populations.map(\.name) ?? []
  }

  @Sendable static func projections(_ state: WorkbenchState, _ typed: String) -> [String] {
    typed.contains(" ") ? [] : state.document?.spec.projections.map(\.name) ?? []
  }

  @Sendable static func both(_ state: WorkbenchState, _ typed: String) -> [String] {
    populations(state, typed) + projections(state, typed)
  }

  /// Models behind what has been typed.
  static func models(_ state: WorkbenchState, behind typed: String) -> [String] {
    let front = typed.prefix(through: typed.lastIndex(of: " ") ?? typed.startIndex)
    return state.models.map { front + $0.id }
  }
}
