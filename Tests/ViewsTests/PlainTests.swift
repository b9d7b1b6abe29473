/// The screen for screen readers: one pane at a time, in words.
import Debugger
import Support
import Terminal
import Testing
import Views

@testable import Workbench

struct PlainTests {
  private func state(_ fixture: Fixture, _ pane: PaneID) -> WorkbenchState {
    var state = fixture.state(Size(columns: 80, rows: 24))
    state.appearance.isPlain = true
    state.open(pane)
    return state
  }

  private func screen(_ fixture: Fixture, _ state: WorkbenchState) -> Canvas {
    fixture.screen(state, Compositor(state.appearance).theme)
  }

  @Test(arguments: PaneID.allCases)
  func `Every pane as it is read`(_ pane: PaneID) {
    expectScreen(screen(.digits, state(.digits, pane)), "plain.\(pane.rawValue)")
  }

  @Test(arguments: PaneID.allCases)
  func `No frames, nothing but ASCII, and the cursor on something`(_ pane: PaneID) {
    for fixture in [Fixture.cuba, .digits, .lif] {
      let canvas = screen(fixture, state(fixture, pane))
      #expect(canvas.lines.allSatisfy { $0.unicodeScalars.allSatisfy(\.isASCII) })
      // Neither the left border of a frame nor its lines.
      #expect(!canvas.lines.dropFirst().contains { ["|", "+", "#"].contains($0.prefix(1)) || $0.hasPrefix("--") })
      #expect(canvas.cursor != nil)
    }
  }

  @Test(arguments: [PaneID.raster, .membrane, .trace, .classifier, .weights, .rates, .graph, .intervals, .spread])
  func `Pictures are told in words`(_ pane: PaneID) throws {
    let canvas = screen(.digits, state(.digits, pane))
    let cursor = try #require(canvas.cursor)
    #expect(canvas.lines[cursor.y].drop { $0 == " " }.hasPrefix("> "))
    #expect(canvas.lines.dropFirst(2).contains { $0.contains { $0.isLetter } })
  }

  @Test func `What lies over a pane is read alone`() {
    var state = state(.digits, .raster)
    state.overlay = .presets(selected: 1)
    let canvas = screen(.digits, state)
    #expect(!canvas.lines.contains { $0.contains("hidden1") })
    #expect(canvas.lines.contains { $0.contains("> cuba") })
    expectScreen(canvas, "plain.presets")
  }

  @Test func `One pane is in view, and only it is asked for`() {
    let state = state(.cuba, .trace)
    let request = Compositor.observation(for: state, glyphs: .ascii)
    #expect(request?.trace != nil && request?.raster == nil && request?.bars == nil)
  }
}
