/// A projection of which files say a part: read as if it stood in a document, with the same checks.
import Basics
package import NetworkModel

extension DocumentReader {
  /// - Parameters:
  ///   - projection: what is known without the files.
  ///   - files: by `connect`, `weight` and `delay` what a document has in braces there: `{file: synapses.csv}`.
  ///   - folder: where the files are.
  /// - Returns: the projection with what they say.
  package func projection(
    _ projection: ProjectionSpec, saidBy files: [String: [String: String]], in spec: NetworkSpec, folder: String
  ) throws(InvalidDocument) -> ProjectionSpec {
    let companions = CompanionFiles(stem: "")
    let writer = EntryWriter(models: models, rules: rules, spec: spec, files: companions)
    var entries = writer.projection(projection).entries.filter { files[$0.key] == nil }
    // A matrix says every weight itself.
    if files["connect"]?["matrix"] != nil { entries.removeAll { $0.key == "weight" } }
    entries += files.sorted { $0.key < $1.key }.map { key, words in
      Written.Entry(key, .map(words.sorted { $0.key < $1.key }.map { Written.Entry($0.key, .word($0.value)) }))
    }
    let diagnostics = Diagnostics()
    let folder = DocumentFolder(path: folder, shownAs: ".", byteLimit: memoryLimit / 8, beside: companions.files)
    var scope = Scope(diagnostics: diagnostics, models: models, rules: rules, folder: folder, memoryLimit: memoryLimit)
    scope.dt = spec.dt
    let fields = Fields(Syntax(.map(entries)), of: "a projection", known: ProjectionsReader.keys, scope)
    let source = selection(projection.source, in: spec)
    guard let fields, let target = selection(projection.target, in: spec),
      let read = SynapsesReader(scope, fields, source: source, target: target).read(name: projection.name)?.spec,
      !diagnostics.hasErrors
    else { throw InvalidDocument(issues: diagnostics.sorted(.error)) }
    return read
  }

  private func selection(_ selection: Selection, in spec: NetworkSpec) -> ReadSelection? {
    guard let population = spec.population(selection.population) else { return nil }
    let declared = DeclaredPopulation(
      name: population.name, shape: population.shape, descriptor: models.first { $0.id == population.model })
    return ReadSelection(population: declared, selection: selection)
  }
}

extension Syntax {
  /// As if it had been read; it has no place.
  fileprivate init(_ written: Written) {
    location = .none
    kind =
      switch written {
      case .word(let text): .scalar(text, isPlain: false)
      case .nothing: .scalar("~", isPlain: true)
      case .list(let items): .sequence(items.map { Syntax($0) })
      case .map(let entries):
        .mapping(entries.map { Entry(key: $0.key, keyLocation: .none, value: Syntax($0.value)) })
      }
  }
}
