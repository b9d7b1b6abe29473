/// The trace with trigger and cursors: marks against positions worked out by hand, and whole screens.
import Basics
import Debugger
import Support
import Terminal
import Testing
import Workbench

struct ScopeTests {
  private func state(_ size: Size = ScreenTests.sizes[0]) -> WorkbenchState {
    var state = Fixture.cuba.state(size)
    state.focus = .trace
    state.scope.mode = .auto
    state.scope.cursors = [Milliseconds(300), Milliseconds(100)]
    return state
  }

  private func trace(_ change: (inout TraceSnapshot) -> Void = { _ in }) -> Snapshot {
    var snapshot = Snapshot()
    let values = [Float](repeating: -55, count: 100)
    var trace = TraceSnapshot(
      neuron: Fixture.cuba.selected, variable: "v", minima: values, maxima: values,
      spiked: values.map { _ in false }, end: Milliseconds(1400), window: Milliseconds(500),
      sweep: .triggered(at: Milliseconds(1000)),
      readings: [.init(time: Milliseconds(1100), value: -55), .init(time: Milliseconds(1300), value: -53.5)])
    change(&trace)
    snapshot.trace = trace
    return snapshot
  }

  @Test func `Cursors stand where they are and tell what they read`() throws {
    let lines = try drawn(.trace, state(), trace(), columns: 58, rows: 12).canvas.lines
    // 50 columns for 500 ms: 300 ms before the right edge is the 20th, 100 ms the 40th.
    #expect(Array(lines[0])[8 + 20] == "A" && Array(lines[0])[8 + 39] == "B")
    #expect(lines[10].contains("A 100.0 ms -55.0 mV · B 300.0 ms -53.5 mV"))
    #expect(lines[11].contains("Δt 200.0 ms · Δv 1.5 mV · 1/Δt 5 Hz"))
  }

  @Test func `Times count from the trigger, which has a mark`() throws {
    let (canvas, details) = try drawn(.trace, state(), trace(), columns: 58, rows: 12)
    #expect(details.first == "exc[17].v in mV · auto")
    #expect(Array(canvas.lines[0])[8 + 10] == "▾")
    let times = canvas.lines[9]
    #expect(times.contains(" 0 ms") && times.contains("400") && !times.contains("now"))
  }

  @Test func `A level is marked at the axis`() throws {
    var state = state()
    state.scope.levels["v"] = -52
    state.scope.cursors = []
    let lines = try drawn(.trace, state, trace { $0.readings = [] }, columns: 58, rows: 12).canvas.lines
    let row = try #require(lines.firstIndex { Array($0)[7] == "▸" })
    let curve = try #require(
      lines.firstIndex { $0.contains("⠤") || $0.contains("⠒") || $0.contains("⣀") || $0.contains("⠉") })
    #expect(row < curve)
  }

  @Test func `While nothing triggers it says what it waits for`() throws {
    var state = state()
    state.scope.mode = .normal
    let waiting = trace { trace in
      trace.sweep = .waiting
      trace.minima = trace.minima.map { _ in .nan }
      trace.maxima = trace.minima
    }
    let (canvas, details) = try drawn(.trace, state, waiting, columns: 58, rows: 12)
    #expect(canvas.lines.joined().contains("The trace waits for a spike."))
    #expect(details.first == "exc[17].v in mV · waits for a spike")
  }

  @Test(arguments: [
    ("falling", "auto, falling", "waits for -52 mV falling"), ("either", "auto, either", "waits for -52 mV either"),
  ])
  func `A direction that is not the usual one is told`(_ edge: String, _ words: String, _ waiting: String) throws {
    var state = state()
    state.scope.levels["v"] = -52
    state.scope.edge = try #require(ObservationRequest.Trigger.Edge(rawValue: edge))
    #expect(try drawn(.trace, state, trace(), columns: 58, rows: 12).details.first == "exc[17].v in mV · \(words)")
    state.scope.mode = .normal
    let details = try drawn(.trace, state, trace { $0.sweep = .waiting }, columns: 58, rows: 12).details
    #expect(details.first == "exc[17].v in mV · \(waiting)")
  }

  @Test(arguments: ScreenTests.sizes)
  func `Zoomed, in braille and true colour, 16 colours, and ASCII without colour`(_ size: Size) {
    for (theme, name) in TestThemes.all {
      var state = state(size)
      state.isZoomed = true
      expectScreen(Fixture.cuba.screen(state, theme), "view.scope.\(size.columns)x\(size.rows).\(name)")
    }
  }

  @Test func `Among the others`() {
    expectScreen(Fixture.cuba.screen(state(), TestThemes.trueColor), "scope.80x24")
  }
}
