/// Restless users of the whole workbench: random keys and sizes, with an engine behind them and a screen before them.
import Basics
import Debugger
import Foundation
import NetworkModel
import Simulation
import Support
import Terminal
import Testing
import Workbench

@testable import CLI

/// Nothing traps or hangs, everything can be drawn, and undoing all edits brings back the exact document and, where
/// nothing was stepped, the exact state. GANGLION_SCRIPTS says how many scripts; 1000 are those of the acceptance.
@Suite(.timeLimit(.minutes(60))) struct RandomScriptTests {
  private static let count = ProcessInfo.processInfo.environment["GANGLION_SCRIPTS"].flatMap { Int($0) } ?? 40
  private static let keysPerScript = 200
  /// Networks for a test: what is larger is refused, as it is on a machine that is too small.
  private static let memory = 300_000

  @Test(arguments: 0..<8)
  func anyKeysLeadToADocumentThatCanBeUndone(_ part: Int) throws {
    for seed in stride(from: part, to: Self.count, by: 8) { try run(seed: UInt64(seed)) }
  }

  private func run(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let looks = [
      ScreenCapabilities(colors: .trueColor, glyphs: .braille), ScreenCapabilities(colors: .sixteen, glyphs: .blocks),
      ScreenCapabilities(colors: .none, glyphs: .ascii),
    ]
    let others = ["small": Self.other, "empty": NetworkSpec()]
    var workbench = try ScriptedWorkbench(
      [EditingFuzzTests.start, NetworkSpec()].randomElement(using: &random) ?? NetworkSpec(), name: "start.yaml",
      size: Size(columns: 80, rows: 24), looks.randomElement(using: &random) ?? looks[0], documents: others,
      options: SessionOptions(memoryLimit: Self.memory), stepLimit: 200)
    var (document, hash, loads) = (workbench.state.document?.spec, workbench.stateHash, workbench.loads)
    var keys: [Key] = []
    for _ in 0..<Self.keysPerScript {
      if Int.random(in: 0..<25, using: &random) == 0 {
        workbench.resize(
          Size(columns: .random(in: 0...220, using: &random), rows: .random(in: 0...70, using: &random)))
      }
      if keys.isEmpty { keys = Self.keys(workbench.state, &random).reversed() }
      workbench.press(keys.removeLast())
      if workbench.loads != loads {
        (document, hash, loads) = (workbench.state.document?.spec, workbench.stateHash, workbench.loads)
      }
      if Int.random(in: 0..<5, using: &random) == 0 { _ = workbench.screen() }
    }
    workbench.press(.control("c"))
    workbench.press(.control("c"))
    let (hadRun, edits) = (workbench.hasRun, workbench.state.document?.undo.map(\.words) ?? [])
    if workbench.state.isRunning { workbench.press(.character(" ")) }
    while workbench.state.document?.undo.isEmpty == false { workbench.press(.character("u")) }
    let (same, sameHash) = (workbench.state.document?.spec == document, workbench.stateHash == hash)
    #expect(same, "the document is another one, with seed \(seed): \(edits)")
    #expect(sameHash || hadRun || workbench.hasRun, "the state is another one, with seed \(seed): \(edits)")
    _ = workbench.screen()
  }

  /// A key, or a line or a form that makes sense.
  private static func keys(_ state: WorkbenchState, _ random: inout SeededGenerator) -> [Key] {
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<3:
      let line = EditingFuzzTests.line(state.document?.spec ?? NetworkSpec(), &random)
      return [.escape] + (":" + line).map(Key.character) + [.enter, .escape]
    case 3:
      let opener = ["a", "c", "i", "D", ":learn\n"].randomElement(using: &random) ?? "a"
      let way: [Key] = (0..<8).map { _ in
        [.tab, .right, .left, .up, .character(" ")].randomElement(using: &random) ?? .tab
      }
      return [.escape] + opener.map { $0 == "\n" ? .enter : .character($0) } + way + [.enter, .escape]
    case 4: return [[.character("u"), .control("r"), .enter, .escape].randomElement(using: &random) ?? .enter]
    case 5: return [.escape] + ":open small".map(Key.character) + [.enter, .character("d")]
    default: return [key(&random)]
    }
  }

  private static func key(_ random: inout SeededGenerator) -> Key {
    let special: [Key] = [
      .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
      .control("l"), .control("u"), .control("w"), .character("µ"), .character("漢"),
    ]
    if Bool.random(using: &random) { return special.randomElement(using: &random) ?? .enter }
    return .character(Character(Unicode.Scalar(UInt8.random(in: 32...126, using: &random))))
  }

  private static var other: NetworkSpec {
    var spec = EditingFuzzTests.start
    spec.populations.append(PopulationSpec(name: "t", shape: [5], model: "SpikeSourceArray"))
    spec.projections[0].plasticity = PlasticitySpec(rule: "stdp_pair", weights: 0...1)
    return spec
  }
}
