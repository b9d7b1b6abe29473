/// Arranging the screen: splits, borders, places, and the way into a document and back.
import Debugger
import NetworkModel
import Terminal
import Testing

@testable import Workbench

struct ArrangingTests {
  private static let size = Size(columns: 120, rows: 36)

  private func store(_ layout: SplitTree<String>? = nil, size: Size = Self.size) -> Store {
    var store = Store()
    _ = reduce(&store.state, .resize(size))
    var spec = NetworkSpec()
    spec.workbench.layout = layout
    _ = reduce(&store.state, .loaded(name: "a.yaml", .success(spec)))
    _ = reduce(&store.state, .engine(.loaded(Networks.cuba)))
    return store
  }

  /// Raster and trace above one another, the inspector at the right.
  private static let three = SplitTree<String>.split(
    .columns,
    [
      .init(.split(.rows, [.init(.frame(["raster"])), .init(.frame(["trace"]))]), share: 2),
      .init(.frame(["inspector"])),
    ])

  private func frame(_ pane: PaneID, _ store: Store) -> Rect? {
    store.state.layout(in: store.state.size).placement(of: pane)?.frame
  }

  @Test func aDocumentSaysWhereItsPanesStand() {
    let store = store(Self.three)
    #expect(store.state.views == [.raster, .trace])
    #expect(frame(.raster, store) == Rect(x: 0, y: 1, width: 80, height: 17))
    #expect(frame(.trace, store) == Rect(x: 0, y: 18, width: 80, height: 17))
    #expect(frame(.inspector, store) == Rect(x: 80, y: 1, width: 40, height: 34))
  }

  @Test func theInspectorStandsBesideALayoutThatForgetsIt() {
    let store = store(.frame(["graph", "rates"]))
    #expect(store.state.layout(in: Self.size).placements.map(\.tabs) == [[.graph, .rates], [.inspector]])
  }

  @Test func arrowsMoveTheBorderBehindOrElseTheOneBefore() {
    var store = store(Self.three)
    store.type([.character("W"), .right, .right, .down])
    #expect(frame(.raster, store) == Rect(x: 0, y: 1, width: 82, height: 18))
    // The trace is the last of its rows: its border is the one above it.
    store.type([.character("j"), .character("1"), .character("0"), .up, .left])
    #expect(store.state.focus == .trace)
    #expect(frame(.raster, store) == Rect(x: 0, y: 1, width: 81, height: 8))
    #expect(frame(.trace, store) == Rect(x: 0, y: 9, width: 81, height: 26))
    // No frame becomes smaller than can be read.
    store.type("999".map(Key.character) + [.up])
    #expect(frame(.raster, store)?.height == 5)
  }

  @Test func aScreenThatIsArrangedByNobodyKeepsItsFrames() {
    for size in [Size(columns: 80, rows: 24), Self.size, Size(columns: 200, rows: 60)] {
      var store = store(size: size)
      let before = store.state.layout(in: size).placements
      store.type([.character("W"), .right, .left])
      #expect(store.state.arrangement != nil)
      #expect(store.state.layout(in: size).placements == before)
    }
  }

  @Test func splittingOpensThePaneInHalfOfTheFrame() {
    var store = store(Self.three)
    store.type([.character("W"), .character("|")])
    #expect(store.state.overlay == .prompt(TextField(text: "split-right "), selected: nil))
    store.enter("rates")
    #expect(store.state.focus == .rates)
    #expect(frame(.raster, store) == Rect(x: 0, y: 1, width: 40, height: 17))
    #expect(frame(.rates, store) == Rect(x: 40, y: 1, width: 40, height: 17))
    // One that is open elsewhere comes from there.
    store.enter(":split-below trace")
    #expect(frame(.rates, store) == Rect(x: 40, y: 1, width: 40, height: 17))
    #expect(frame(.trace, store) == Rect(x: 40, y: 18, width: 40, height: 17))
    store.enter(":split-below trace")
    #expect(store.state.message?.kind == .error)
  }

