/// Saving a document that somebody wrote: their order, comments and spelling stay.
package import NetworkModel

extension DocumentWriter {
  /// The text of a document changed so that it says `spec`; whatever need not be touched stays byte for byte.
  ///
  /// Where the text is written in a way that cannot be changed in place, the document is written anew.
  /// - Parameters:
  ///   - reader: for the same models; a round of changes is read again, for entries may hang on one another (`like`).
  ///   - folder: where the files are that the document names.
  package func update(
    _ text: String, to spec: NetworkSpec, stem: String, folder: String, reader: DocumentReader
  ) -> WrittenDocument {
    let wanted = spec.withoutPlaces
    let files = CompanionFiles(stem: stem)
    var current = text
    lazy var whole = write(spec, stem: stem)
    for _ in 0..<Self.mostRounds {
      guard let said = try? reader.read(text: current, name: "", folder: folder, beside: files.files).spec else {
        break
      }
      if said.withoutPlaces == wanted {
        return WrittenDocument(text: current, files: Self.named(files.files, in: current))
      }
      guard let next = try? round(current, said, spec, files, before: whole.files, stem: stem), next != current else {
        break
      }
      current = next
    }
    return whole
  }

  /// One round changes what is said; a second one puts right what others took over from it.
  private static let mostRounds = 5

  private func round(
    _ text: String, _ said: NetworkSpec, _ spec: NetworkSpec, _ files: CompanionFiles,
    before successors: [CompanionFile], stem: String
  ) throws -> String {
    let syntax = try SyntaxReader.read(Array(text.utf8), file: "")
    let before = EntryWriter(
      models: models, rules: rules, spec: said, files: CompanionFiles(stem: stem, before: successors))
    let after = EntryWriter(models: models, rules: rules, spec: spec, files: files)
    var update = DocumentUpdate(text: text, root: syntax, old: before, new: after)
    return try update.text()
  }

  /// Parts that did not change were written, too, to be compared; their files are not wanted.
  private static func named(_ files: [CompanionFile], in text: String) -> [CompanionFile] {
    files.filter { text.contains($0.name) }
  }
}
