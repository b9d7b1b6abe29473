/// Forms: what they ask for, the line that they amount to, what they say before, and that they do just that line.
import Basics
import Debugger
import Kernels
import NetworkModel
import Support
import Terminal
import Testing

@testable import Workbench

@Suite struct FormTests {
  private func store(_ keys: [Key]) -> Store {
    var store = Store()
    store.state.document = OpenDocument(spec: Networks.cubaSpec, origin: "cuba", file: nil)
    store.type(keys)
    return store
  }

  private func form(_ store: Store) throws -> Form {
    guard case .form(let form)? = store.state.overlay else { throw NoForm() }
    return form
  }

  private func line(_ store: Store) throws -> String { store.state.formLine(of: try form(store)) }

  private struct NoForm: Error {}

  @Test func addingAsksForEverything() throws {
    var store = store([.character("a")])
    #expect(try line(store) == ":add p1 100 IF_curr_exp")
    let names = store.state.formRows(of: try form(store)).map(\.name)
    #expect(names.prefix(5) == ["name", "size", "kind", "model", "  cm"] && names.contains("  reset"))
    store.type(
      "noise2".map(Key.character) + [.tab] + "8x10".map(Key.character) + [.tab, .character("s"), .tab, .right])
    #expect(try line(store) == ":add noise2 8x10 SpikeSourceRegular")
    #expect(
      store.state.formPreview(of: try form(store))
        == "will do: add noise2: 8 × 10 neurons, SpikeSourceRegular (regular) · 5.1 kB")
    let effects = store.type([.enter])
    #expect(store.state.overlay == nil && effects.count == 1)
    #expect(
      store.state.document?.spec.population("noise2")
        == PopulationSpec(name: "noise2", shape: [8, 10], model: "SpikeSourceRegular"))
  }

  /// The model's own parameters: what is given stands in the line, and in the population.
  @Test func addingSetsParameters() throws {
    var store = store([.character("a")] + Array(repeating: .down, count: 5))
    let row = try #require(store.state.formRow(of: try form(store)))
    #expect(row.name == "  tau_m" && row.value == "20 ms" && row.help.contains("Usually 20 ms; above 0 ms."))
    store.type("12 ms".map(Key.character))
    let rows = store.state.formRows(of: try form(store))
    let reset = try #require(rows.firstIndex { $0.name == "  reset" })
    store.type(Array(repeating: .down, count: reset - 5) + [.right])
    #expect(try line(store) == ":add p1 100 IF_curr_exp tau_m=12ms reset=soft")
    store.type([.enter])
    #expect(
      store.state.document?.spec.population("p1")?.parameters
        == ["tau_m": .number(.constant(12)), "reset": .choice("soft")])
    #expect(store.state.message?.text.contains("tau_m=12ms, reset=soft") == true)
  }

  @Test func connectingSaysInNumbersWhatItWillDo() throws {
    var store = store([.character("c"), .character("e"), .tab, .character("i"), .tab])
    #expect(try line(store) == ":connect exc inh all 0.1nA 1ms")
    store.type([.character("f"), .tab] + "0.02".map(Key.character))
    #expect(try line(store) == ":connect exc inh p=0.02 0.1nA 1ms")
    #expect(
      store.state.formPreview(of: try form(store)) == "will do: connect exc → inh: each pair with probability 0.02, "
        + "0.1 nA, 1 ms · about 51 200 synapses, 150 kB, 64 ± 8 onto each inh neuron")
    // Inhibition turns the usual weight round, and a distribution has rows of its own.
    store.type([.tab, .character("i"), .tab, .character("u")])
    #expect(try line(store) == ":connect exc inh p=0.02 uniform(-0.15nA,-0.05nA) 1ms")
    store.type([.enter])
    let made = try #require(store.state.document?.spec.projections.last)
    #expect(made.receptor == .inhibitory && made.weight == .uniform(low: -0.15, high: -0.05))
    #expect(made.connector == .fixedProbability(0.02))
  }

  /// Any choice of every row is a line that is understood, and the form does what the line does.
  @Test(arguments: 0..<60)
  func aFormDoesWhatItsLineDoes(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let opener = try #require(["a", "c", "i"].randomElement(using: &random))
    var store = store([.character(Character(opener))])
    for _ in 0..<12 {
      store.type([[.tab, .right, .left, .down, .end].randomElement(using: &random) ?? .tab])
    }
    let (line, preview) = (try line(store), store.state.formPreview(of: try form(store)))
    var other = self.store([])
    store.type([.enter])
    other.enter(line)
    #expect(store.state.document == other.state.document, "\(line)")
    #expect(preview.hasPrefix("will do: ") == (store.state.overlay == nil), "\(line): \(preview)")
    if store.state.overlay != nil { #expect(store.state.message?.text == preview) }
  }

  @Test func aMistakeIsToldAndTheFormStays() throws {
    var store = store([.character("a")] + "exc".map(Key.character))
    let before = store.state.document
    store.type([.enter])
    #expect(store.state.message == Message(.error, "there is a \"exc\" already · choose another name"))
    #expect(try line(store) == ":add exc 100 IF_curr_exp")
    store.type([.character("2"), .enter])
    #expect(store.state.overlay == nil && store.state.document?.spec.population("exc2") != nil)
    #expect(store.state.document != before)
  }

  @Test func escLeavesAndNothingIsDone() {
    var store = store([])
    let before = store.state
    store.type([.character("c"), .right, .tab, .character("9"), .escape])
    #expect(store.state == before)
  }

  /// The first sign takes the place of what is usual; after that, and after other keys, the text is edited.
  @Test func typingReplacesWhatIsUsual() throws {
    var store = store([.character("a"), .tab, .backspace])
    #expect(try line(store) == ":add p1 10 IF_curr_exp")
    store.type([.character("7")])
    #expect(try line(store) == ":add p1 107 IF_curr_exp")
  }

  @Test func lettersGoToAChoice() throws {
    var store = store([.character("a"), .down, .down, .down])
    store.type("adex".map(Key.character))
    #expect(try line(store).hasSuffix("EIF_cond_exp_isfa_ista"))
    store.type("hh_c".map(Key.character))
    #expect(try line(store).hasSuffix("HH_cond_exp"))
  }

  /// Without anything to choose from the form says what is missing.
  @Test func nothingCanBeConnectedInAnEmptyDocument() throws {
    var store = store([])
    store.state.document = OpenDocument(spec: NetworkSpec(), origin: "", file: nil)
    store.type([.character("c"), .enter])
    #expect(store.state.message?.kind == .error)
    store.type([.right, .left, .character("x"), .tab, .escape])
    #expect(store.state.overlay == nil)
  }

  // MARK: Connectors

  @Test(arguments: ConnectorDescriptor.all)
  func everyConnectorIsExplainedAndUnderstood(_ connector: ConnectorDescriptor) throws {
    #expect(connector.summary.hasSuffix("."))
    for parameter in connector.parameters { #expect(parameter.doc.hasSuffix(".") || parameter.doc.contains(":")) }
    let text = ConnectorText.text(connector, connector.parameters.map(\.usual))
    if connector.isOfFile {
      #expect(try FileText.connector(text, .current)?[connector.id] == connector.parameters[0].usual)
      return
    }
    #expect(try ConnectorText.connector(text) != nil)
    let long = connector.id + text.dropFirst(connector.word.count)
    #expect(try ConnectorText.connector(long) == ConnectorText.connector(text))
  }

  @Test func connectorsAreReadWithAllTheyHave() throws {
    #expect(try FileText.connector("file=s.csv", .none) == ["file": "s.csv", "delay_unit": "ms"])
    #expect(try ConnectorText.connector("in=3,again") == .fixedNumberPre(3, withReplacement: true))
    #expect(
      try ConnectorText.connector("pairs=0>3,1>4")
        == .list([ListedSynapse(pre: 0, post: 3), ListedSynapse(pre: 1, post: 4)]))
    let rule = DistanceRule(
      probability: .gauss(.distance, width: 5), text: "gauss(d,5)", metric: .grid, isPeriodic: true)
    #expect(try ConnectorText.connector("dist=gauss(d,5),grid,periodic") == .distanceDependent(rule))
    for wrong in ["p=2", "p=x", "p", "in=-1", "in=3,x", "all=3", "pairs=0", "pairs=0>x", "ring=0", "near=3", "p=1,2"] {
      #expect(throws: EditProblem.self, "\(wrong)") { try ConnectorText.connector(wrong) }
    }
    #expect(try ConnectorText.connector("0.3nA") == nil)
  }

  /// The numbers that are foretold, against counting.
  @Test func whatIsForetoldIsWhatIsDrawn() throws {
    let spec = ProjectionSpec(
      name: "x", from: Selection(all: "a", size: 400), to: Selection(all: "b", size: 50),
      connector: .fixedTotalNumber(900, withReplacement: true))
    var random = SeededGenerator(seed: 1)
    var squares = 0.0
    for _ in 0..<200 {
      var counts = [Double](repeating: 0, count: 50)
      for _ in 0..<900 { counts[Int.random(in: 0..<50, using: &random)] += 1 }
      squares += counts.reduce(0) { $0 + ($1 - 18) * ($1 - 18) } / 50
    }
    let deviation = try #require(spec.incomingDeviation)
    #expect(spec.expectedSynapses(onto: [50]) == 900)
    #expect(abs(deviation - (squares / 200).squareRoot()) < 0.1)
  }
}