  @Test func closingGivesTheRoomToTheOthers() {
    var store = store(Self.three)
    store.type([.character("X")])
    #expect(frame(.trace, store) == Rect(x: 0, y: 1, width: 80, height: 34))
    store.type([.character("X")])
    #expect(frame(.inspector, store) == Rect(x: 0, y: 1, width: 120, height: 34))
    store.enter(":focus energy")
    #expect(store.state.views == [.energy] && frame(.energy, store)?.height == 17)
  }

  @Test func panesAreExchangedAndJoined() {
    var store = store(Self.three)
    store.type([.character("W"), .character("J")])
    #expect(frame(.raster, store)?.y == 18 && frame(.trace, store)?.y == 1)
    store.type([.character("L")])
    #expect(frame(.raster, store)?.x == 80 && frame(.inspector, store)?.y == 18)
    store.type([.character("t")])
    #expect(store.state.layout(in: Self.size).placement(of: .raster)?.tabs == [.trace, .raster])
    store.type([.escape, .character("e")])
    // Of those that share a frame the one that was looked at last stays in front.
    #expect(store.state.layout(in: Self.size).placement(of: .raster)?.pane == .raster)
  }

  @Test func evenPartsAndTheUsualScreen() {
    var store = store(Self.three)
    store.type([.character("W"), .right, .character("=")])
    #expect(frame(.raster, store)?.width == 60)
    store.enter(":usual-panes")
    #expect(store.state.arrangement == nil && store.state.views == PaneID.usual)
  }

  @Test func otherKeysAreNotObeyedWhileArranging() {
    var store = store()
    let effects = store.type([.character("W"), .character(" "), .character("f")])
    #expect(effects == [.bell, .bell] && store.state.overlay == .arranging)
    store.type([.escape])
    #expect(store.state.overlay == nil)
  }

  @Test func frameAfterFrameIsJoinedAsTheScreenGetsSmaller() {
    let deep = SplitTree<String>.split(
      .columns,
      [
        .init(.split(.rows, ["raster", "trace", "rates", "graph"].map { .init(.frame([$0])) })),
        .init(.split(.rows, ["membrane", "weights", "spread"].map { .init(.frame([$0])) })),
        .init(.frame(["inspector"])),
      ])
    let store = store(deep, size: Size(columns: 200, rows: 60))
    #expect(store.state.layout(in: Size(columns: 200, rows: 60)).placements.count == 8)
    for columns in stride(from: 60, through: 200, by: 5) {
      for rows in stride(from: 16, through: 60, by: 2) {
        let size = Size(columns: columns, rows: rows)
        let layout = store.state.layout(in: size)
        #expect(layout.placements.reduce(0) { $0 + $1.frame.width * $1.frame.height } == columns * (rows - 2))
        #expect(layout.placements.flatMap(\.tabs).count == 8)
        #expect(layout.placements.allSatisfy { $0.frame.width >= 24 && $0.frame.height >= 5 }, "\(size)")
        #expect(layout.placement(of: .inspector)?.tabs == [.inspector], "\(size)")
      }
    }
  }

  @Test func savingWritesWhereThePanesStand() {
    var store = store()
    store.document()
    store.state.travel.breakpoints = []
    func saved() -> WorkbenchHints? {
      for case .save(let request) in store.enter(":save") { return request.spec.workbench }
      return nil
    }
    #expect(saved() == WorkbenchHints())
    store.enter(":close-pane")
    #expect(saved()?.panes == ["membrane", "weights", "trace", "classifier"])
    store.enter(":usual-panes")
    store.enter(":split-right rates")
    let hints = saved()
    #expect(hints?.panes == nil && hints?.layout?.panes.contains("rates") == true)
    // What was saved opens as it was.
    let arrangement = store.state.arrangement
    let again = self.store(hints?.layout)
    #expect(again.state.arrangement == arrangement && arrangement != nil)
    store.enter(":usual-panes")
    #expect(saved() == WorkbenchHints())
  }
}
