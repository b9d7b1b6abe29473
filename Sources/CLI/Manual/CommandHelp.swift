/// What the parser of the command line says of itself, read from its own dump of help.
import ArgumentParser
import Foundation

/// As much of the dump as a page of help shows.
struct CommandHelp: Decodable, Equatable {
  struct Argument: Decodable, Equatable {
    struct Name: Decodable, Equatable {
      let kind: String
      let name: String

      var text: String { (kind == "long" ? "--" : "-") + name }
    }

    let kind: String
    let names: [Name]?
    let valueName: String?
    let abstract: String?
    let defaultValue: String?
    let allValues: [String]?
    let isOptional: Bool
    let isRepeating: Bool
    let shouldDisplay: Bool

    /// `--seed SEED`, `-h, --help`, `DOCUMENT`.
    var words: String {
      let value = (valueName ?? "value").uppercased()
      guard let names, kind != "positional" else { return value + (isRepeating ? " …" : "") }
      return names.map(\.text).joined(separator: ", ") + (kind == "flag" ? "" : " " + value)
    }

    /// The words as they stand in a synopsis.
    var synopsis: String {
      let first = kind == "positional" ? words : (names?.last?.text ?? "") + (kind == "flag" ? "" : " " + value)
      return isOptional ? "[\(first)]" : first
    }

    private var value: String { (valueName ?? "value").uppercased() }
  }

  let commandName: String
  let abstract: String?
  let discussion: String?
  let arguments: [Argument]?
  let subcommands: [CommandHelp]?
  let shouldDisplay: Bool

  /// Of the whole program.
  static func root() throws -> CommandHelp {
    struct Dump: Decodable { let command: CommandHelp }
    return try JSONDecoder().decode(Dump.self, from: Data(RootCommand._dumpHelp().utf8)).command
  }

  /// What stands behind its name, without the help and the version that every command has.
  var own: [Argument] {
    (arguments ?? []).filter { argument in
      argument.shouldDisplay && !(argument.names ?? []).contains { ["help", "version"].contains($0.name) }
    }
  }

  /// The sub-commands that are shown; that of help is the parser's own.
  var shown: [CommandHelp] { (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" } }
}
