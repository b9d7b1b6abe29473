/// The user's configuration: where it lies, and what its words mean to the program.
import Formats
import Foundation
import Terminal
import Workbench

enum UserConfiguration {
  /// `config.yaml` in the user's folder for configurations, as the XDG rules name it.
  static func standardPath(_ environment: [String: String] = ProcessInfo.processInfo.environment) -> String {
    StandardFolder.path("XDG_CONFIG_HOME", usual: ".config", environment) + "/config.yaml"
  }

  /// Reads a file that the user names, or else the one in the usual place, where there need not be one.
  /// - Throws: `Failure` with status 2 and every error of the file.
  static func read(_ path: String?) throws(Failure) -> Configuration {
    let file = path ?? standardPath()
    if path == nil, !FileManager.default.fileExists(atPath: file) { return Configuration() }
    do {
      return try reader.read(file: file)
    } catch {
      throw Failure(.usage, error.description)
    }
  }

  static let reader = ConfigurationReader(
    ConfigurationVocabulary(
      themes: ThemeName.allCases.map(\.rawValue), glyphs: GlyphSet.allCases.map(\.rawValue),
      colors: ColorChoice.allCases.map(\.rawValue),
      commands: CommandCatalogue.all.filter { $0.scope != .arranging }.map(\.id.name), objection: objection))

  /// Digits are counts, Esc leaves, and Ctrl-C gives up: none of them can mean anything else.
  private static func objection(_ label: String) -> String? {
    guard let key = Key(label: label) else { return "write a character, or a name such as F5, Ctrl-O, PgUp or space" }
    switch key {
    case .character(let character) where character.isASCII && character.isWholeNumber:
      return "digits say how often, as in 12."
    case .escape: return "Esc leaves what is open"
    case .control("c"): return "Ctrl-C gives up what is being typed"
    default: return nil
    }
  }
}

extension Configuration {
  /// The commands by the keys that the user gave them.
  var bindings: [Key: CommandID] {
    var bindings: [Key: CommandID] = [:]
    for binding in keys {
      for key in binding.keys.compactMap({ Key(label: $0) }) { bindings[key] = CommandID(binding.command) }
    }
    return bindings
  }
}
