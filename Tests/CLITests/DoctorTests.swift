/// What the doctor says, and why.
import ArgumentParser
import Formats
import Foundation
import NcursesScreen
import Terminal
import Testing
import Workbench

@testable import CLI

struct DoctorTests {
  private func look(
    _ arguments: [String] = [], _ configuration: Configuration = Configuration(), _ environment: [String: String] = [:]
  ) throws -> Look {
    Look(try LookOptions.parse(arguments), configuration, environment: environment)
  }

  @Test func theCommandLineComesBeforeTheConfigurationAndThatBeforeTheEnvironment() throws {
    var configuration = Configuration()
    let environment = ["COLORFGBG": "0;15", "ESCDELAY": "100"]
    #expect(try look([], configuration, environment).theme.value == .light)
    configuration.theme = "contrast"
    configuration.escapeDelay = 10
    #expect(try look([], configuration, environment).theme.value == .contrast)
    #expect(try look([], configuration, environment).theme.reason == "by the configuration")
    #expect(try look([], configuration, environment).escapeDelay.value == 100)
    #expect(try look([], configuration).escapeDelay.value == 10)
    let chosen = try look(["--theme", "mono", "--plain"], configuration, environment)
    #expect(chosen.theme.value == .mono && chosen.theme.reason == "by --theme" && chosen.isPlain.value)
  }

  @Test func theLookIsTheStates() throws {
    var configuration = Configuration()
    (configuration.mouse, configuration.plain) = (false, true)
    configuration.keys = [.init(command: "poke", keys: ["F5"])]
    var state = WorkbenchState(size: Size(columns: 80, rows: 24), models: [], presets: [])
    try look(["--theme", "light"], configuration).apply(to: &state)
    #expect(!state.takesMouse && state.appearance.isPlain && state.appearance.theme == .light)
    #expect(state.bindings == [.function(5): "poke"])
    #expect(try look([], configuration).screen().escapeDelay == nil)
  }

  @Test(arguments: [
    (TerminalTraits(name: "xterm", colorTerm: "truecolor", describedColors: 256), [], "by COLORTERM=truecolor"),
    (TerminalTraits(name: "foot", describedColors: 256), [], "known of foot"),
    (TerminalTraits(name: "xterm", describedColors: 8), [], "by its description"),
    (TerminalTraits(name: "xterm", wantsNoColor: true, describedColors: 8), [], "by NO_COLOR"),
    (TerminalTraits(name: "xterm", wantsNoColor: true, describedColors: 8), ["--color", "256"], "by --color"),
  ])
  func whyTheseColors(_ traits: TerminalTraits, _ arguments: [String], _ reason: String) throws {
    #expect(DoctorReport.colorReason(try look(arguments), traits) == reason)
  }

  @Test(arguments: [
    (TerminalTraits(name: "xterm", describedColors: 8), [], "the locale is UTF-8"),
    (
      TerminalTraits(name: "xterm", isUTF8: false, describedColors: 8), ["--glyphs", "braille"],
      "the locale is not UTF-8"
    ),
    (TerminalTraits(name: "linux", describedColors: 8), [], "the fonts of consoles have no braille"),
    (TerminalTraits(name: "linux", describedColors: 8), ["--glyphs", "braille"], "by --glyphs"),
    (TerminalTraits(name: "xterm", describedColors: 8), ["--plain"], "ascii in plain text"),
  ])
  func whyTheseGlyphs(_ traits: TerminalTraits, _ arguments: [String], _ reason: String) throws {
    #expect(DoctorReport.glyphReason(try look(arguments), traits) == reason)
  }

  @Test func otherWidthsThanOursAreAProblem() {
    var answers = TerminalAnswers()
    for glyph in DoctorReport.sampleGlyphs { answers.columns[glyph] = CharacterWidth.columns(of: glyph) }
    #expect(DoctorReport.widthProblems(answers, .braille).isEmpty)
    answers.columns["…"] = 2
    #expect(DoctorReport.widthProblems(answers, .braille).count == 1)
    #expect(DoctorReport.widthProblems(answers, .ascii).isEmpty)
  }

  @Test func theReportIsForPeopleAndForPrograms() throws {
    let report = DoctorReport(
      sections: [
        DoctorReport.Section(
          title: "Terminal", findings: [DoctorReport.Finding("kind", "xterm", "TERM"), .init("utf_8", "yes")])
      ], problems: ["something"])
    #expect(report.text == "Terminal\n  kind   xterm · TERM\n  utf 8  yes\n\nProblem: something\n")
    let json = try JSONSerialization.jsonObject(with: Data(report.json().utf8)) as? [String: Any]
    let sections = json?["sections"] as? [String: [String: [String: String]]]
    #expect(sections?["terminal"]?["kind"] == ["value": "xterm", "reason": "TERM"])
    #expect(json?["problems"] as? [String] == ["something"])
  }

  @Test func theProcessorIsReadFromWhatLinuxSays() {
    let information = "processor\t: 0\nmodel name\t: A fast one\nflags\t\t: fpu avx avx2 fma\n\nprocessor\t: 1\n"
    let processor = Processor(information: information)
    #expect(processor.name == "A fast one" && processor.instructions == ["AVX", "AVX2", "FMA"])
    #expect(Processor(information: "") == Processor(information: "nonsense"))
  }
}
