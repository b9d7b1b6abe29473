/// `x`, `|` and `p`: what they ask of the engine, and what its answers do to the state.
import Basics
import Debugger
import NetworkModel
import Terminal
import Testing
@testable import Workbench

@Suite struct WhatIfCommandTests {
  private func opened() -> Store {
    var store = Store()
    store.document()
    store.type([.character(" ")])
    store.state.tick = Tick(1500)
    return store
  }

  @Test(arguments: [
    ("without spike inh[3] at 80.1 ms", WhatIf.without(.spike(NeuronPlace("inh", 3), at: Milliseconds(80.1)))),
    ("without inh[3] at 801 steps", .without(.spike(NeuronPlace("inh", 3), at: Milliseconds(80.1)))),
    (
      "without arrival inh[3] -> exc[17] at 80.1 ms",
      .without(.arrival(from: NeuronPlace("inh", 3), to: NeuronPlace("exc", 17), at: Milliseconds(80.1)))
    ),
    ("without neuron inh[3]", .without(.neuron(NeuronPlace("inh", 3)))),
    ("without synapse inh[3]->exc[17]", .without(.synapse(from: NeuronPlace("inh", 3), to: NeuronPlace("exc", 17)))),
    ("without edit 2", .withoutEdit(2)), ("without edit last", .withoutEdit(nil)),
    ("spike exc[17] at 80 ms", .with(.poke(NeuronAddress(population: 0, index: 17)), at: Tick(799))),
    (
      "set exc[3].v -55 mV at 80 ms",
      .with(.setState(Selection("exc", neuron: 3), variable: "v", -55), at: Tick(800))
    ),
  ])
  func theLineAsks(_ line: String, _ question: WhatIf) {
    var store = opened()
    let effects = store.enter(":whatif \(line)")
    guard case .engine(.whatIf(let asked))? = effects.last else {
      Issue.record("\(effects), \(store.state.message?.text ?? "")")
      return
    }
    #expect(String(describing: asked) == String(describing: question))
  }

