/// What a user has set for every document: the file `config.yaml`, as values.
package struct Configuration: Sendable, Equatable {
  /// A command and the keys that give it besides its own, by their labels.
  package struct Binding: Sendable, Equatable {
    package let command: String
    package let keys: [String]

    package init(command: String, keys: [String]) {
      self.command = command
      self.keys = keys
    }
  }

  /// One of the vocabulary's words; nil, as everywhere here, for what is not set or set to `auto`.
  package var theme: String?
  package var glyphs: String?
  package var color: String?
  package var mouse: Bool?
  package var plain: Bool?
  /// Frames a second while the network runs, 1…60.
  package var frameRate: Int?
  /// How long Esc waits for the rest of a key's sequence [ms], 0…1000.
  package var escapeDelay: Int?
  package var synchronizedOutput: Bool?
  package var keys: [Binding] = []

  package init() {}
}

/// The words that a configuration may use, told by those who understand them.
package struct ConfigurationVocabulary: Sendable {
  package let themes: [String]
  package let glyphs: [String]
  package let colors: [String]
  package let commands: [String]
  /// Why a label is no key that can be bound; nil when it is one.
  package let objection: @Sendable (_ label: String) -> String?

  package init(
    themes: [String], glyphs: [String], colors: [String], commands: [String],
    objection: @escaping @Sendable (_ label: String) -> String?
  ) {
    self.themes = themes
    self.glyphs = glyphs
    self.colors = colors
    self.commands = commands
    self.objection = objection
  }
}
