/// Help, presets, the document's own text, and the keys that work whatever is open.
import Basics
import Debugger
import NetworkModel
import Terminal
import Testing
import Workbench

@Suite struct OverlayTests {
  @Test func theUsersKeysComeFirst() {
    var store = Store()
    store.state.bindings = [.function(5): "poke", .character("f"): "pause"]
    #expect(store.type([.function(5)]) == [.engine(.poke(store.state.neuron))])
    #expect(store.type([.character("f")]) == [.engine(.pause)])
    let poke = CommandCatalogue.command("poke")
    #expect(poke.map { store.state.keys(of: $0) } == [.function(5)])
    store.type([.character("?")])
    #expect(store.state.helpPage.lines.first == .heading("Your own keys"))
  }

  @Test func helpScrollsAndLeaves() {
    var store = Store()
    store.press(.character("?")) { $0.overlay = .help(firstLine: 0) }
    store.press(.down) { $0.overlay = .help(firstLine: 1) }
    store.press(.pageDown) { $0.overlay = .help(firstLine: 18) }
    store.press(.home) { $0.overlay = .help(firstLine: 0) }
    store.press(.up)
    store.press(.end) { $0.overlay = .help(firstLine: $0.helpPage.lines.count - 17) }
    store.press(.escape) { $0.overlay = nil }
  }

  @Test(arguments: [0, 5, 40, 80, 200])
  func helpFitsItsWidth(columns: Int) {
    var state = Store().state
    state.size.columns = columns
    let page = state.helpPage
    let width = max(columns - 8, page.keysWidth + 2 + 12)
    for line in page.lines {
      switch line {
      case .entry(let keys, let name, let help):
        let names = page.nameWidth > 0 ? page.nameWidth + 2 : 0
        #expect(keys.count <= page.keysWidth && name.count <= page.nameWidth)
        #expect(page.keysWidth + 2 + names + help.count <= width)
      case .note(let text): #expect(text.count <= max(1, columns - 8))
      case .heading, .blank: break
      }
    }
  }

  @Test func helpIsSearched() {
    var store = Store()
    store.type([.character("?"), .end])
    store.press(.character("/")) { $0.helpSearch = TextField() }
    store.press(.character("q")) {
      $0.helpSearch = TextField(text: "q")
      $0.overlay = .help(firstLine: 0)
    }
    store.press(.escape) { $0.helpSearch = nil }
    store.press(.character("q")) { $0.overlay = nil }
  }

  @Test func aPresetIsChosenFromTheList() {
    var store = Store()
    store.state.documentName = "digits"
    store.press(.character("P")) { $0.overlay = .presets(selected: 1) }
    store.press(.down) { $0.overlay = .presets(selected: 2) }
    store.press(.down)
    store.press(.enter, effects: [.load("lif")]) {
      $0.overlay = nil
      $0.message = Message(.info, "opening lif …")
    }
  }

  @Test func aDocumentIsOpenedByName() {
    var store = Store()
    #expect(store.enter(":open my net.yaml") == [.load("my net.yaml")])
  }

  @Test func theDocumentTellsAboutItself() {
    var store = Store()
    store.state.size = Size(columns: 80, rows: 12)
    store.press(.character("A")) { $0.overlay = .about(firstLine: 0) }
    store.press(.down) { $0.overlay = .about(firstLine: 1) }
    store.press(.character("q")) { $0.overlay = nil }
  }

  @Test func theTerminalsOwnKeysWorkWhateverIsOpen() {
    for opener in "?P:A" {
      var store = Store()
      store.type([.character(opener)])
      store.press(.control("l"), effects: [.redraw])
      store.press(.control("z"), effects: [.suspend])
      store.send(.resize(Size(columns: 3, rows: 1))) { $0.size = Size(columns: 3, rows: 1) }
    }
  }
}
