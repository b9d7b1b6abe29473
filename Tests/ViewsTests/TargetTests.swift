/// What the mouse points at, held against what the frame shows there.
import Debugger
import Terminal
import Testing

@testable import Views
@testable import Workbench

struct TargetTests {
  private static let size = Size(columns: 120, rows: 36)

  private func state(_ fixture: Fixture = .cuba, _ change: (inout WorkbenchState) -> Void = { _ in }) -> WorkbenchState
  {
    var state = fixture.state(Self.size)
    change(&state)
    return state
  }

  /// What lies under the first cell of a text on the screen, or some cells behind it.
  private func target(
    of text: String, _ state: WorkbenchState, _ fixture: Fixture = .cuba, behind offset: Int = 0, below rows: Int = 0
  ) -> MouseTarget? {
    let theme = TestThemes.trueColor
    let compositor = Compositor(theme: theme, hints: { _ in Fixture.hints })
    for (y, line) in fixture.screen(state, theme).lines.enumerated() {
      guard let place = line.firstRange(of: text)?.lowerBound else { continue }
      let x = CharacterWidth.columns(of: String(line[..<place]))
      let snapshot = Compositor.observation(for: state, glyphs: theme.glyphs).map { fixture.snapshot(for: $0, state) }
      return compositor.target(at: Point(x: x + offset, y: y + rows), state, snapshot)
    }
    return nil
  }

  @Test func neuronsOfTheMembraneByTheirNumbers() {
    let state = state()
    for (text, index) in [("▸17 █", 17), (" 18 █", 18), (" 20  R ", 20)] {
      #expect(
        target(of: text, state) == .neuron(NeuronAddress(population: 0, index: index), in: .membrane))
    }
  }

  @Test func populationsOfTheRasterByTheirNames() {
    let state = state()
    #expect(target(of: "exc ", state) == .neuron(NeuronAddress(population: 0, index: 0), in: .raster))
    #expect(target(of: "inh ", state) == .neuron(NeuronAddress(population: 1, index: 0), in: .raster))
  }

  /// The mark of the selected neuron stands in the row that selects it, or the first one of those it shares it with.
  @Test(arguments: [0, 17, 700, 3199])
  func theSelectedNeuronIsUnderItsMark(_ index: Int) throws {
    let state = state { $0.neuron = NeuronAddress(population: 0, index: index) }
    let theme = TestThemes.trueColor
    let cursor = try #require(Fixture.cuba.screen(state, theme).cursor)
    let request = try #require(Compositor.observation(for: state, glyphs: theme.glyphs))
    let snapshot = Fixture.cuba.snapshot(for: request, state)
    let perRow = snapshot.raster?.neuronsPerRow ?? 1
    guard case .neuron(let found, .raster) = Compositor(theme: theme).target(at: cursor, state, snapshot) else {
      Issue.record("no neuron at \(cursor)")
      return
    }
    // Two rows of neurons may share a cell.
    #expect(
      found.population == 0 && abs(found.index - index) < 2 * perRow && found.index % perRow == 0 || found.index == 3199
    )
  }

  @Test func rowsOfTheInspectorAndTheirSliders() {
    let state = state()
    let rows = state.inspectorRows.map(\.name)
    for name in ["cm", "tau_m", "v_thresh"] {
      guard case .row(let row, nil) = target(of: name + " ", state) else {
        Issue.record("\(name) is no row")
        continue
      }
      #expect(rows[row] == name)
      guard case .row(row, let slider?) = target(of: name + " ", state, behind: 28) else {
        Issue.record("\(name) has no slider")
        continue
      }
      #expect(slider.count == 9)
    }
    #expect(target(of: "edits ", state) == .pane(.inspector))
  }

  @Test func tabsByTheirTitles() {
    let state = state { $0.size = Size(columns: 80, rows: 24) }
    let titles = state.layout(in: state.size).placements.last { $0.tabs.count > 1 }?.tabs ?? []
    #expect(titles.count > 1)
    for pane in titles {
      let title = PaneCatalogue.pane(pane)?.descriptor.title ?? ""
      #expect(target(of: title, state) == .pane(pane))
    }
  }

  @Test func whatTheFooterOffers() {
    let hint = Fixture.hints[1]
    #expect(target(of: hint.title, state()) == .command(hint.id))
    #expect(target(of: " · \(hint.keys[0].label) \(hint.title)", state(), behind: 1) == .nothing)
  }

  @Test func synapsesOfTheMatrix() {
    let state = state(.digits) { $0.size = Size(columns: 200, rows: 60) }
    guard case .synapse(let post, let pre) = target(of: "Weights", state, .digits, below: 3) else {
      Issue.record("no synapse below the title")
      return
    }
    #expect((0..<128).contains(post) && (0..<64).contains(pre))
  }

  @Test func linesOfLists() {
    var state = state { $0.overlay = .presets(selected: 0) }
    for (line, preset) in state.presets.enumerated().prefix(3) {
      #expect(target(of: " \(preset.title) ", state) == .line(line))
    }
    #expect(target(of: "ganglion", state) == .outside)
    state.overlay = .views(selected: 3)
    #expect(target(of: "Every spike", state) == .line(0))
    state.overlay = .help(firstLine: 0)
    #expect(target(of: "Help", state) == .nothing && target(of: "ganglion", state) == .outside)
    state.overlay = .prompt(TextField(text: "r"), selected: nil)
    #expect(
      target(of: "run-to", state) == state.completions.firstIndex { $0.label.hasPrefix("run-to") }.map { .line($0) })
  }

  /// Nothing that may be drawn makes pointing at it trap.
  @Test(arguments: [Size(columns: 0, rows: 0), Size(columns: 60, rows: 16), Size(columns: 93, rows: 31)])
  func everyPlaceOfTheScreenIsSomething(_ size: Size) {
    for fixture in [Fixture.cuba, .digits, .lif] {
      let state = fixture.state(size)
      let request = Compositor.observation(for: state, glyphs: .braille)
      let snapshot = request.map { fixture.snapshot(for: $0, state) }
      let compositor = Compositor(theme: TestThemes.trueColor)
      for x in -1...size.columns {
        for y in -1...size.rows {
          if case .neuron(let neuron, _) = compositor.target(at: Point(x: x, y: y), state, snapshot) {
            #expect(neuron.index < fixture.network.populations[neuron.population].size)
          }
        }
      }
    }
  }
}
