/// Promises that every command keeps, whoever writes it.
import Debugger
import Terminal
import Testing

@testable import Workbench

@Suite struct CatalogueTests {
  @Test func namesAreUniqueAndCanBeTyped() {
    let names = CommandCatalogue.all.map(\.id.name)
    #expect(Set(names).count == names.count)
    for name in names { #expect(name.allSatisfy { $0.isLowercase || $0 == "-" }, "\(name)") }
  }

  /// In a pane a key may mean something of its own, but never two things of the same rank.
  @Test(arguments: PaneID.allCases)
  func keysAreUniqueWhereTheyOverlap(pane: PaneID) {
    let particular = CommandCatalogue.all.flatMap { $0.particularKeys(in: pane) }
    #expect(Set(particular).count == particular.count)
    let general = CommandCatalogue.all.filter { !$0.isParticular(to: pane) }
      .flatMap { command in command.keys(in: pane).filter { !(command.paneKeys[pane] ?? []).contains($0) } }
    #expect(Set(general).count == general.count)
    #expect(Set(general).isDisjoint(with: particular))
  }

  /// Digits are counts, and Esc leaves.
  @Test func reservedKeysAreFree() {
    for command in CommandCatalogue.all {
      let keys = Set(command.keys + command.paneKeys.values.flatMap { $0 })
      #expect(keys.isDisjoint(with: "0123456789".map(Key.character) + [.escape]), "\(command.id.name)")
    }
  }

  @Test func textsAreSentencesThatFitTheirPlaces() {
    for command in CommandCatalogue.all {
      #expect(command.help.hasSuffix(".") && command.help.first?.isUppercase == true, "\(command.id.name)")
      #expect(command.help.count <= 100, "\(command.id.name)")
      #expect((1...3).contains(command.title.split(separator: " ").count), "\(command.id.name)")
    }
  }

  @Test func everyCommandCanBeGivenInTheLine() {
    for command in CommandCatalogue.all {
      var store = Store()
      store.takeSnapshot()
      store.document()
      let before = store.state
      let effects = store.enter(":\(command.id.name)")
      let asksForMore =
        store.state.overlay == .prompt(TextField(text: command.id.name + " "), selected: nil)
        || store.state.overlay == .form(Form(command.id))
      let isDone = store.state != before || !effects.isEmpty || command.disabledReason(before) != nil
      // These find nothing to do in the state that the test starts from.
      let idle = [
        "run", "previous-neuron", "cursor-up", "cursor-left", "go-to-neuron", "previous-row", "pane-earlier",
        "usual-panes", "log-later",
      ]
      let isIdle = idle.contains(command.id.name)
      #expect(asksForMore == command.needsArgument, "\(command.id.name)")
      #expect(isDone || isIdle, "\(command.id.name)")
      // One that cannot be done says why.
      let isRefused = command.disabledReason(before) != nil
      #expect(
        store.state.message?.kind != .error || isRefused, "\(command.id.name): \(store.state.message?.text ?? "")")
    }
  }

  @Test func aDisabledCommandSaysWhyAndDoesNothing() {
    for command in CommandCatalogue.all {
      var store = Store(nil)
      guard let reason = command.disabledReason(store.state) else { continue }
      store.send(.run(command.id)) { $0.message = Message(.error, reason) }
    }
  }

  @Test(arguments: PaneID.allCases)
  func theFooterOffersOnlyWhatWorksHere(pane: PaneID) {
    var state = Store(Networks.digits).state
    state.focus = pane
    let hints = CommandCatalogue.hints(for: state)
    #expect(hints.count >= 8)
    #expect(hints.map(\.footerRank) == hints.map(\.footerRank).sorted(by: >))
    for hint in hints { #expect(hint.disabledReason(state) == nil && !hint.keys(in: pane).isEmpty) }
  }

  @Test func helpBeginsWithThePaneAndHoldsEveryCommand() {
    let lines = HelpText.lines(focus: .inspector)
    #expect(lines.first == .heading("In this pane: inspector"))
    let all = HelpText.lines(focus: nil)
    for command in CommandCatalogue.all {
      #expect(all.contains { if case .entry(_, _, let help) = $0 { help == command.help } else { false } })
    }
  }

  @Test func searchingHelpKeepsWhatContainsTheWord() {
    let found = HelpText.lines(focus: .raster, search: "FINGERPRINT")
    #expect(found == [.heading("Network"), .entry(keys: "", name: "hash", help: NetworkCommands.hash.help)])
    #expect(HelpText.lines(focus: nil, search: "zebra") == [.note("nothing in help contains \"zebra\"")])
  }

  @Test func theKeysTableIsMarkdownWithARowForEveryKey() {
    let rows = KeysTable.markdown.split(separator: "\n")
    #expect(rows.count == 2 + CommandCatalogue.all.filter { !$0.allKeysText.isEmpty }.count)
    #expect(rows.contains("| `j` `↓` (raster, membrane) | `:next-neuron` | Select the next neuron. |"))
    #expect(HelpText.plain().contains("  space "))
  }
}
