/// Commands that build: what they do to the document, what they say before, and what they refuse.
import Basics
import Debugger
import Kernels
import NetworkModel
import Terminal
import Testing
import Workbench

@Suite struct BuildingTests {
  private func store() -> Store {
    var store = Store()
    store.state.document = OpenDocument(spec: Networks.cubaSpec, origin: "cuba", file: nil)
    return store
  }

  private func spec(after line: String) -> NetworkSpec {
    var store = store()
    store.enter(":" + line)
    return store.state.document?.spec ?? NetworkSpec()
  }

  @Test func addsPopulations() {
    #expect(
      spec(after: "add p 8x10 adex").population("p")
        == PopulationSpec(name: "p", shape: [8, 10], model: "EIF_cond_exp_isfa_ista"))
    #expect(spec(after: "add population p 5").population("p")?.model == "IF_curr_exp")
    #expect(spec(after: "add n").population("n")?.shape == [1])
    #expect(
      spec(after: "add n 5 tau_m=12 ms reset=soft").population("n")?.parameters
        == ["tau_m": .number(.constant(12)), "reset": .choice("soft")])
  }

  @Test func connectsInManyWays() throws {
    let cases: [(String, Connector, ValueSource, ValueSource, Receptor)] = [
      ("exc inh", .allToAll, .constant(0.1), .constant(1), .excitatory),
      ("exc inh p=0.2 0.3 nA 2 ms", .fixedProbability(0.2), .constant(0.3), .constant(2), .excitatory),
      ("inh exc in=10 -0.3nA", .fixedNumberPre(10, withReplacement: false), .constant(-0.3), .constant(1), .inhibitory),
      ("exc exc 2ms 0.5", .allToAll, .constant(0.5), .constant(2), .excitatory),
      ("inh exc inhibitory", .allToAll, .constant(-0.1), .constant(1), .inhibitory),
      (
        "exc exc one uniform(0nA, 0.2nA) uniform(1ms, 5ms)", .oneToOne, .uniform(low: 0, high: 0.2),
        .uniform(low: 1, high: 5), .excitatory
      ),
      (
        "exc exc p=0.1 lognormal(-2.3,0.5)", .fixedProbability(0.1), .lognormal(mu: -2.3, sigma: 0.5), .constant(1),
        .excitatory
      ),
      ("exc exc ring=4,0.1", .smallWorld(degree: 4, rewiring: 0.1), .constant(0.1), .constant(1), .excitatory),
    ]
    for (line, connector, weight, delay, receptor) in cases {
      let made = try #require(spec(after: "connect " + line).projections.last)
      #expect(made.connector == connector && made.weight == weight, "\(line): \(made)")
      #expect(made.delay == delay && made.receptor == receptor, "\(line): \(made)")
    }
    let part = try #require(spec(after: "connect exc[0..9] inh[3]").projections.last)
    #expect(part.source.text == "exc[0..9]" && part.target.text == "inh[3]" && part.name == "exc->inh-2")
  }

  @Test(arguments: [
    "connect exc inh file=", "connect exc inh matrix=a,b,c,d", "connect exc inh 0.1nA lognormal(1,1)",
    "connect inh exc lognormal(1,1) inhibitory", "weight exc[3] inh[7] 0.2nA", "weight exc -> inh[7] 0.2nA",
    "weight exc[3] -> inh[7]",
    "weight exc[3] -> inh[7] -0.2nA", "weight exc[3] -> noise[7] 0.2nA", "weight exc[3] -> inh[800] 0.2nA",
    "weight exc[3] -> inh[7] 0.2mV", "weight exc[3] -> inh[7] 0.01ms", "weight exc[3] -> inh[7] uniform(0nA,1nA)",
    "weight exc[3] -> inh[7] 0.2nA of=exc->exc", "weight exc[3] -> inh[7] all", "add p 5 lif tau=3ms",
    "add p 5 lif tau_m=-3ms", "add p 5 lif tau_m=3mV", "add p 5 lif reset=never", "add exc",
    "add 3x", "add a 0", "add a 5 liff", "connect exc", "connect exc noise", "connect exc nobody",
    "connect exc inh p=2", "connect exc inh one", "connect exc inh 0.1 mV", "connect exc inh 0.1nA 0.01 ms",
    "connect exc inh -1nA exc", "remove nobody", "rename exc inh", "resize exc -3", "model exc nothing",
    "scale exc->inh fast", "freeze exc->inh", "inject noise 1nA", "reconnect nobody all", "label nobody x", "label exc",
    "model exc adex inh",
  ])
  func refusesAndSaysWhy(_ line: String) {
    var store = store()
    let before = store.state.document
    store.enter(":" + line)
    #expect(store.state.message?.kind == .error)
    #expect(store.state.document == before)
    #expect(store.state.overlay == .prompt(TextField(text: line), selected: nil))
  }

  @Test func saysBeforehandWhatItWillDo() {
    var store = store()
    store.type(":connect exc inh p=0.1 0.2nA 1ms".map(Key.character))
    #expect(
      store.state.promptAdvice
        == "will do: connect exc → inh: each pair with probability 0.1, 0.2 nA, 1 ms"
        + " · about 256 000 synapses, 560 kB, 320 ± 17 onto each inh neuron")
    store.type([.escape])
    store.type(":remove inh".map(Key.character))
    #expect(store.state.promptAdvice == "will do: remove inh and exc->inh, inh->exc")
    store.type(" x".map(Key.character))
    #expect(store.state.promptAdvice == "write it as remove exc")
  }

  @Test func removesWithItsSynapses() {
    let spec = spec(after: "remove inh")
    #expect(spec.populations.map(\.name) == ["exc", "noise"])
    #expect(spec.projections.map(\.name) == ["exc->exc", "drive"])
    #expect(self.spec(after: "lesion inh").populations.count == 3)
    #expect(self.spec(after: "lesion inh").projections.map(\.name) == ["exc->exc", "drive"])
  }

  /// Wiring hangs on the names of projections, so these stay.
  @Test func renamesEverywhere() {
    let spec = spec(after: "rename exc pyramidal")
    #expect(spec.projections.map(\.name) == Networks.cubaSpec.projections.map(\.name))
    #expect(spec.projections[1].source == Selection(all: "pyramidal", size: 3200))
  }

  /// What files say is read outside; what comes of it is one change.
  @Test func connectsByFiles() {
    var store = store()
    let effects = store.enter(":connect exc inh matrix=w.npy,pre_post,pA file(d.npy,ms) name=filed")
    guard case .connect(let request)? = effects.first, effects.count == 1 else {
      Issue.record("nothing is read")
      return
    }
    #expect(
      request.files == [
        "connect": ["matrix": "w.npy", "layout": "pre_post", "unit": "pA"], "delay": ["file": "d.npy", "unit": "ms"],
      ])
    #expect(request.projection.name == "filed" && request.words == "connect exc → inh by w.npy, d.npy")
    #expect(store.state.document?.spec == Networks.cubaSpec)
    var read = request.projection
    read.connector = .list([ListedSynapse(pre: 1, post: 2, weight: 0.5)])
    let rebuilt = reduce(&store.state, .connected(request, .success(read)))
    #expect(store.state.document?.spec.projections.last == read && rebuilt.count == 1)
    _ = reduce(&store.state, .connected(request, .failure(LoadFailure(text: "there is no file w.npy"))))
    #expect(store.state.message == Message(.error, "there is no file w.npy"))
    store.enter(":undo")
    #expect(store.state.document?.spec == Networks.cubaSpec)
  }

  @Test func givesOneSynapseItsOwn() throws {
    func exceptions(after lines: String...) -> [[ListedSynapse]] {
      var store = store()
      for line in lines { store.enter(":" + line) }
      return store.state.document?.spec.projections.map(\.exceptions) ?? []
    }
    let strong = ListedSynapse(pre: 3, post: 7, weight: 0.2)
    #expect(exceptions(after: "weight exc[3] -> inh[7] 0.2 nA") == [[], [strong], [], []])
    #expect(exceptions(after: "weight exc[3]->inh[7] 200pA of=exc->inh") == [[], [strong], [], []])
    let late = ListedSynapse(pre: 3, post: 7, weight: 0.2, delay: Milliseconds(2))
    #expect(exceptions(after: "weight exc[3]->inh[7] 0.2nA", "weight exc[3] -> inh[7] 2 ms")[1] == [late])
    #expect(exceptions(after: "weight exc[3]->inh[7] 0.2nA", "undo") == [[], [], [], []])
    #expect(exceptions(after: "weight exc[3]->inh[7] 0.2nA", "scale exc->inh 2")[1].first?.weight == 0.4)
    #expect(exceptions(after: "weight exc[3]->inh[7] 0.2nA", "resize inh 7")[1].isEmpty)
    #expect(exceptions(after: "weight exc[3]->inh[7] 0.2nA", "reconnect exc->inh all")[1].isEmpty)
  }

  /// What is on the screen is where the change begins; what is left as it is becomes no exception.
  @Test func theSynapseUnderTheCursorIsChanged() throws {
    var store = store()
    store.state.focus = .weights
    var snapshot = Snapshot()
    (store.state.weights.pre, store.state.weights.post) = (4, 9)
    snapshot.weights = WeightsSnapshot(
      projection: 0, rows: 1, columns: 1, targetsPerRow: 3200, sourcesPerColumn: 3200, tiles: [0.1], range: 0...1,
      cursorWeight: 0.016200000420212746, cursorDelay: Milliseconds(0.1))
    store.state.take(snapshot)
    store.type([.character("s")])
    guard case .prompt(let field, _)? = store.state.overlay else {
      Issue.record("no line to change")
      return
    }
    #expect(field.text == "weight exc[4] -> exc[9] 0.0162 nA 0.1 ms")
    store.type([.enter])
    #expect(store.state.document?.spec == Networks.cubaSpec)
    store.enter(":weight exc[4] -> exc[9] 0.03 nA 0.1 ms")
    #expect(store.state.message?.text == "exc[4] → exc[9]: weight 0.0162 → 0.03 nA")
    #expect(
      store.state.document?.spec.projections[0].exceptions == [ListedSynapse(pre: 4, post: 9, weight: 0.03)])
    snapshot.weights?.cursorWeight = nil
    store.state.take(snapshot)
    store.type([.character("s")])
    #expect(store.state.message?.text.contains("not connected") == true)
  }

  /// What the network is run without follows its neurons, and goes with them.
  @Test func whatIsLeftOutFollowsItsNeurons() {
    func parts(after line: String) -> [WithoutSpec.Part] {
      var store = store()
      store.state.document?.spec.without = [
        WithoutSpec(.neuron(NeuronPlace("exc", 17))),
        WithoutSpec(.synapse(from: NeuronPlace("exc", 3), to: NeuronPlace("inh", 799))),
      ]
      store.enter(":" + line)
      return store.state.document?.spec.without.map(\.part) ?? []
    }
    let neuron = WithoutSpec.Part.neuron(NeuronPlace("exc", 17))
    #expect(
      parts(after: "rename exc e")
        == [.neuron(NeuronPlace("e", 17)), .synapse(from: NeuronPlace("e", 3), to: NeuronPlace("inh", 799))])
    #expect(parts(after: "resize inh 700") == [neuron])
    #expect(parts(after: "resize exc 10").count == 1)
    #expect(parts(after: "remove exc->inh") == [neuron])
    #expect(parts(after: "remove exc").isEmpty)
    #expect(parts(after: "model exc Integrator").isEmpty)
  }

  @Test func resizesSelections() {
    let spec = spec(after: "resize exc 40x50")
    #expect(spec.population("exc")?.shape == [40, 50])
    #expect(spec.projections[0].source == Selection(all: "exc", size: 2000))
  }

  @Test func anotherModelKeepsWhatBothHave() {
    var store = store()
    store.state.document?.spec.populations[0].parameters = [
      "tau_m": .number(.constant(15)), "i_offset": .number(.constant(1)),
    ]
    store.enter(":model exc IF_cond_exp")
    let spec = store.state.document?.spec
    #expect(spec?.population("exc")?.parameters["tau_m"] == .number(.constant(15)))
    // Weights are conductances there: currents onto it go, those away from it stay.
    #expect(spec?.projections.map(\.name) == ["exc->inh"])
  }

  @Test func severalPopulationsGetAnotherModel() {
    var store = store()
    store.type(":model exc inh adex".map(Key.character))
    #expect(
      store.state.promptAdvice == "will do: model of exc, inh IF_curr_exp → EIF_cond_exp_isfa_ista, "
        + "without exc->exc, exc->inh, inh->exc, drive")
    store.type([.enter])
    #expect(
      store.state.document?.spec.populations.map(\.model).prefix(2) == [
        "EIF_cond_exp_isfa_ista", "EIF_cond_exp_isfa_ista",
      ])
    #expect(store.state.document?.undo.count == 1)
  }

  @Test func labelsGoWithWhatTheyAreOn() {
    var store = store()
    for line in ["label exc[3] the pacemaker", "label exc all of them", "label exc->inh drives: inhibition"] {
      store.enter(":" + line)
    }
    let spec = { store.state.document?.spec ?? NetworkSpec() }
    #expect(spec().label(of: 3, in: "exc") == "the pacemaker" && spec().label(of: 4, in: "exc") == "all of them")
    store.enter(":label exc[3] another")
    #expect(spec().notes.count == 3 && spec().label(of: 3, in: "exc") == "another")
    store.enter(":rename exc e")
    store.enter(":rename exc->inh drives")
    #expect(spec().label(of: 3, in: "e") == "another" && spec().notes[2].subject == .projection("drives"))
    store.enter(":resize e 2")
    #expect(spec().label(of: 3, in: "e") == nil && spec().label(of: 1, in: "e") == "all of them")
    store.enter(":label e")
    #expect(spec().notes.map(\.text) == ["drives: inhibition"])
    store.enter(":remove e")
    #expect(spec().notes.isEmpty)
    while store.state.document?.undo.isEmpty == false { store.type([.character("u")]) }
    #expect(spec() == Networks.cubaSpec)
  }

  @Test func scalesAndSilences() {
    #expect(spec(after: "scale exc->inh 1.5").projections[1].weight == .constant(0.1 * 1.5))
    #expect(
      spec(after: "silence exc").projections.map(\.weight)
        == [.constant(0), .constant(0), .constant(0.1), .constant(0.1)])
  }

  @Test func injects() {
    let spec = spec(after: "inject exc[3] 0.3nA from 100 ms to 400ms")
    #expect(
      spec.stimuli == [
        StimulusSpec(
          into: Selection("exc", neuron: 3),
          .current(amplitude: 0.3, from: Milliseconds(100), to: Milliseconds(400)))
      ])
  }

  @Test func spikeTimesAreGiven() {
    var store = store()
    store.enter(":add t 3 SpikeSourceArray")
    store.enter(":spikes t 5ms 10 ms")
    store.enter(":spikes t[1] 7")
    let times = [[5.0, 10], [7], [5, 10]].map { $0.map { Milliseconds($0) } }
    #expect(store.state.document?.spec.population("t")?.parameters["spike_times"] == .spikeTimes(times))
    store.enter(":spikes t 5ms 5.01ms")
    #expect(store.state.message?.kind == .error)
  }

  @Test func weightsLearnAndAreFrozen() {
    var store = store()
    store.enter(":learn exc->exc")
    let learned = store.state.document?.spec.projections[0].plasticity
    #expect(learned == PlasticitySpec(rule: "stdp_pair", weights: 0...0.2))
    store.enter(":freeze exc->exc")
    #expect(store.state.document?.spec.projections[0].plasticity?.isFrozen == true)
    store.enter(":learn exc->exc")
    #expect(store.state.document?.spec.projections[0].plasticity == learned)
    store.enter(":learn exc->exc stdp_pair 0.5nA A_plus=0.02 tau_minus=30ms")
    #expect(
      store.state.document?.spec.projections[0].plasticity
        == PlasticitySpec(
          rule: "stdp_pair", parameters: ["A_plus": .number(0.02), "tau_minus": .number(30)], weights: 0...0.5))
    for line in ["exc->exc stdp", "exc->exc stdp_pair 1mV", "exc->exc A=1", "exc->exc A_plus=-1", "exc->exc A_plus="] {
      let before = store.state.document
      store.enter(":learn " + line)
      #expect(store.state.message?.kind == .error && store.state.document == before, "\(line)")
      store.type([.escape])
    }
  }

  @Test func whatWasLearnedIsKeptInTheDocument() {
    var store = store()
    store.enter(":keep-weights exc->inh")
    #expect(store.state.message?.kind == .error)
    store.type([.escape])
    store.enter(":learn exc->inh")
    let before = store.state.document?.spec
    #expect(store.enter(":keep-weights exc->inh") == [.engine(.tellWeights(of: "exc->inh"))])
    let told = [ListedSynapse(pre: 3, post: 5, weight: 0.07), ListedSynapse(pre: 9, post: 0, weight: 0.2)]
    _ = reduce(&store.state, .engine(.weights(of: "exc->inh", told, delay: Milliseconds(0.1))))
    #expect(store.state.document?.spec.projections[1].connector == .list(told))
    #expect(store.state.message?.text == "the document keeps the weights of exc->inh: 2 synapses")
    // The way back leaves the running weights alone, for nothing has changed but what the document says.
    let effects = store.type([.character("u")])
    guard case .engine(.rebuild(let spec, let lineage))? = effects.first else { return #expect(Bool(false)) }
    #expect(spec == before && lineage.weightFactors == ["exc->inh": 1] && lineage.isReturn)
  }

  @Test func scalingTellsTheEngineWhatLearns() {
    var store = store()
    store.enter(":learn exc->inh")
    let effects = store.enter(":scale exc 0.5")
    guard case .engine(.rebuild(_, let lineage))? = effects.first else { return #expect(Bool(false)) }
    #expect(lineage.weightFactors == ["exc->inh": 0.5])
  }

  // MARK: Undo

  @Test func undoAndRedoGoThroughEverything() {
    var store = store()
    store.takeSnapshot()
    let first = store.state.document?.spec
    let lines = [
      "add p 5", "connect p exc 0.1", "rename p q", "set exc.tau_m 15 ms", "remove q", "set exc[3].v -55 mV",
    ]
    var states: [NetworkSpec?] = []
    for line in lines {
      states.append(store.state.document?.spec)
      store.enter(":" + line)
    }
    let last = store.state.document?.spec
    #expect(store.state.document?.undo.count == lines.count)
    for state in states.reversed() {
      store.type([.character("u")])
      #expect(store.state.document?.spec == state)
      #expect(store.state.message?.text.hasPrefix("undone: ") == true)
    }
    #expect(store.state.document?.spec == first && store.state.document?.isChanged == false)
    for _ in lines { store.type([.control("r")]) }
    #expect(store.state.document?.spec == last && store.state.document?.isChanged == true)
  }

  @Test func undoPutsTheEnginesValuesBack() {
    var store = store()
    store.takeSnapshot()
    let set = EngineCommand.setParameter(Selection(all: "exc", size: 3200), name: "tau_m", .number(15))
    #expect(store.enter(":set exc.tau_m 15 ms") == [.engine(.remember(1)), .engine(set)])
    #expect(store.type([.character("u")]) == [.engine(.revert(1))])
    #expect(store.state.message?.text == "undone: tau_m of exc 20 → 15 ms")
    // What it overwrites now is kept beside what it overwrote before, for the past still needs that.
    #expect(store.type([.control("r")]) == [.engine(.remember(3)), .engine(set)])
    #expect(store.type([.character("u")]) == [.engine(.revert(3))])
  }

  @Test func whatTheEngineRefusesIsTakenBack() {
    var store = store()
    let before = store.state.document?.spec ?? NetworkSpec()
    store.enter(":add p 5")
    _ = reduce(&store.state, .engine(.rebuildRefused("too large", present: before)))
    #expect(store.state.document?.spec == before && store.state.document?.isChanged == false)
    #expect(store.state.message == Message(.error, "too large"))
  }

  // MARK: Leaving

  @Test func leavingWithChangesAsks() {
    var store = store()
    #expect(store.type([.character("q")]) == [.quit])
    store.enter(":add p 5")
    #expect(store.type([.character("q")]).isEmpty)
    #expect(store.state.overlay == .unsaved(.quit))
    #expect(store.type([.escape]).isEmpty && store.state.overlay == nil)
    #expect(store.type([.character("q"), .character("d")]) == [.quit])
  }

  @Test func savingAndLeaving() throws {
    var store = store()
    store.enter(":add p 5")
    store.state.document?.file = "cuba.yaml"
    let effects = store.type([.character("q"), .character("s")])
    guard case .save(let request)? = effects.first else { throw UnexpectedEffects(effects: effects) }
    #expect(request.file == "cuba.yaml" && request.spec == store.state.document?.spec)
    let failed = reduce(&store.state, .saved(request, .failure(LoadFailure(text: "the disk is full"))))
    #expect(failed.isEmpty && store.state.document?.isChanged == true)
    _ = store.type([.character("q"), .character("s")])
    #expect(reduce(&store.state, .saved(request, .success(SavedFile(lines: 3)))) == [.quit])
    #expect(store.state.document?.isChanged == false)
  }

  private struct UnexpectedEffects: Error { let effects: [Effect] }
}

extension BuildingTests {
  /// In an empty document no time passes until the user wants it to.
  @Test func anEmptyDocumentStandsStillAndSaysWhatToDo() {
    var store = Store()
    let effects = store.enter(":new")
    #expect(effects == [.engine(.load(NetworkSpec()))])
    let empty = NetworkSummary(
      title: "", about: "", dt: Milliseconds(0.1), populations: [], projections: [], neurons: 0, synapses: 0,
      hasClassifier: false, seed: 1)
    _ = reduce(&store.state, .engine(.loaded(empty)))
    #expect(!store.state.isRunning && store.state.message?.text.contains("a adds a population") == true)
    #expect(store.enter(":add p 5").last.map { if case .engine(.rebuild) = $0 { true } else { false } } == true)
    #expect(store.state.document?.file == nil && store.state.documentTitle == "untitled")
  }
}
