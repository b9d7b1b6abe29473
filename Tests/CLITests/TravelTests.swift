/// The whole workbench, back and forth in a run: the document and its undo list follow, and nothing else changes.
import Basics
import Debugger
import Formats
import Foundation
import Kernels
import NetworkModel
import Terminal
import Testing
import Workbench

@testable import CLI

@Suite struct TravelTests {
  private static let document = """
    ganglion: 1
    dt: 0.1 ms
    populations:
      exc:
        size: 20
        model: lif
        parameters: {cm: 0.2 nF, tau_m: 20 ms, v_rest: -49 mV, v_reset: -60 mV, v_thresh: -50 mV, tau_refrac: 2 ms}
        initial: {v: "uniform(-60 mV, -50 mV)"}
      noise: {size: 5, model: poisson, parameters: {rate: 300 Hz}}
    projections:
      - {from: noise, to: exc, connect: all_to_all, receptor: excitatory, weight: 0.02 nA, delay: 1 ms}
    workbench:
      breakpoints: ["spike(exc[3])", {when: "exc[4].v > -51 mV", once: true, on: false}]
      bookmarks: [{name: early, at: 12.5 ms, note: before anything happens}]
    """

  private func workbench(_ text: String = Self.document) throws -> ScriptedWorkbench {
    let spec = try DocumentSource.reader.read(text: text, name: "net.yaml", folder: ".").spec
    return try ScriptedWorkbench(
      spec, name: "net.yaml", size: Size(columns: 120, rows: 36),
      ScreenCapabilities(colors: .trueColor, glyphs: .braille))
  }

  private func enter(_ line: String, _ workbench: inout ScriptedWorkbench) {
    for character in ":" + line { workbench.press(.character(character)) }
    workbench.press(.enter)
  }

  private func tau(_ workbench: borrowing ScriptedWorkbench) -> ParameterSource? {
    workbench.state.document?.spec.population("exc")?.parameters["tau_m"]
  }

  @Test func theDocumentAndItsUndoListFollow() throws {
    var workbench = try workbench()
    enter("goto 40 ms", &workbench)
    enter("set exc.tau_m 15 ms", &workbench)
    enter("goto 60 ms", &workbench)
    enter("add extra 3 lif", &workbench)
    let ahead = workbench.state.document
    #expect(workbench.state.network?.populations.map(\.name).contains("extra") == true)
    enter("goto 20 ms", &workbench)
    #expect(tau(workbench) == .number(.constant(20)) && workbench.state.document?.spec.populations.count == 2)
    #expect(workbench.state.document?.undo.isEmpty == true && workbench.state.network?.populations.count == 2)
    // What lies ahead is not to be undone from here.
    let hash = workbench.stateHash
    workbench.press(.character("u"))
    #expect(workbench.state.message?.text == "there is nothing to undo" && workbench.stateHash == hash)
    enter("goto 50 ms", &workbench)
    #expect(tau(workbench) == .number(.constant(15)) && workbench.state.document?.undo.count == 1)
    enter("goto end", &workbench)
    #expect(workbench.state.document?.spec == ahead?.spec && workbench.state.document?.undo == ahead?.undo)
    workbench.press(.control("o"))
    #expect(workbench.tick == Tick(500) && tau(workbench) == .number(.constant(15)))
  }

  @Test func whatIsChangedInThePastIsABranch() throws {
    var workbench = try workbench()
    enter("goto 40 ms", &workbench)
    enter("set exc.tau_m 15 ms", &workbench)
    enter("goto 60 ms", &workbench)
    let main = workbench.stateHash
    enter("goto 20 ms", &workbench)
    enter("set exc.tau_m 30 ms", &workbench)
    #expect(workbench.state.message?.text.hasSuffix("what comes is branch 1") == true)
    enter("goto 60 ms", &workbench)
    #expect(tau(workbench) == .number(.constant(30)) && workbench.stateHash != main)
    // Undone on the branch, it is as it was without, but for the past.
    workbench.press(.character("u"))
    #expect(tau(workbench) == .number(.constant(20)))
    enter("branch main", &workbench)
    #expect(workbench.stateHash == main && tau(workbench) == .number(.constant(15)) && workbench.tick == Tick(600))
    workbench.press(.control("o"))
    #expect(workbench.state.travel.branchName == "branch 1" && tau(workbench) == .number(.constant(20)))
    workbench.press(.control("n"))
    #expect(workbench.stateHash == main)
  }

