/// What a document says of the screen: brought to it, and noticed where it has become something else.
import Basics
import Debugger
import NetworkModel
import Terminal
import Testing

@testable import Workbench

@Suite struct HintsTests {
  private func store(file: String? = "network.yaml", _ hints: WorkbenchHints = WorkbenchHints()) -> (Store, [Effect]) {
    var store = Store(nil)
    var spec = Networks.cubaSpec
    spec.workbench = hints
    store.state.opening = Opening(name: "network.yaml", hints: hints, spec: spec, file: file)
    let effects = reduce(&store.state, .engine(.loaded(Networks.cuba)))
    return (store, effects)
  }

  private static var all: WorkbenchHints {
    var hints = WorkbenchHints(panes: ["raster", "weights", "graph"])
    (hints.raster, hints.weights, hints.sort, hints.filter) = ("voltage", "fan-in", "v up", "v > -55 mV")
    return hints
  }

  private static let order = OrderRequest(
    key: .field("v"), isDescending: false,
    conditions: [OrderRequest.Condition(key: .field("v"), comparison: .greater, value: .number(-55))])

  @Test func comesBackAsItWasSaved() {
    var (store, effects) = store(Self.all)
    #expect(store.state.rasterMode == .voltage && store.state.weightsMode == .fanIn)
    #expect(store.state.views == [.raster, .weights, .graph])
    #expect(effects.last == .engine(.arrange(Self.order)))
    (store.state.orderRequest, store.state.unmetOrder) = (Self.order, nil)
    #expect(!store.state.isUnsaved && store.state.markedTitle == "network.yaml")
    #expect(store.state.documentAsShown?.spec.workbench == Self.all)
    // Another document begins as that says.
    store.state.opening = Opening(name: "b.yaml", hints: WorkbenchHints(), spec: Networks.cubaSpec)
    _ = reduce(&store.state, .engine(.loaded(Networks.cuba)))
    #expect(store.state.rasterMode == .automatic && store.state.weightsMode == .matrix)
  }

  /// Everything that is kept counts as a change, and taking it back by hand makes it none.
  @Test(arguments: [":raster voltage", ":weights fan-in", "X", "z", ":filter v > -55 mV"])
  func whatIsArrangedIsOfferedToBeSaved(_ keys: String) {
    var (store, _) = store()
    #expect(!store.state.isUnsaved)
    if keys.hasPrefix(":") { store.enter(keys) } else { store.type(keys.map(Key.character)) }
    if keys.contains("filter") { store.state.orderRequest = Self.order }
    // To let a pane fill the screen for a while arranges nothing.
    #expect(store.state.isUnsaved == (keys != "z"), "\(keys)")
    #expect(store.state.document?.isChanged == false)
    store.type([.character("q")])
    #expect((store.state.overlay == .unsaved(.quit)) == (keys != "z"))
  }

  @Test func savingKeepsItAndGoingBackIsNoChange() throws {
    var (store, _) = store()
    store.enter(":raster voltage")
    let effects = store.type([.character("S")])
    guard case .save(let request)? = effects.first else {
      Issue.record("nothing is saved")
      return
    }
    #expect(request.spec.workbench.raster == "voltage")
    _ = reduce(&store.state, .saved(request, .success(SavedFile(lines: 7))))
    #expect(!store.state.isUnsaved)
    store.enter(":raster automatic")
    #expect(store.state.isUnsaved)
    store.enter(":raster voltage")
    #expect(!store.state.isUnsaved)
  }

  @Test func whoLooksAtAPresetIsNotAsked() {
    var (store, _) = store(file: nil)
    store.enter(":raster voltage")
    #expect(!store.state.isUnsaved)
  }

  @Test func anOrderThatCannotBeIsTold() {
    var hints = WorkbenchHints()
    hints.filter = "v > -55 nA"
    let (store, effects) = store(hints)
    #expect(effects.count == 2 && store.state.orderRequest == OrderRequest())
    #expect(store.state.message?.text.hasPrefix("workbench: ") == true && store.state.message?.kind == .error)
  }

  /// At the beginning nobody has fired yet: the filter stays what the document says, and is asked for again.
  @Test func aFilterThatNoNeuronMeetsYetIsKept() {
    var (store, _) = store(Self.all)
    _ = reduce(&store.state, .engine(.refused("no neuron is left by that filter, so the one before stays")))
    #expect(store.state.order == nil && !store.state.isUnsaved)
    #expect(store.state.documentAsShown?.spec.workbench == Self.all)
    #expect(store.type([.character("r")]) == [.engine(.arrange(Self.order))])
    var off = Self.order
    off.conditions = []
    #expect(store.enter(":filter off") == [.engine(.arrange(off))])
    _ = reduce(&store.state, .engine(.arranged(off, NeuronOrder(sizes: [3200, 800, 100]))))
    #expect(store.state.isUnsaved && store.state.documentAsShown?.spec.workbench.filter == nil)
  }

  /// The names that documents may use are those of the workbench.
  @Test func namesAreTheSame() {
    #expect(RasterMode.allCases.map(\.rawValue) == WorkbenchHints.rasterModes)
    #expect(WeightsMode.allCases.map(\.rawValue) == WorkbenchHints.weightsModes)
  }
}
