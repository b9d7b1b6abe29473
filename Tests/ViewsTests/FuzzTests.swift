/// Nothing that state or snapshot may hold makes drawing trap, at any size.
import Basics
import Debugger
import Support
import Terminal
import Testing
import Views
import Workbench

struct FuzzTests {
  @Test func `Sizes from nothing to eight by anything`() {
    for columns in 0...8 {
      for rows in 0...8 { draw(Size(columns: columns, rows: rows)) }
      for rows in [16, 60] {
        draw(Size(columns: columns, rows: rows))
        draw(Size(columns: 60 + rows, rows: columns))
      }
    }
  }

  private func draw(_ size: Size) {
    for theme in [TestThemes.trueColor, TestThemes.plain] {
      var state = Fixture.digits.state(size)
      state.overlay = .help(firstLine: 3)
      let canvas = Fixture.digits.screen(state, theme)
      #expect(canvas.size == size)
    }
  }

  @Test func `A screen that is too small says what it needs`() {
    let canvas = Fixture.cuba.screen(Fixture.cuba.state(Size(columns: 40, rows: 10)), TestThemes.plain)
    #expect(canvas.lines[0] == "needs 60 x 16, has 40 x 10")
  }

  @Test(arguments: 0..<300)
  func `States and snapshots that do not fit each other`(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let fixtures = [Fixture.cuba, .digits, .lif, .squid]
    let theme = [TestThemes.trueColor, TestThemes.sixteen, TestThemes.plain].randomElement(using: &random)!
    var fixture = fixtures.randomElement(using: &random)!
    let size = Size(columns: .random(in: 50...150, using: &random), rows: .random(in: 12...60, using: &random))
    let state = randomState(fixture, size, &random)
    // The snapshot may be another network's, or of a screen of another size.
    var asked = state
    if Bool.random(using: &random) {
      fixture = fixtures.randomElement(using: &random)!
      asked = randomState(
        fixture, Size(columns: .random(in: 60...150, using: &random), rows: .random(in: 16...60, using: &random)),
        &random)
      asked.neuron = fixture.selected
      asked.weights = WeightsCursor()
    }
    asked.neuron =
      fixture.network.populations.indices.contains(asked.neuron.population) ? asked.neuron : fixture.selected
    if !fixture.network.projections.indices.contains(asked.weights.projection) { asked.weights = WeightsCursor() }
    let request = fixture.network.projections.isEmpty ? nil : Compositor.observation(for: asked, glyphs: theme.glyphs)
    var snapshot = request.map { fixture.snapshot(for: $0, asked, seed: UInt64(seed)) } ?? Snapshot()
    spoil(&snapshot, &random)
    var canvas = Canvas(size: size)
    Compositor(theme: theme).draw(state, Bool.random(using: &random) ? snapshot : nil, on: &canvas)
    #expect(canvas.size == size)
    if theme.glyphs == .ascii { #expect(canvas.cells.allSatisfy { $0.scalar < 0x80 }) }
  }

  private func randomState(_ fixture: Fixture, _ size: Size, _ random: inout SeededGenerator) -> WorkbenchState {
    var state = fixture.state(size)
    let names = [
      "exc", "", "\u{1B}[2Jescape", "神経細胞神経細胞神経細胞", "e\u{301}\u{200B}", String(repeating: "long", count: 40),
    ]
    state.documentName = names.randomElement(using: &random)!
    for index in state.network?.populations.indices ?? 0..<0 where Bool.random(using: &random) {
      state.network?.populations[index].name = names.randomElement(using: &random)!
    }
    state.focus = PaneID.allCases.randomElement(using: &random)!
    state.isZoomed = Bool.random(using: &random)
    state.isRunning = Bool.random(using: &random)
    state.neuron = NeuronAddress(
      population: .random(in: 0...4, using: &random), index: [0, 3, 9, 100, 5000].randomElement(using: &random)!)
    state.weights.projection = .random(in: 0...4, using: &random)
    state.weights.post = .random(in: 0...200, using: &random)
    state.weights.pre = .random(in: 0...200, using: &random)
    state.rasterMode = RasterMode.allCases.randomElement(using: &random)!
    state.weightsMode = WeightsMode.allCases.randomElement(using: &random)!
    state.fanRow = .random(in: 0...100, using: &random)
    state.inspector.row = .random(in: 0...30, using: &random)
    state.inspector.scope = Bool.random(using: &random) ? .neuron : .population
    if Bool.random(using: &random) { state.inspector.field = TextField(text: names.randomElement(using: &random)!) }
    state.window = Milliseconds([0, 50, 500, 10_000].randomElement(using: &random)!)
    state.scope.mode = ScopeState.Mode.allCases.randomElement(using: &random)!
    if Bool.random(using: &random) {
      state.scope.levels["v"] = [-50, .nan, 1e300].randomElement(using: &random)!
      state.scope.cursors = [Milliseconds(-5), Milliseconds(1e9)]
    }
    if Bool.random(using: &random) {
      let bad = [Double.nan, .infinity, -.infinity, 1e300, 0]
      state.firingCurve?.currents = [bad.randomElement(using: &random)!, 1]
      state.firingCurve?.rates = [bad.randomElement(using: &random)!]
      state.firingCurve?.rheobase = bad.randomElement(using: &random)!
    }
    state.overlay = [
      nil, .help(firstLine: 50), .presets(selected: 7), .about(firstLine: 9),
      .prompt(TextField(text: names.randomElement(using: &random)!), selected: 40), .prompt(TextField(), selected: nil),
    ].randomElement(using: &random)!
    state.message = Bool.random(using: &random) ? Message(.error, names.randomElement(using: &random)!) : nil
    return state
  }

  /// Values that a simulation should never give, and arrays that are shorter than they say.
  private func spoil(_ snapshot: inout Snapshot, _ random: inout SeededGenerator) {
    let bad = [Double.nan, .infinity, -.infinity, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 0]
    switch Int.random(in: 0..<9, using: &random) {
    case 0: snapshot.bars?.bars[0].v = bad.randomElement(using: &random)!
    case 1: snapshot.raster?.counts = []
    case 2:
      snapshot.trace?.sweep = [.waiting, .triggered(at: Milliseconds(1e300))].randomElement(using: &random)!
      snapshot.trace?.maxima = [Float(bad.randomElement(using: &random)!)]
    case 3: snapshot.classifier?.votes = bad
    case 4: snapshot.neuron?.parameters = []
    case 6: snapshot.orbit?.ys = [Float(bad.randomElement(using: &random)!), 0.5]
    case 7:
      for index in snapshot.states.indices { snapshot.states[index].minima = [] }
      snapshot.neuron?.state = bad
    case 5: snapshot.raster?.firstRows = [0, 9, 2, 90_000, 90_001]
    default: snapshot.weights?.tiles = []
    }
  }
}