  @Test func whatIsUndoneAndDoneAgainIsRunAgainAsItWas() throws {
    var workbench = try workbench()
    enter("goto 10 ms", &workbench)
    enter("set exc[3].v -52 mV", &workbench)
    enter("goto 20 ms", &workbench)
    workbench.press(.character("u"))
    enter("goto 30 ms", &workbench)
    workbench.press(.control("r"))
    enter("goto 40 ms", &workbench)
    workbench.press(.character("u"))
    enter("goto 50 ms", &workbench)
    let hash = workbench.stateHash
    workbench.press(.character("R"))
    enter("goto 50 ms", &workbench)
    #expect(workbench.stateHash == hash)
    let isTrue = workbench.state.log.entries.allSatisfy { $0.kind != .warning }
    #expect(isTrue, "a difference would have been told")
  }

  @Test func stepsBackAndTheNextAndLastSpike() throws {
    var workbench = try workbench()
    enter("goto 30 ms", &workbench)
    let hash = workbench.stateHash
    for _ in 0..<25 { workbench.press(.character(",")) }
    #expect(workbench.tick == Tick(275) && workbench.state.tick < workbench.state.travel.timeline.end)
    for key in "25." { workbench.press(.character(key)) }
    #expect(workbench.tick == Tick(300) && workbench.stateHash == hash)
    for key in "3G" { workbench.press(.character(key)) }
    workbench.press(.character("n"))
    let spike = workbench.tick
    #expect(workbench.state.neuronSnapshot?.lastSpike == Tick(spike.value).time(dt: Milliseconds(0.1)))
    workbench.press(.character("n"))
    for key in "[n" { workbench.press(.character(key)) }
    #expect(workbench.tick == spike)
    workbench.press(.control("o"))
    #expect(workbench.tick > spike)
  }

  @Test func marksComeFromTheDocumentAndGoIntoIt() throws {
    var workbench = try workbench()
    #expect(workbench.state.travel.breakpoints.map(\.text) == ["spike(exc[3])", "exc[4].v > -51 mV"])
    #expect(!workbench.state.isUnsaved)
    enter("goto early", &workbench)
    #expect(workbench.tick == Tick(125))
    for key in "]b" { workbench.press(.character(key)) }
    let stop = workbench.tick
    #expect(workbench.state.message?.text.hasPrefix("breakpoint 1 at ") == true)
    enter("bookmark here it fires", &workbench)
    #expect(workbench.state.isUnsaved)
    enter("break ignore 2 exc[5].v > -51 mV", &workbench)
    enter("save net.yaml", &workbench)
    let hints = try #require(workbench.saved?.spec.workbench)
    #expect(hints.breakpoints.map(\.condition).last == "exc[5].v > -51 mV" && hints.breakpoints.last?.ignore == 2)
    #expect(hints.breakpoints[1] == BreakpointHint("exc[4].v > -51 mV", isOn: false, isOneShot: true))
    #expect(hints.bookmarks.last == BookmarkHint("here", at: stop.time(dt: Milliseconds(0.1)), note: "it fires"))
    #expect(!workbench.state.isUnsaved)
    // From the list: off, and away.
    for key in "B " { workbench.press(.character(key)) }
    #expect(workbench.state.travel.breakpoints[0].isOn == false)
    for key in "d" { workbench.press(.character(key)) }
    #expect(workbench.state.travel.breakpoints.map(\.number) == [2, 3])
  }

