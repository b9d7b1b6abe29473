/// The panes that have no screens of their own elsewhere, each alone on screens of three sizes, with and without colours.
import Support
import Terminal
import Testing
import Workbench

struct ViewScreenTests {
  static let panes: [PaneID] = [
    .membrane, .trace, .inspector, .rates, .intervals, .spread, .graph, .energy, .firing, .log,
  ]

  @Test(arguments: panes, ScreenTests.sizes)
  func `In braille and true colour, 16 colours, and ASCII without colour`(_ pane: PaneID, _ size: Size) {
    for (theme, name) in TestThemes.all {
      var state = Fixture.cuba.state(size)
      state.views.append(pane)
      state.focus = pane
      state.isZoomed = true
      expectScreen(
        Fixture.cuba.screen(state, theme), "view.\(pane.rawValue).\(size.columns)x\(size.rows).\(name)")
    }
  }

  @Test(arguments: ScreenTests.sizes)
  func `Of causes`(_ size: Size) {
    for (theme, name) in TestThemes.all {
      var state = Fixture.cuba.asked(Fixture.cuba.state(size))
      state.views.append(.why)
      state.focus = .why
      state.isZoomed = true
      expectScreen(Fixture.cuba.screen(state, theme), "view.why.\(size.columns)x\(size.rows).\(name)")
    }
  }

  @Test(arguments: ScreenTests.sizes)
  func `Of a classifier`(_ size: Size) {
    for (theme, name) in TestThemes.all {
      var state = Fixture.digits.state(size)
      state.focus = .classifier
      state.isZoomed = true
      expectScreen(
        Fixture.digits.screen(state, theme), "view.classifier.\(size.columns)x\(size.rows).\(name)")
    }
  }

  @Test(arguments: [PaneID.states, .firing, .phase], ScreenTests.sizes)
  func `Of the squid's axon`(_ pane: PaneID, _ size: Size) {
    for (theme, name) in TestThemes.all {
      var state = Fixture.squid.state(size)
      state.views = [.raster, .membrane, pane]
      state.focus = pane
      expectScreen(
        Fixture.squid.screen(state, theme), "axon.\(pane.rawValue).\(size.columns)x\(size.rows).\(name)")
    }
  }

  @Test func `The list of views`() {
    var state = Fixture.digits.state(ScreenTests.sizes[0])
    state.overlay = .views(selected: 5)
    expectScreen(Fixture.digits.screen(state, TestThemes.trueColor), "views.80x24")
  }

  @Test(arguments: ScreenTests.sizes)
  func `Panes of one's own choice`(_ size: Size) {
    var state = Fixture.cuba.state(size)
    state.views = [.graph, .rates, .intervals, .spread]
    state.focus = .rates
    expectScreen(Fixture.cuba.screen(state, TestThemes.trueColor), "chosen.\(size.columns)x\(size.rows)")
  }
}
