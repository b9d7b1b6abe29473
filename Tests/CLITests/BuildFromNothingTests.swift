/// A network of three populations from an empty screen, by keys alone: built, run, saved, checked.
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

@Suite struct BuildFromNothingTests {
  /// Noise drives excitation, which drives inhibition, which inhibits.
  private static let script = """
    a "n" Tab "9" Tab "s" Enter
    a "e" Tab "80" Enter
    a "i" Tab "20" Enter
    c "n" Tab "e" Tab Tab Tab Tab "3" Enter
    c "e" Tab "i" Enter
    c "i" Tab "e" Tab Tab "i" Tab Tab "-.5" Enter
    S "net.yaml" Enter
    """

  @Test func inUnderSixtyKeys() throws {
    let keys = try KeyScript.parse(Self.script)
    #expect(keys.count < 60, "\(keys.count) keys")
    let folder = try Scratch()
    var workbench = try ScriptedWorkbench(
      NetworkSpec(), name: "untitled", size: Size(columns: 80, rows: 24),
      ScreenCapabilities(colors: .trueColor, glyphs: .braille))
    for key in keys {
      workbench.press(key)
      let message = workbench.state.message
      #expect(message?.kind != .error, "\(message?.text ?? "")")
      _ = workbench.screen()
    }
    let saved = workbench.saved
    var request = try #require(saved)
    request.file = folder.path + "/net.yaml"
    var store = DocumentStore()
    _ = try store.save(request)
    let text = try String(contentsOfFile: request.file, encoding: .utf8)
    #expect(text == Self.document)
    let document = try DocumentSource().load(request.file)
    #expect(document.warnings.isEmpty)
    #expect(document.spec.withoutPlaces == request.spec.withoutPlaces)
  }

  private static let document = """
    ganglion: 1
    dt: 0.1 ms
    seed: 1
    populations:
      n: {size: 9, model: SpikeSourcePoisson}
      e: {size: 80, model: IF_curr_exp}
      i: {size: 20, model: IF_curr_exp}
    projections:
      - {from: n, to: e, connect: all_to_all, receptor: excitatory, weight: 3 nA, delay: 1 ms}
      - {from: e, to: i, connect: all_to_all, receptor: excitatory, weight: 0.1 nA, delay: 1 ms}
      - {from: i, to: e, connect: all_to_all, receptor: inhibitory, weight: -0.5 nA, delay: 1 ms}

    """

  /// The network runs: what was built while it stood fires.
  @Test func whatWasBuiltRuns() throws {
    var workbench = try ScriptedWorkbench(
      NetworkSpec(), name: "untitled", size: Size(columns: 80, rows: 24),
      ScreenCapabilities(colors: .trueColor, glyphs: .braille))
    for key in try KeyScript.parse(Self.script + "\n g \"2 s\" Enter") { workbench.press(key) }
    #expect(workbench.tick == Tick(20_000))
    let spikes = workbench.spikes
    #expect(spikes.allSatisfy { $0 > 0 }, "\(spikes)")
  }

  /// Undoing everything brings back the empty document; and, where nothing was stepped, the state.
  @Test func everythingIsUndone() throws {
    var workbench = try ScriptedWorkbench(
      NetworkSpec(), name: "untitled", size: Size(columns: 80, rows: 24),
      ScreenCapabilities(colors: .trueColor, glyphs: .braille))
    let hash = workbench.stateHash
    let keys = try KeyScript.parse(Self.script).dropLast(10)
    for key in keys { workbench.press(key) }
    #expect(workbench.state.document?.spec.populations.count == 3)
    #expect(workbench.stateHash != hash)
    while workbench.state.document?.undo.isEmpty == false { workbench.press(.character("u")) }
    #expect(workbench.state.document?.spec == NetworkSpec())
    #expect(workbench.stateHash == hash)
    _ = workbench.screen()
  }
}

/// A folder that is gone after the test.
final class Scratch: Sendable {
  let path: String
  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("ganglion-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(atPath: path) }
}
