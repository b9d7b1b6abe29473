/// Anything that can be built can be written and read again, and undone to the very document and state of before.
import Basics
import Debugger
import Formats
import Kernels
import NetworkModel
import Support
import Terminal
import Testing
import Workbench

@testable import CLI

@Suite(.timeLimit(.minutes(3))) struct EditingFuzzTests {
  private static let writer = DocumentWriter(models: Catalogue.descriptors, rules: Catalogue.rules.map(\.descriptor))
  private static let reader = DocumentReader(models: Catalogue.descriptors, rules: Catalogue.rules.map(\.descriptor))

  @Test(arguments: 0..<30)
  func whateverIsBuiltIsWrittenAndUndone(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var workbench = try ScriptedWorkbench(
      Self.start, name: "start.yaml", size: Size(columns: 80, rows: 24),
      ScreenCapabilities(colors: .trueColor, glyphs: .braille))
    let (document, hash) = (workbench.state.document?.spec, workbench.stateHash)
    let steps = Bool.random(using: &random)
    var most = 0
    for _ in 0..<25 {
      let spec = workbench.state.document?.spec ?? NetworkSpec()
      for key in ":" + Self.line(spec, &random) { workbench.press(.character(key)) }
      workbench.press(.enter)
      workbench.press(.escape)
      if steps, Int.random(in: 0..<4, using: &random) == 0 { workbench.press(.character(".")) }
      if Int.random(in: 0..<5, using: &random) == 0 { workbench.press(.character("u")) }
      if Int.random(in: 0..<8, using: &random) == 0 { workbench.press(.control("r")) }
      _ = workbench.screen()
      most = max(most, workbench.state.document?.undo.count ?? 0)
      try expectReturn(workbench.state.document?.spec ?? NetworkSpec())
    }
    #expect(most >= 2, "hardly anything was built")
    while workbench.state.document?.undo.isEmpty == false { workbench.press(.character("u")) }
    #expect(workbench.state.document?.spec == document)
    #expect(workbench.state.document?.isChanged == false)
    if !steps { #expect(workbench.stateHash == hash) }
  }

  /// The start, changed in place into what was built, says the same as what was built.
  private func expectReturn(_ spec: NetworkSpec) throws {
    if spec.populations.isEmpty { return }
    let before = Self.writer.write(Self.start, stem: "start").text
    let text = Self.writer.update(before, to: spec, stem: "start", folder: ".", reader: Self.reader)
    do {
      let again = try Self.reader.read(text: text.text, name: "t.yaml", folder: ".", beside: text.files).spec
      #expect(again.withoutPlaces == spec.withoutPlaces, "\(text.text)")
    } catch {
      Issue.record("\(error)\n\(text.text)")
    }
  }

  static var start: NetworkSpec {
    var spec = NetworkSpec()
    spec.populations = [
      PopulationSpec(
        name: "a", shape: [6], model: "IF_curr_exp", parameters: ["i_offset": .number(.constant(1))],
        initial: ["v": .uniform(low: -65, high: -50)]),
      PopulationSpec(name: "b", shape: [2, 3], model: "IF_curr_exp"),
      PopulationSpec(name: "n", shape: [4], model: "SpikeSourcePoisson"),
    ]
    spec.projections = [
      ProjectionSpec(
        name: "a->b", from: Selection(all: "a", size: 6), to: Selection(all: "b", size: 6),
        connector: .fixedProbability(0.5), weight: .constant(0.5), delay: .uniform(low: 0.5, high: 3))
    ]
    return spec
  }

  /// Mostly about what there is.
  static func line(_ spec: NetworkSpec, _ random: inout SeededGenerator) -> String {
    func pick(_ words: [String]) -> String { words[Int.random(in: 0..<words.count, using: &random)] }
    let name = pick(spec.populations.map(\.name) + ["nobody"])
    let other = pick(spec.populations.map(\.name) + ["nobody"])
    let new = pick(["c", "d", "e", "f", "g"])
    let projection = pick(spec.projections.map(\.name) + ["none"])
    let how = pick([
      "", "all", "one", "p=0.4", "in=2", "out=3", "total=7", "ring=2,0.5", "dist=exp(-d/2)", "pairs=0>1,1>0",
    ])
    let weight = pick(["", "0.3", "-0.2", "0.1 nA", "uniform(0nA,1nA)", "normal(-0.2nA,0.05nA)", "1 mV", "0.01 uS"])
    let delay = pick(["", "2ms", "0.05 ms", "uniform(1ms,4ms)", "normal(3ms,1ms)"])
    let model = pick(["lif", "IF_cond_exp", "IF_curr_delta", "poisson", "adex", "hh", "IF_discrete", "izhikevich"])
    return pick([
      "add \(new) \(pick(["3", "2x3", "9"])) \(model)", "connect \(name) \(other) \(how) \(weight) \(delay)",
      "connect \(name)[0..1] \(other)[1] \(weight)", "remove \(name)", "remove \(projection)",
      "rename \(name) \(new)", "rename \(projection) p\(new)", "resize \(name) \(pick(["2", "5", "12", "3x3"]))",
      "model \(name) \(model)", "duplicate \(name) \(new)", "scale \(projection) 1.5", "silence \(name)",
      "lesion \(name)", "reconnect \(projection) \(how) \(weight) \(delay)",
      "inject \(name) \(pick(["0.3nA", "1", "0.2nA from 5ms to 9ms"]))", "set \(name).tau_m \(pick(["15", "30 ms"]))",
      "set \(name)[1].v -55", "set \(name).reset soft", "title Something: new", "set \(name).rate 50",
      "label \(name) what: it is", "label \(name)[1] one", "label \(projection) \(new)", "label \(name)",
      "model \(name) \(other) \(model)", "learn \(projection)", "freeze \(projection)", "keep-weights \(projection)",
    ])
  }
}
