/// The configuration: what it says, and what is wrong with it, at the right place and in the right words.
import Formats
import Testing

struct ConfigurationTests {
  private static let reader = ConfigurationReader(
    ConfigurationVocabulary(
      themes: ["dark", "light"], glyphs: ["braille", "ascii"], colors: ["auto", "never"], commands: ["poke", "step"],
      objection: { $0.count > 3 ? "write F5" : nil }))

  private func read(_ text: String) throws -> Configuration {
    try Self.reader.read(bytes: Array(text.utf8), name: "config.yaml")
  }

  @Test func everythingCanBeSet() throws {
    let text = """
      # mine
      theme: light
      glyphs: ascii
      color: never
      mouse: off
      plain: yes
      frame_rate: 12
      escdelay: 0.05 s
      synchronized_output: false
      keys: {poke: [F5, p], step: n}
      """
    var expected = Configuration()
    (expected.theme, expected.glyphs, expected.color) = ("light", "ascii", "never")
    (expected.mouse, expected.plain, expected.synchronizedOutput) = (false, true, false)
    (expected.frameRate, expected.escapeDelay) = (12, 50)
    expected.keys = [.init(command: "poke", keys: ["F5", "p"]), .init(command: "step", keys: ["n"])]
    #expect(try read(text) == expected)
  }

  @Test(arguments: ["", "\n", "# nothing\n  # at all\r\n", "theme: auto", "glyphs: auto\ncolor: auto"])
  func nothingIsSet(_ text: String) throws { #expect(try read(text) == Configuration()) }

  @Test(arguments: [
    ("themes: dark", "1:1: error: unknown key \"themes\" in the configuration · did you mean \"theme\"?"),
    ("theme: drak", "1:8: error: \"drak\" is unknown for theme · did you mean \"dark\"?"),
    ("mouse: left", "1:8: error: mouse must be true or false, not \"left\""),
    ("frame_rate: 0", "1:13: error: frame_rate cannot be 0 · it lies between 1 and 60"),
    ("\nescdelay: 2 s", "2:11: error: escdelay cannot be 2000 ms · it lies between 0 ms and 1000 ms"),
    ("escdelay: 2 mV", "1:11: error:"),
    ("keys: {pokes: p}", "1:8: error: unknown key \"pokes\" in keys · did you mean \"poke\"?"),
    ("keys: {poke: escape}", "1:14: error: \"escape\" cannot be bound · write F5"),
    ("keys: {poke: p, step: p}", "1:23: error: the key \"p\" is bound twice · it gives poke already"),
    ("- theme", "1:1: error: the configuration must be a mapping of `key: value`, not a list"),
    ("theme: [", "error:"), ("theme: dark\ntheme: light", "2:1: error:"), ("\u{0}", "error:"),
  ])
  func whatIsWrongIsToldWithItsPlace(_ text: String, _ expected: String) {
    let refusal = #expect(throws: InvalidDocument.self) { _ = try read(text) }
    #expect(refusal?.description.hasPrefix("config.yaml:") == true)
    #expect(refusal?.description.contains(expected) == true, "\(refusal?.description ?? "")")
  }

  @Test func allErrorsAreTold() {
    let refusal = #expect(throws: InvalidDocument.self) { _ = try read("theme: x\nglyphs: y\nmouse: z\nwait: 1") }
    #expect(refusal?.issues.count == 4)
  }

  @Test func aMissingFileIsAnError() {
    #expect(throws: InvalidDocument.self) { _ = try Self.reader.read(file: "/nowhere/config.yaml") }
  }
}
