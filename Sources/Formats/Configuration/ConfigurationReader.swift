/// From a file to a configuration, with every error told at its place.
import Basics
import NetworkModel

package struct ConfigurationReader: Sendable {
  private let vocabulary: ConfigurationVocabulary

  package init(_ vocabulary: ConfigurationVocabulary) { self.vocabulary = vocabulary }

  /// Reads the file at a path.
  /// - Throws: every error that could be found; a file that is missing is one.
  package func read(file path: String) throws(InvalidDocument) -> Configuration {
    try read(bytes: Entrance.bytes(at: path, shownAs: path), name: path)
  }

  /// Reads what a file holds; nothing but comments sets nothing.
  /// - Parameter name: what it is called in messages.
  package func read(bytes: [UInt8], name: String) throws(InvalidDocument) -> Configuration {
    if Self.isBlank(bytes) { return Configuration() }
    let syntax = try Entrance.syntax(bytes, name: name)
    let diagnostics = Diagnostics()
    let scope = Scope(
      diagnostics: diagnostics, models: [], rules: [],
      folder: DocumentFolder(path: ".", shownAs: ".", byteLimit: 0), memoryLimit: 0)
    let configuration = scope.configuration(syntax, vocabulary)
    if diagnostics.hasErrors { throw InvalidDocument(issues: diagnostics.sorted(.error)) }
    return configuration
  }

  private static func isBlank(_ bytes: [UInt8]) -> Bool {
    bytes.split(whereSeparator: { $0 == 10 || $0 == 13 }).allSatisfy { line in
      let first = line.first { $0 != 32 && $0 != 9 }
      return first == nil || first == UInt8(ascii: "#")
    }
  }
}

extension Scope {
  fileprivate func configuration(_ syntax: Syntax, _ words: ConfigurationVocabulary) -> Configuration {
    var result = Configuration()
    let known = [
      "theme", "glyphs", "color", "mouse", "plain", "frame_rate", "escdelay", "synchronized_output", "keys",
    ]
    guard let fields = Fields(syntax, of: "the configuration", known: known, self) else { return result }
    result.theme = fields["theme"].flatMap { word($0, words.themes, "theme") }
    result.glyphs = fields["glyphs"].flatMap { word($0, words.glyphs, "glyphs") }
    result.color = fields["color"].flatMap { word($0, words.colors, "color") }
    result.mouse = fields["mouse"].flatMap { boolean($0, "mouse") }
    result.plain = fields["plain"].flatMap { boolean($0, "plain") }
    result.frameRate = fields["frame_rate"].flatMap { integer($0, "frame_rate", in: 1...60) }
    result.escapeDelay = fields["escdelay"].flatMap { quantity($0, .time, "escdelay", in: 0...1000) }
      .map { Int($0.rounded()) }
    result.synchronizedOutput = fields["synchronized_output"].flatMap { boolean($0, "synchronized_output") }
    result.keys = fields["keys"].map { bindings($0, words) } ?? []
    return result
  }

  /// `auto` is as if nothing were said.
  private func word(_ syntax: Syntax, _ words: [String], _ what: String) -> String? {
    choice(syntax, among: ["auto"] + words.filter { $0 != "auto" }, what).flatMap { $0 == "auto" ? nil : $0 }
  }

  private func bindings(_ syntax: Syntax, _ words: ConfigurationVocabulary) -> [Configuration.Binding] {
    guard let fields = Fields(syntax, of: "keys", known: words.commands, self) else { return [] }
    var owners: [String: String] = [:]
    return words.commands.compactMap { command in
      guard let value = fields[command] else { return nil }
      let keys = value.elements.compactMap { element -> String? in
        guard let label = text(element, command) else { return nil }
        if let objection = words.objection(label) {
          error(at: element.location, .noKey(label, objection))
          return nil
        }
        if let owner = owners.updateValue(command, forKey: label) {
          error(at: element.location, .keyTwice(label, owner))
        }
        return label
      }
      return Configuration.Binding(command: command, keys: keys)
    }
  }
}
