/// Opening, closing and ordering panes, from the list, by key, in the `:` line and from a document.
import Basics
import Debugger
import NetworkModel
import Terminal
import Testing
import Workbench

struct ViewTests {
  @Test func documentsNameEveryPaneThatCanBeOpened() {
    #expect(WorkbenchHints.paneNames == PaneID.allCases.filter { $0 != .inspector }.map(\.rawValue))
  }

  @Test func theListOpensAndGoesThere() {
    var store = Store()
    store.press(.character("V")) { $0.overlay = .views(selected: 0) }
    store.type(Array(repeating: .down, count: 4))
    #expect(store.state.overlay == .views(selected: 4))
    store.press(.character(" ")) { $0.views.append(.rates) }
    store.press(.enter) { state in
      state.overlay = nil
      state.focus = .rates
    }
    store.press(.tab) { $0.focus = .inspector }
  }

  @Test func spaceClosesWhatIsOpen() {
    var store = Store()
    store.type([.character("V"), .character(" "), .escape])
    #expect(!store.state.views.contains(.raster) && store.state.focus == .membrane)
  }

  @Test func closingTheLastPaneLeavesTheInspector() {
    var store = Store()
    for _ in 0..<4 { store.type([.character("X")]) }
    #expect(store.state.availablePanes == [.inspector] && store.state.focus == .inspector)
    store.type([.character("X")])
    #expect(store.state.message == Message(.error, "the inspector always stays where it is"))
    store.enter(":usual-panes")
    #expect(store.state.views == PaneID.usual)
  }

  @Test func panesAreMovedPastThoseThatAreNotThere() {
    var store = Store()
    store.enter(":focus rates")
    // The classifier, which this network does not have, stands between trace and rates.
    store.press(.character("{")) { $0.views = [.raster, .membrane, .weights, .rates, .trace, .classifier] }
    store.press(.character("}")) { $0.views = [.raster, .membrane, .weights, .trace, .rates, .classifier] }
    store.press(.character("}"))
  }

  @Test func aDocumentBringsItsPanes() {
    var store = Store()
    var spec = NetworkSpec()
    spec.workbench.panes = ["graph", "rates", "inspector", "nothing"]
    _ = reduce(&store.state, .loaded(name: "a", .success(spec)))
    _ = reduce(&store.state, .engine(.loaded(Networks.cuba)))
    #expect(store.state.views == [.graph, .rates] && store.state.focus == .graph)
    _ = reduce(&store.state, .loaded(name: "b", .success(NetworkSpec())))
    _ = reduce(&store.state, .engine(.loaded(Networks.cuba)))
    #expect(store.state.views == PaneID.usual)
  }

  @Test func theHistogramGoesThroughVariablesAndParameters() {
    var store = Store()
    store.enter(":histogram tau_m")
    #expect(store.state.focus == .spread && store.state.shownQuantity == "tau_m")
    let names = store.state.quantities
    #expect(names.first == "v" && names.contains("v_thresh") && !names.contains("reset"))
    for _ in names { store.type([.right]) }
    #expect(store.state.shownQuantity == "tau_m")
    store.enter(":histogram tau_n")
    #expect(store.state.message?.text.contains("did you mean tau_m?") == true)
  }
}
