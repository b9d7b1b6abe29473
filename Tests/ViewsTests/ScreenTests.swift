/// Whole screens as text, to be looked at in the diff.
import Support
import Terminal
import Testing
import Workbench

struct ScreenTests {
  static let sizes = [Size(columns: 80, rows: 24), Size(columns: 120, rows: 36), Size(columns: 200, rows: 60)]

  @Test(arguments: sizes)
  func `A network of 4 000 neurons in braille and true colour`(_ size: Size) {
    expectScreen(Fixture.cuba.screen(Fixture.cuba.state(size), TestThemes.trueColor), "cuba.\(name(size)).truecolor")
  }

  @Test(arguments: sizes)
  func `A classifier in braille and true colour`(_ size: Size) {
    expectScreen(
      Fixture.digits.screen(Fixture.digits.state(size), TestThemes.trueColor), "digits.\(name(size)).truecolor")
  }

  @Test(arguments: sizes.prefix(2))
  func `Both with blocks and 16 colours`(_ size: Size) {
    expectScreen(Fixture.cuba.screen(Fixture.cuba.state(size), TestThemes.sixteen), "cuba.\(name(size)).sixteen")
    expectScreen(Fixture.digits.screen(Fixture.digits.state(size), TestThemes.sixteen), "digits.\(name(size)).sixteen")
  }

  @Test(arguments: sizes.prefix(2))
  func `Both in ASCII without colour`(_ size: Size) {
    expectScreen(Fixture.cuba.screen(Fixture.cuba.state(size), TestThemes.plain), "cuba.\(name(size)).ascii")
    expectScreen(Fixture.digits.screen(Fixture.digits.state(size), TestThemes.plain), "digits.\(name(size)).ascii")
  }

  @Test(arguments: ThemeName.allCases)
  func `Every theme, with eighth blocks`(_ name: ThemeName) {
    let theme = Theme.standard(ScreenCapabilities(colors: .trueColor, glyphs: .eighths), name)
    expectScreen(Fixture.digits.screen(Fixture.digits.state(Self.sizes[1]), theme), "theme.\(name.rawValue)")
  }

  @Test func `One neuron, paused`() {
    var state = Fixture.lif.state(Self.sizes[0])
    state.isRunning = false
    expectScreen(Fixture.lif.screen(state, TestThemes.trueColor), "lif.80x24")
  }

  @Test(arguments: PaneID.allCases)
  func `Each pane focused and zoomed`(_ pane: PaneID) {
    var state = Fixture.digits.state(Self.sizes[0])
    state.focus = pane
    expectScreen(Fixture.digits.screen(state, TestThemes.trueColor), "focus.\(pane.rawValue)")
    state.isZoomed = true
    expectScreen(Fixture.digits.screen(state, TestThemes.trueColor), "zoom.\(pane.rawValue)")
  }

  @Test func `Before any network is open`() {
    let state = WorkbenchState(size: Self.sizes[0], models: [], presets: [])
    expectScreen(Fixture.cuba.screen(state, TestThemes.trueColor), "nothing-open")
  }

  private func name(_ size: Size) -> String { "\(size.columns)x\(size.rows)" }
}
