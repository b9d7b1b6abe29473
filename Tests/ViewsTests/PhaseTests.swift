/// Curves in a plane against positions worked out by hand, and what the phase plane says of models without one.
import Basics
import Debugger
import Terminal
import Testing
import Workbench

@testable import Views

struct PhaseTests {
  /// 40 × 20 cells for −10…10 and 0…5: 80 × 80 dots.
  private func plot() throws -> PlanePlot {
    try #require(PlanePlot(x: -10...10, unit: "mV", y: 0...5, in: Rect(x: 0, y: 0, width: 48, height: 21)))
  }

  /// The rows of dots that a column of cells has, from the top.
  private func rows(_ grid: BrailleGrid, _ column: Int) -> [Int] {
    (0..<grid.rows).filter { grid.dots(column: column, row: $0) != 0 }
  }

  @Test func `A curve lies where its values are, and what is outside is left out`() throws {
    let plot = try plot()
    let line = plot.curve { 2.5 + $0 / 4 }
    #expect(rows(line, 0) == [19] && rows(line, 39) == [0] && rows(line, 20).contains(9))
    let above = plot.curve { $0 < 0 ? 1000 : -1000 }
    // Nothing is seen of it but the fall from one side to the other.
    for column in 0..<40 where column != 19 && column != 20 { #expect(rows(above, column).isEmpty) }
    #expect(rows(above, 20) == Array(0..<20))
    let broken = plot.curve { $0 < 0 ? .nan : 5 }
    #expect(rows(broken, 5).isEmpty && rows(broken, 35) == [0])
  }

  @Test func `A way is joined, but not over a jump`() throws {
    let plot = try plot()
    let joined = plot.path([-10, 10], [0, 5]) { _ in false }
    for column in 0..<40 { #expect(!rows(joined, column).isEmpty) }
    let jumped = plot.path([-10, 10], [0, 5]) { $0 == 1 }
    #expect((0..<40).filter { !rows(jumped, $0).isEmpty } == [0, 39])
    let gap = plot.path([-10, .nan, 10], [0, 1, 5]) { _ in false }
    #expect(gap == jumped)
  }

  @Test func `Axes name their values and the unit`() throws {
    let plot = try plot()
    var canvas = Canvas(size: Size(columns: 48, rows: 21))
    plot.drawAxes(on: &canvas, theme: TestThemes.trueColor)
    #expect(canvas.lines[0].hasPrefix("      5┤") && canvas.lines[19].hasPrefix("      0┤"))
    #expect(canvas.lines[20].contains("-10") && canvas.lines[20].hasSuffix("10 mV"))
  }

  @Test func `The neuron stands where its variables say, on its way`() throws {
    let state = Fixture.squid.state(Size(columns: 80, rows: 24))
    let asked = try request(.phase, state, columns: 68, rows: 26)
    #expect(asked.orbit?.x == "v" && asked.orbit?.y == "n")
    var snapshot = Fixture.squid.snapshot(for: asked, state)
    snapshot.neuron?.state[0] = 0
    snapshot.neuron?.state[3] = 0.5
    let (canvas, details) = try drawn(.phase, state, snapshot, columns: 68, rows: 26)
    #expect(details.first == "axon[4] · n against v in mV")
    let now = try #require(canvas.lines.firstIndex { $0.contains("●") && !$0.contains("now") })
    let above = try #require(canvas.lines.firstIndex { $0.contains("0.6") })
    let below = try #require(canvas.lines.firstIndex { $0.contains("0.4") })
    #expect(now == (above + below) / 2)
    // 0 mV is named right below.
    let axis = try #require(canvas.lines.first { $0.contains("50 mV") })
    let column = try #require(Array(canvas.lines[now]).firstIndex(of: "●"))
    #expect(Array(axis)[column] == "0")
    #expect(canvas.lines.joined().contains("m = m∞(v), h and synapses as they are now"))
    // Without its way the nullclines are still there; another neuron's way is not shown.
    snapshot.orbit?.neuron.index = 2
    let without = try drawn(.phase, state, snapshot, columns: 68, rows: 26).canvas
    #expect(without != canvas)
    snapshot.orbit = nil
    let none = try drawn(.phase, state, snapshot, columns: 68, rows: 26).canvas
    #expect(without == none)
    for role in [Role.excitatory, .inhibitory] {
      #expect(none.cells.contains { $0.style == TestThemes.trueColor[role] })
    }
  }

  @Test func `A model without a plane says so`() throws {
    let state = Fixture.cuba.state(Size(columns: 80, rows: 24))
    #expect(try request(.phase, state, columns: 60, rows: 12).orbit == nil)
    let text = try drawn(.phase, state, Snapshot(), columns: 60, rows: 12).canvas.lines.joined(separator: " ")
    #expect(text.contains("IF_curr_exp has no phase plane"))
  }
}
