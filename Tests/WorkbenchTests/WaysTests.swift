/// Every command of the catalogue is reached by its keys, by the palette and by its name, and does the same each time.
import Basics
import Debugger
import Terminal
import Testing

@testable import Workbench

@Suite struct WaysTests {
  /// The workbench with something for every command to do, in one of the panes.
  private func store(_ pane: PaneID) -> Store {
    var store = Store(pane == .classifier ? Networks.digits : Networks.cuba)
    store.document()
    if !store.state.availablePanes.contains(pane) { store.state.open(pane) }
    store.state.focus = pane
    store.takeSnapshot()
    // So that there is something to compare with.
    store.state.travel.timeline.branches = [
      TimelineSnapshot.Branch(number: 0, name: "main", fork: .zero, end: Tick(9)),
      TimelineSnapshot.Branch(number: 1, name: "branch 1", parent: 0, fork: .zero, end: Tick(9)),
    ]
    return store
  }

  /// What the command itself does, without any way to it.
  private func outcome(of command: Command, in pane: PaneID) -> (state: WorkbenchState, effects: [Effect]) {
    var store = store(pane)
    let effects = reduce(&store.state, .run(command.id))
    return (store.state, effects)
  }

  private func expect(
    _ store: Store, _ effects: [Effect], after command: Command, in pane: PaneID, _ way: String,
    _ location: Testing.SourceLocation = #_sourceLocation
  ) {
    let expected = outcome(of: command, in: pane)
    let isSame = store.state == expected.state && effects == expected.effects
    #expect(isSame, "\(command.id.name) by \(way) in \(pane.rawValue)", sourceLocation: location)
  }

  @Test(arguments: PaneID.allCases)
  func byEveryKeyThatItHas(_ pane: PaneID) {
    for command in CommandCatalogue.all {
      for key in command.keys(in: pane) {
        // A pane may give a key a meaning of its own.
        let isOverlaid = Keymap.command(for: key, in: pane)?.id != command.id
        let isMeant = command.particularKeys(in: pane).contains(key) || !isOverlaid
        #expect(isMeant || !particular(key, pane).isEmpty, "\(command.id.name) is not reached by \(key.label)")
        // In the inspector a minus begins a value.
        if isOverlaid || pane == .inspector && key == .character("-") { continue }
        var store = store(pane)
        let effects = store.type([key])
        expect(store, effects, after: command, in: pane, key.label)
      }
    }
  }

  private func particular(_ key: Key, _ pane: PaneID) -> [Command] {
    CommandCatalogue.all.filter { $0.particularKeys(in: pane).contains(key) }
  }

  /// Typed in full behind a `:`.
  @Test(arguments: [PaneID.raster, .trace])
  func byItsName(_ pane: PaneID) {
    for command in CommandCatalogue.all {
      var store = store(pane)
      store.type([.character(":")])
      let effects = store.enter(command.id.name)
      expect(store, effects, after: command, in: pane, ":" + command.id.name)
    }
  }

  /// Found in the palette: a few letters out of the middle of its name, Tab until it is there, Enter.
  @Test func byThePalette() {
    for command in CommandCatalogue.all {
      var store = store(.raster)
      store.type([.character(":")] + command.id.name.dropFirst().prefix(4).map(Key.character))
      let lines = store.state.completions.map { $0.line.trimmed }
      guard let place = lines.firstIndex(of: command.id.name) else {
        Issue.record("the palette does not offer \(command.id.name)")
        continue
      }
      let effects = store.type([Key](repeating: .tab, count: place + 1) + [.enter])
      expect(store, effects, after: command, in: .raster, "the palette")
    }
  }
}

extension String {
  fileprivate var trimmed: String { last == " " ? String(dropLast()) : self }
}