  /// How often a breakpoint was met is kept; a bookmark of another run says of which, and is not taken for one of this.
  @Test func whatADocumentKeepsOfMarks() throws {
    var workbench = try workbench()
    enter("goto 20 ms", &workbench)
    for key in "]b" { workbench.press(.character(key)) }
    enter("goto 40 ms", &workbench)
    enter("bookmark mine", &workbench)
    enter("goto 20 ms", &workbench)
    enter("set exc.tau_m 30 ms", &workbench)
    enter("goto 30 ms", &workbench)
    enter("bookmark other", &workbench)
    enter("branch main", &workbench)
    enter("save net.yaml", &workbench)
    let hints = try #require(workbench.saved?.spec.workbench)
    #expect(hints.breakpoints.first?.hits == 1)
    #expect(hints.bookmarks.map(\.branch) == ["", "", "branch 1"])
    let writer = DocumentWriter(models: Catalogue.descriptors, rules: Catalogue.rules.map(\.descriptor))
    let text = writer.write(try #require(workbench.saved?.spec), stem: "net").text
    var again = try self.workbench(text)
    #expect(again.state.travel.breakpoints.first?.hits == 1 && !again.state.isUnsaved)
    enter("goto mine", &again)
    #expect(again.state.message?.text == "bookmark mine · at 40 ms" && again.tick == Tick(400))
    enter("goto other", &again)
    #expect(
      again.state.message?.text
        == "bookmark other, made on branch 1, which the document does not keep: this is another run · at 30 ms",
      "\(again.state.message?.text ?? "")")
    enter("save net.yaml", &again)
    #expect(again.saved?.spec.workbench.bookmarks.map(\.branch) == ["", "", "branch 1"])
  }

  /// A document has the values of an edit from the start: what was marked in the run with it is another run's.
  @Test func aBookmarkOfARunThatWasEditedSaysSo() throws {
    var workbench = try workbench()
    enter("goto 20 ms", &workbench)
    enter("set exc.tau_m 30 ms", &workbench)
    enter("goto 30 ms", &workbench)
    enter("bookmark late", &workbench)
    enter("save net.yaml", &workbench)
    #expect(workbench.saved?.spec.workbench.bookmarks.last?.branch == "main, edited at 20 ms")
  }

  @Test func aQueryIsAnsweredAndLeavesEverythingAsItWas() throws {
    var workbench = try workbench()
    enter("goto 50 ms", &workbench)
    let hash = workbench.stateHash
    enter("query spikes of noise where v(post) > -55 mV", &workbench)
    let answer = try #require(workbench.state.travel.answer)
    #expect(!answer.rows.isEmpty && workbench.stateHash == hash && workbench.state.errand == nil)
    workbench.press(.home)
    workbench.press(.enter)
    #expect(workbench.tick == answer.rows[0].tick && workbench.state.overlay == nil)
    enter("query spikes of exc > spikes.csv", &workbench)
    #expect(workbench.wishes.last == "capture spikes.csv")
    enter("query spikes of ecx", &workbench)
    #expect(workbench.state.message?.text.contains("did you mean exc?") == true && workbench.state.overlay == nil)
  }

  @Test(arguments: [
    ("\"spike(ecx[3])\"", "net.yaml:13:24: error: there is no population \"ecx\" · did you mean exc?"),
    ("{when: \"exc[3].u > 2\"}", "net.yaml:13:32: error: IF_curr_exp has no variable \"u\""),
  ])
  func aConditionThatSaysNothingIsRefusedWithItsPlace(_ condition: String, _ words: String) throws {
    let text = Self.document.replacing("\"spike(exc[3])\"", with: condition)
    let spec = try DocumentSource.reader.read(text: text, name: "net.yaml", folder: ".").spec
    let issues = ConditionCheck.issues(spec)
    #expect(issues.count == 1 && issues[0].description.hasPrefix(words), "\(issues)")
  }
}