  /// The form of `x` amounts to a line that is understood, whatever is chosen.
  @Test func everyChoiceOfTheFormIsALine() throws {
    var store = opened()
    store.type([.character("x")])
    guard case .form(var form)? = store.state.overlay else {
      Issue.record("x opens no form")
      return
    }
    for choice in try #require(store.state.formRow(of: form)).choices {
      form.given = ["without": TextField(text: choice.word), "from": TextField(text: "inh[3]")]
      if choice.word == "another value" { form.given["value"] = TextField(text: "exc.tau_m 15 ms") }
      let argument = store.state.formArgument(of: form)
      #expect(throws: Never.self) { try WhatIfText.asked(argument, in: store.state) }
      #expect(store.state.formPreview(of: form).contains("a branch"))
    }
  }

  /// The branch begins: its document is without the spike. It has come to where one was: both are compared and shown.
  @Test func theAnswerIsComparedAndShown() throws {
    var store = opened()
    let before = try #require(store.state.document)
    store.enter(":whatif without neuron inh[3]")
    #expect(reduce(&store.state, .engine(.branched(1, "branch 1"))).isEmpty)
    let variation = BranchVariation(branch: 1, parent: 0, fork: .zero, reason: "without neuron inh[3]")
    #expect(reduce(&store.state, .engine(.varied(variation))).isEmpty)
    #expect(store.state.document?.spec.without.map(\.part) == [.neuron(NeuronPlace("inh", 3))])
    #expect(store.state.document?.revision != before.revision)
    let effects = reduce(&store.state, .engine(.stopped(Tick(1500))))
    #expect(
      effects == [.engine(.compare(ComparisonRequest(span: Milliseconds(150))))] && store.state.focus == .comparison)
    #expect(reduce(&store.state, .engine(.stopped(Tick(1500)))).isEmpty)
    let comparison = BranchComparison(
      a: .init(number: 0, name: "main"), b: .init(number: 1, name: "branch 1"), dt: Milliseconds(0.1),
      parting: .zero, end: Tick(1500), populations: [], spikesEnd: Tick(1500))
    _ = reduce(&store.state, .engine(.compared(comparison)))
    #expect(store.state.comparison == comparison && store.state.message?.text == "nothing differs up to 150 ms")
    store.state.travel.timeline.branch = 1
    #expect(store.type([.enter]) == [.engine(.switchBranch(0))])
    store.state.travel.timeline.branch = 0
    #expect(store.type([.enter]) == [.engine(.switchBranch(1))])
  }

  @Test func whatIsRefusedLeavesTheDocument() {
    var store = opened()
    let before = store.state.document
    store.enter(":whatif without neuron inh[3]")
    _ = reduce(&store.state, .engine(.refused("it is left out already")))
    let variation = BranchVariation(branch: 1, parent: 0, fork: .zero, reason: "")
    _ = reduce(&store.state, .engine(.varied(variation)))
    _ = reduce(&store.state, .engine(.branched(1, "branch 1")))
    #expect(store.state.document == before && store.state.message?.text.contains("branch 1") == true)
    #expect(reduce(&store.state, .engine(.stopped(Tick(3)))).isEmpty)
  }

  @Test(arguments: [
    ("whatif without spike exc[3]", "a time is missing"), ("whatif nothing", "asks nothing"),
    ("whatif without neuron exc", "one neuron"), ("compare nobody", "no other branch"),
  ])
  func whatIsWrongIsSaid(_ line: String, _ words: String) {
    var store = opened()
    #expect(store.enter(":" + line).isEmpty)
    #expect(store.state.message?.kind == .error && store.state.message?.text.contains(words) == true)
  }

  @Test func aBranchIsComparedByName() {
    var store = opened()
    store.state.travel.timeline.branches = [
      TimelineSnapshot.Branch(number: 0, name: "main", fork: .zero, end: Tick(9)),
      TimelineSnapshot.Branch(number: 4, name: "cooler", parent: 0, fork: .zero, end: Tick(9)),
    ]
    #expect(store.enter(":compare cooler") == [.engine(.compare(ComparisonRequest(a: 4)))])
    #expect(store.type([.character("|")]) == [.engine(.compare(ComparisonRequest()))])
    #expect(store.enter(":compare nobody").isEmpty && store.state.message?.text.contains("no branch") == true)
  }

  /// Charge, fire, reset, deliver, learn; then the step is made and the next one is taken apart.
  @Test func phasesFollowOneAnother() {
    var store = opened()
    let neuron = store.state.neuron
    #expect(store.type([.character("p")]) == [.engine(.dissect(neuron))])
    func report(at tick: Int) -> StepReport {
      StepReport(
        neuron: neuron, name: "exc[0]", model: "IF_curr_exp", tick: Tick(tick), dt: Milliseconds(0.1), parameters: [:],
        before: [], charged: [], reset: [], arrivals: [], current: 0, hasFired: false, isPoked: false, targets: 0,
        firstArrival: .zero, lastArrival: .zero, plastic: 0, moved: 0, learned: [])
    }
    _ = reduce(&store.state, .engine(.dissected(report(at: 1500))))
    #expect(store.state.focus == .step && store.state.phase == 0)
    for phase in 1...4 {
      #expect(store.type([.character("p")]).isEmpty)
      #expect(store.state.phase == phase)
    }
    #expect(store.type([.character("p")]) == [.engine(.step(1))])
    store.state.tick = Tick(1501)
    #expect(reduce(&store.state, .engine(.stopped(Tick(1501)))) == [.engine(.dissect(neuron))])
    _ = reduce(&store.state, .engine(.dissected(report(at: 1501))))
    #expect(store.state.phase == 0)
    // Another neuron has a step of its own.
    store.type([.character("j")])
    #expect(store.type([.character("p")]) == [.engine(.dissect(store.state.neuron))])
    store.state.isRunning = true
    #expect(store.type([.character("p")]) == [.engine(.pause), .engine(.dissect(store.state.neuron))])
  }
}
