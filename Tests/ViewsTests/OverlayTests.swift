/// What lies over the panes, as screens.
import Support
import Terminal
import Testing
import Workbench

struct OverlayTests {
  @Test func `Help`() { expect(.help(firstLine: 0), "overlay.help") }

  @Test func `Help that is searched`() {
    var state = state(.help(firstLine: 0))
    state.helpSearch = TextField(text: "pane")
    expectScreen(Fixture.digits.screen(state, TestThemes.trueColor), "overlay.help-search")
  }

  @Test func `Help on a low screen, scrolled past its end`() {
    var state = state(.help(firstLine: 1000))
    state.size = Size(columns: 60, rows: 16)
    expectScreen(Fixture.digits.screen(state, TestThemes.plain), "overlay.help-60x16")
  }

  @Test func `Presets`() { expect(.presets(selected: 0), "overlay.presets") }
  @Test func `About`() { expect(.about(firstLine: 0), "overlay.about") }
  @Test func `Prompt with completions`() { expect(.prompt(TextField(text: "ru"), selected: 1), "overlay.prompt") }
  @Test func `Prompt with an argument`() {
    expect(.prompt(TextField(text: "run-to 500"), selected: nil), "overlay.argument")
  }

  @Test func `A value being typed, a count, a message`() {
    var state = Fixture.cuba.state(Size(columns: 80, rows: 24))
    state.focus = .inspector
    state.inspector.row = 1
    state.inspector.field = TextField(text: "15 ms")
    state.count = 12
    state.message = Message(.error, "tau_m takes a time: “15 mV” is a voltage")
    expectScreen(Fixture.cuba.screen(state, TestThemes.trueColor), "overlay.field")
  }

  private func state(_ overlay: Overlay) -> WorkbenchState {
    var state = Fixture.digits.state(Size(columns: 80, rows: 24))
    state.overlay = overlay
    return state
  }

  private func expect(_ overlay: Overlay, _ name: String) {
    expectScreen(Fixture.digits.screen(state(overlay), TestThemes.trueColor), name)
  }
}
