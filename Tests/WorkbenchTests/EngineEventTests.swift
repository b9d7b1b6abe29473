/// What the engine and the reader of documents report.
import Basics
import Debugger
import NetworkModel
import Terminal
import Testing
import Workbench

@Suite struct EngineEventTests {
  @Test func aDocumentIsBuiltThenEntered() {
    var store = Store()
    store.type([.tab, .tab, .character(" ")])
    store.state.weights.post = 7
    var spec = NetworkSpec()
    spec.workbench = WorkbenchHints(speed: 0.1, window: Milliseconds(200))
    store.send(.loaded(name: "digits", .success(spec)), effects: [.engine(.load(spec))]) {
      $0.opening = Opening(name: "digits", hints: spec.workbench, spec: spec)
      $0.message = Message(.info, "building digits …")
    }
    store.send(
      .engine(.loaded(Networks.digits)), effects: [.engine(.setPace(.realTime(0.1))), .engine(.run)]
    ) {
      $0.opening = nil
      $0.document = OpenDocument(spec: spec, origin: "digits", file: nil)
      $0.documentName = "digits"
      $0.network = Networks.digits
      $0.pace = .realTime(0.1)
      $0.window = Milliseconds(200)
      $0.isRunning = true
      $0.neuron = NeuronAddress(population: 1, index: 0)
      $0.weights = WeightsCursor()
      // The middle of the picture.
      $0.weights.pre = 36
      $0.message = Message(.info, "digits: 202 neurons, 320 014 synapses")
    }
  }

  @Test func withoutHintsItRunsInRealTimeAndInfinityIsFullSpeed() {
    var store = Store()
    store.type([.character("=")])
    store.state.expect("lif", NetworkSpec())
    #expect(
      reduce(&store.state, .engine(.loaded(Networks.single))) == [.engine(.setPace(.realTime(1))), .engine(.run)])
    var spec = NetworkSpec()
    spec.workbench.speed = .infinity
    store.state.expect("cuba", spec)
    _ = reduce(&store.state, .engine(.loaded(Networks.cuba)))
    #expect(store.state.pace == .asFastAsPossible)
  }

  @Test func aDocumentSaysWhichNeuronIsSelectedFirst() {
    var store = Store()
    var spec = NetworkSpec()
    spec.workbench.select = Selection("inh", neuron: 7)
    store.state.expect("cuba", spec)
    _ = reduce(&store.state, .engine(.loaded(Networks.cuba)))
    #expect(store.state.neuron == NeuronAddress(population: 1, index: 7))
    spec.workbench.select = Selection("nobody", neuron: 0)
    store.state.expect("cuba", spec)
    _ = reduce(&store.state, .engine(.loaded(Networks.cuba)))
    #expect(store.state.neuron == NeuronAddress(population: 0, index: 0))
  }

  @Test func hintsThatCannotBeFollowedAreBroughtIntoRange() {
    var store = Store()
    var spec = NetworkSpec()
    spec.workbench = WorkbenchHints(speed: 0, window: Milliseconds(1e9))
    store.state.expect("x", spec)
    #expect(reduce(&store.state, .engine(.loaded(Networks.cuba))).first == .engine(.setPace(.realTime(0.001))))
    #expect(store.state.window == Milliseconds(10_000))
  }

  @Test func aPaneThatTheNewNetworkHasNothingForLosesTheFocus() {
    var store = Store(Networks.digits)
    store.enter(":focus classifier")
    _ = reduce(&store.state, .engine(.loaded(Networks.cuba)))
    #expect(store.state.focus == .raster)
  }

  @Test func aDocumentThatCannotBeReadLeavesTheOldNetwork() {
    var store = Store()
    store.send(.loaded(name: "x", .failure(LoadFailure(text: "x.yaml:3:1: error: …")))) {
      $0.message = Message(.error, "x.yaml:3:1: error: …")
    }
    #expect(store.state.network == Networks.cuba)
  }

  @Test func theHashIsShownWithItsTime() {
    var store = Store()
    store.send(.engine(.hash(0x0123_4567_89AB_CDEF, at: Tick(5000)))) {
      $0.tick = Tick(5000)
      $0.message = Message(.info, "state hash 0123456789abcdef at 500 ms")
    }
  }

  @Test func whatAnEditHasToldIsNotToldAgain() {
    var store = Store()
    store.send(.engine(.changed("3 200 values"))) { $0.message = Message(.info, "3 200 values") }
    store.send(.engine(.changed("something else")))
  }

  @Test func aSnapshotThatDoesNotFitIsNotTaken() {
    var store = Store()
    store.takeSnapshot { $0.address.index = 4 }
    #expect(store.state.neuronSnapshot == nil)
    store.takeSnapshot { $0.parameters.removeLast() }
    #expect(store.state.neuronSnapshot == nil)
    var snapshot = Snapshot()
    snapshot.tick = Tick(12)
    snapshot.realTimeFactor = 3
    store.state.take(snapshot)
    #expect(store.state.tick == Tick(12))
    #expect(store.state.realTimeFactor == 3)
  }
}
