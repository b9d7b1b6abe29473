/// Panes on paper show what they show on the screen, from the same snapshot.
import Analysis
import Charts
import Debugger
import Terminal
import Testing
import Workbench

@testable import Views

struct FigureTests {
  private func printed(_ id: PaneID, _ fixture: Fixture) throws -> (figure: Figure, snapshot: Snapshot) {
    let pane = try #require(PaneCatalogue.pane(id))
    let printing = try #require(pane.printing)
    var state = fixture.state(Size(columns: 80, rows: 24))
    state.isRunning = false
    var request = ObservationRequest(neuron: state.neuron, window: state.window)
    pane.observe(state, printing.size, .braille, &request)
    let snapshot = fixture.snapshot(for: request, state)
    return (try #require(printing.figure(state, snapshot)), snapshot)
  }

  @Test func `Every spike is a stroke, and all of them are in the sum below`() throws {
    let (figure, snapshot) = try printed(.raster, .digits)
    let raster = try #require(snapshot.raster)
    let spiking = raster.counts.count { $0 > 0 }
    guard case .strokes(let points, _, _) = figure.panels[0].marks[0] else {
      Issue.record("no strokes")
      return
    }
    #expect(points.count == spiking)
    guard case .columns(let sums, _, _) = figure.panels[1].marks[0] else {
      Issue.record("no sum")
      return
    }
    #expect(sums.reduce(0, +) == raster.counts.reduce(0) { $0 + Double($1) })
    #expect(figure.panels[0].y.labels.map(\.text) == ["hidden1", "hidden2"])
  }

  @Test func `Many neurons to a row are tiles`() throws {
    let (figure, snapshot) = try printed(.raster, .cuba)
    let raster = try #require(snapshot.raster)
    #expect(raster.neuronsPerRow > 1)
    guard case .tiles(let tiles) = figure.panels[0].marks[0] else {
      Issue.record("no tiles")
      return
    }
    let used = tiles.rows * tiles.columns
    #expect(tiles.cells.count == used)
    for (cell, count) in zip(tiles.cells, raster.counts.prefix(used)) { #expect((cell == nil) == (count == 0)) }
  }

  @Test func `Simulated time is on the axis, not how long ago it was`() throws {
    // The fixture stands at 1.2345 s with a window of half a second.
    let range = try printed(.trace, .cuba).figure.panels[0].x.range
    #expect(abs(range.lowerBound - 734.5) < 1 && abs(range.upperBound - 1234.5) < 1)
    #expect(try printed(.trace, .cuba).figure.panels[0].x.title == "time (ms)")
  }

  @Test func `Each population that fires has a panel with its own scale`() throws {
    let figure = try printed(.rates, .digits).figure
    #expect(figure.panels.map(\.y.title) == ["hidden1 (Hz)", "hidden2 (Hz)"])
  }

  @Test func `Weights have a key in their unit whose colours go from blue to orange`() throws {
    let figure = try printed(.weights, .digits).figure
    let key = try #require(figure.panels[0].key)
    let (low, high) = (try #require(key.colors.first), try #require(key.colors.last))
    #expect(low.blue > low.red && high.red > high.blue)
    let current = try printed(.weights, .cuba).figure
    #expect(current.panels[0].key?.axis.title == "weight (nA)")
    #expect(current.panels[0].y.isDownward)
  }

  @Test func `A histogram counts every neuron, and the trace has its lines`() throws {
    let (figure, snapshot) = try printed(.spread, .cuba)
    guard case .columns(let counts, _, _) = figure.panels[0].marks[0] else {
      Issue.record("no columns")
      return
    }
    #expect(counts.reduce(0, +) == Double(try #require(snapshot.spread).histogram.total))
    let names = try printed(.trace, .cuba).figure.panels[0].marks.compactMap { mark in
      if case .level(_, let name, _) = mark { name } else { nil }
    }
    #expect(names == ["reset", "threshold"])
  }

  @Test func `Every state variable has a panel with what the screen shows of it`() throws {
    let (figure, snapshot) = try printed(.states, .squid)
    #expect(figure.panels.count == snapshot.states.count && figure.panels.count >= 4)
    for (panel, trace) in zip(figure.panels, snapshot.states) {
      #expect(panel.y.title.hasPrefix(trace.variable))
      let curves = panel.marks.compactMap { mark in
        if case .envelope(let minima, let maxima, _, _) = mark { [minima, maxima] } else { nil }
      }
      #expect(curves.count == 1)
      for (printed, shown) in zip(curves.first ?? [], [trace.minima, trace.maxima]) {
        #expect(printed.map(\.bitPattern) == shown.map(\.bitPattern))
      }
    }
    #expect(figure.panels[0].y.title == "v (mV)")
  }

  @Test func `The phase plane has both nullclines, the way and the neuron`() throws {
    let (figure, snapshot) = try printed(.phase, .squid)
    let lines = figure.panels[0].marks.compactMap { mark in
      if case .line(let points, let isDashed, _) = mark { (points, isDashed) } else { nil }
    }
    #expect(lines.map(\.1) == [true, false, false])
    #expect(lines[2].0.count { !$0.x.isNaN } == snapshot.orbit?.xs.count)
    // n∞ rises with v from 0 to 1.
    let n = lines[0].0.map(\.y)
    #expect(zip(n, n.dropFirst()).allSatisfy { $0 <= $1 } && n[0] < 0.1 && n[n.count - 1] > 0.9)
    #expect(figure.panels[0].x.title == "v (mV)" && figure.panels[0].y.title == "n")
  }

  @Test func `The points of an f-I curve are those that were measured`() throws {
    let figure = try printed(.firing, .cuba).figure
    let curve = try #require(Fixture.cuba.state(Size(columns: 80, rows: 24)).firingCurve)
    let dots = figure.panels[0].marks.compactMap { mark in if case .dots(let points, _) = mark { points } else { nil } }
    #expect(dots.first == zip(curve.currents, curve.rates).map { FigurePoint(x: $0, y: $1) })
    let names = figure.panels[0].marks.compactMap { mark in
      if case .upright(_, let name, _) = mark { name } else { nil }
    }
    #expect(names.contains("rheobase"))
  }

  @Test func `Bars are the membranes of the page, and the operations of the projections`() throws {
    let (membranes, snapshot) = try printed(.membrane, .cuba)
    guard case .bars(let values, let foot, _) = membranes.panels[0].marks[0] else {
      Issue.record("no bars")
      return
    }
    #expect(values == snapshot.bars?.bars.map(\.v) && values.count == 32)
    #expect(foot == membranes.panels[0].x.range.lowerBound)
    let state = Fixture.cuba.state(Size(columns: 80, rows: 24))
    let network = try #require(state.network)
    let energy = try printed(.energy, .cuba)
    guard case .bars(let bars, _, _) = energy.figure.panels[0].marks[0] else {
      Issue.record("no bars")
      return
    }
    let expected = network.projections.map { energy.snapshot.rates[$0.source] * Double($0.synapses) }
    let scale = expected[0] / bars[0]
    #expect([1, 1e3, 1e6, 1e9].contains { abs($0 - scale) < 1e-6 * $0 })
    for (bar, operations) in zip(bars, expected) { #expect(abs(bar * scale - operations) < 1e-6 * operations + 1e-9) }
  }

  @Test func `The title says of which network it is`() throws {
    #expect(try printed(.intervals, .cuba).figure.title.hasSuffix("Vogels–Abbott network"))
  }

  @Test func `Without a network or a snapshot there is no figure`() throws {
    let empty = WorkbenchState(size: Size(columns: 80, rows: 24), models: [], presets: [])
    for pane in PaneCatalogue.all {
      guard let printing = pane.printing else { continue }
      #expect(printing.figure(empty, nil) == nil)
      // An f-I curve was measured beside the network, and is there without it.
      if pane.descriptor.id == .firing { continue }
      #expect(printing.figure(Fixture.cuba.state(Size(columns: 80, rows: 24)), nil) == nil)
    }
  }
}
