/// The main loop of the workbench, with the real engine beneath it and a screen in memory before it.
import Basics
import Debugger
import Engine
import Formats
import Foundation
import Kernels
import NetworkModel
import Terminal
import Testing
import Workbench

@testable import CLI

@Suite struct TerminalLoopTests {
  private static let document = """
    dt: 0.1 ms
    populations:
      cell: {size: 3, model: IF_curr_exp, parameters: {i_offset: 1 nA}}
      other: {size: 2, model: IF_curr_exp}
    projections:
      - {name: link, from: cell, to: other, connect: all_to_all, receptor: excitatory, weight: 0.1 nA, delay: 1 ms}
    """

  /// What a loop left behind.
  private struct Ending {
    let screen: CuedScreen
    let state: WorkbenchState
    var text: String { screen.inner.contents.text }
  }

  private func play(size: Size = Size(columns: 100, rows: 30), _ cues: CuedScreen.Cue...) throws -> Ending {
    let spec = try DocumentReader(models: Catalogue.descriptors)
      .read(text: Self.document, name: "net.yaml", folder: FileManager.default.temporaryDirectory.path).spec
    let engine = Engine(spec)
    defer { engine.shutdown() }
    var state = WorkbenchState(size: size, models: Catalogue.descriptors, presets: [])
    state.expect("net.yaml", spec)
    let screen = CuedScreen(size, engine, [.until("running")] + cues)
    let library = PresetLibrary(folder: nil)
    var loop = TerminalLoop(
      screen: screen, state: state, engine: engine, documents: DocumentStore(source: DocumentSource(library: library)))
    loop.run()
    #expect(screen.missed == nil, "\(screen.inner.contents.text)")
    return Ending(screen: screen, state: loop.state)
  }

  private func key(_ character: Character) -> CuedScreen.Cue { .event(.key(.character(character))) }

  @Test func qEndsTheLoopAndWhatComesAfterIsNotRead() throws {
    let ending = try play(key(" "), .until("paused"), key("q"), key("?"))
    #expect(ending.state.overlay == nil)
    #expect(!ending.text.contains("every command"))
  }

  @Test func aHangupEndsTheLoop() throws {
    let ending = try play(.event(.hangup), key(" "))
    #expect(ending.state.isRunning)
  }

  @Test func timePassesByItselfAndStepsAreCounted() throws {
    let ending = try play(
      .until("last spike at"), key(" "), .until("paused"), key("R"), .until("0.000 0 s"), key("."), .until("0.000 1 s"),
      key("1"), key("2"), key("."), .until("0.001 3 s"))
    #expect(ending.state.tick == Tick(13))
    #expect(!ending.state.isRunning)
  }

  @Test func aKeyIsAnsweredByAFrameAndNothingByNone() throws {
    // Back at 0 ms the engine has shown all that there is to show.
    let ending = try play(
      key(" "), .until("paused"), key("R"), .until("0.000 0 s"), .rest, .mark, .event(.timeout), .event(.timeout),
      .mark,
      key(":"), .event(.timeout), .mark)
    let marks = ending.screen.marks
    #expect(marks[1].frames == marks[0].frames)
    #expect(marks[2].frames == marks[1].frames + 1)
    #expect(marks[1].patience == nil)
  }

  @Test func whileItRunsTheLoopWaitsForAFrameAtMost() throws {
    let ending = try play(.mark)
    #expect(try #require(ending.screen.marks[0].patience) <= 34)
  }

  // MARK: Pasted text

  @Test func aPasteIsTypedIntoThePrompt() throws {
    let ending = try play(
      key(" "), .until("paused"), key(":"), .event(.paste("set cell.i_offset 0.5 nA")), .until("0.5 nA"),
      .event(.key(.enter)), .until("0.5 nA"))
    #expect(ending.state.overlay == nil)
    #expect(ending.text.contains("i_offset   0.5 nA"), "\(ending.text)")
  }

  @Test func aPasteIsTypedIntoTheInspectorsField() throws {
    let ending = try play(key("e"), .event(.key(.enter)), .event(.paste("77")), .event(.timeout))
    #expect(ending.state.inspector.field?.text.contains("77") == true)
  }

  @Test(arguments: ["q", "R.f ?", ":quit", " ", "\u{1B}[A"])
  func aPasteIsNeverObeyed(_ text: String) throws {
    let ending = try play(
      key(" "), .until("paused"), key("R"), .until("0.000 0 s"), key("."), .until("0.000 1 s"), .event(.paste(text)),
      .until("paste was left out"), key("J"))
    // The loop went on and obeyed the key after it, and nothing else.
    #expect(ending.state.neuron.population == 1)
    #expect(ending.state.overlay == nil)
    #expect(!ending.state.isRunning)
    #expect(ending.state.tick == Tick(1))
  }

  @Test func aPasteIntoHelpIsObeyedNeither() throws {
    let ending = try play(key("?"), .until("In this pane"), .event(.paste("qq")), .until("In this pane"))
    #expect(ending.state.overlay != nil)
  }

  // MARK: The terminal

  @Test func aResizeIsDrawnAtItsSize() throws {
    let small = Size(columns: 50, rows: 10)
    let ending = try play(
      .event(.resize(small)), .until("needs 60 x 16"), .event(.resize(Size(columns: 80, rows: 24))), .until("Inspector")
    )
    #expect(ending.screen.inner.contents.size == Size(columns: 80, rows: 24))
    #expect(ending.screen.inner.invalidations == 2)
    #expect(ending.screen.seen[1].split(separator: "\n", omittingEmptySubsequences: false).count == 10)
  }

  @Test func ctrlZGivesTheTerminalAwayAndDrawsAgain() throws {
    let ending = try play(.event(.key(.control("z"))), .until("running"))
    #expect(ending.screen.inner.suspensions == 1)
    #expect(ending.screen.inner.invalidations == 1)
  }

  // MARK: What the engine is told

  @Test func whatIsObservedFollowsTheSelection() throws {
    // The engine is asked for the neuron in view: its number of synapses comes from nowhere else.
    let ending = try play(key("J"), .until("3 in, 0 out"))
    #expect(ending.state.neuron.population == 1)
  }

  @Test func whatIsObservedFollowsTheZoomedPane() throws {
    let ending = try play(
      key(" "), .until("paused"), .event(.key(.tab)), key("z"), .until("Membrane"), key("J"), .until("other[0..1] of 2")
    )
    #expect(ending.state.isZoomed)
    #expect(!ending.text.contains("Raster"))
  }

  @Test func aDocumentThatIsNotThereIsToldAndTheNetworkGoesOn() throws {
    let ending = try play(
      .until("running"), .event(.key(.character(":"))), .event(.paste("open nowhere")),
      .event(.key(.enter)), .until("error: there is no file and no preset"))
    #expect(ending.state.network?.neurons == 5)
  }
}
