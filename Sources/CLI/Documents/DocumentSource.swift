/// From what the user typed, a file or a preset's name, to a checked document.
import Formats
import Foundation
import Kernels
import NetworkModel

struct DocumentSource {
  /// For the models and rules that there are.
  static let reader = DocumentReader(models: Catalogue.descriptors, rules: Catalogue.rules.map(\.descriptor))

  let library: PresetLibrary

  init(library: PresetLibrary = .standard) { self.library = library }

  /// A file of this name wins over a preset: what lies in front of the user is what is meant.
  /// - Throws: `Failure` with status 2 and the words for the user.
  func load(_ name: String) throws(Failure) -> LoadedDocument { try read(path(of: name)) }

  /// The same, of a file that is known to be meant.
  func read(_ path: String) throws(Failure) -> LoadedDocument {
    let document: LoadedDocument
    do throws(InvalidDocument) {
      document = try Self.reader.read(file: path)
    } catch {
      throw Self.failure(error.issues)
    }
    // What conditions say, the reader does not know.
    let issues = ConditionCheck.issues(document.spec)
    if !issues.isEmpty { throw Self.failure(issues) }
    return document
  }

  private static func failure(_ issues: [Issue]) -> Failure {
    Failure(.usage, issues.map(\.description).joined(separator: "\n"))
  }

  func path(of name: String) throws(Failure) -> String {
    if FileManager.default.fileExists(atPath: name) { return name }
    if let preset = library.path(of: name) { return preset }
    let presets = library.names
    let known = presets.isEmpty ? "no presets were found" : "the presets are " + presets.joined(separator: ", ")
    throw Failure(.usage, "ganglion: there is no file and no preset \"\(name)\" · \(known)")
  }
}
