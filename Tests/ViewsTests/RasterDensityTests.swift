/// The raster of many neurons: brightness is the share of a row's neurons that fire.
import Basics
import Debugger
import Terminal
import Testing
import Workbench

struct RasterDensityTests {
  /// One population of ten neurons, four to a row: rows of 4, 4 and 2.
  private func canvas(_ counts: [UInt16], columns: Int = 4, theme: Theme = TestThemes.trueColor) throws -> Canvas {
    var fixture = Fixture.lif
    fixture.network.populations[0].size = 10
    let state = fixture.state(Size(columns: 80, rows: 24))
    var snapshot = Snapshot()
    snapshot.raster = RasterSnapshot(
      columns: columns, rows: 3, counts: counts, firstRows: [0, 3], neuronsPerRow: 4, end: Milliseconds(500),
      window: Milliseconds(500))
    // Six columns for name, mark and line; the plot has one column more than the snapshot, at its left.
    return try drawn(.raster, state, snapshot, columns: 11, rows: 3, theme: theme).canvas
  }

  @Test func `A row of fewer neurons that fire as often is as bright`() throws {
    let canvas = try canvas([8, 0, 0, 0, 8, 0, 0, 0, 4, 0, 0, 0])
    #expect(canvas[7, 0].style.foreground == canvas[7, 0].style.background)
    #expect(canvas[7, 1].style.foreground == canvas[7, 0].style.foreground)
    #expect(canvas[8, 0] == .blank)
  }

  @Test func `More spikes are lighter`() throws {
    let canvas = try canvas([1, 3, 5, 8, 0, 0, 0, 0, 0, 0, 0, 0])
    let greens = (7..<11).map { canvas[$0, 0].style.foreground.green }
    #expect(zip(greens, greens.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func `Without colour more spikes are a darker character, and none a blank`() throws {
    for glyphs in GlyphSet.allCases {
      let canvas = try canvas([0, 1, 8, 16, 0, 1, 8, 16, 0, 0, 0, 0], theme: TestThemes.theme(glyphs, .none))
      let ramp: [Unicode.Scalar] = glyphs == .ascii ? [" ", ".", ":", "+", "#"] : [" ", "░", "▒", "▓", "█"]
      let steps = (7..<11).map { x in ramp.firstIndex { $0.value == canvas[x, 0].scalar } ?? -1 }
      #expect(steps[0] == 0 && steps[1] == 1 && steps[1] < steps[2] && steps[2] < steps[3], "\(glyphs) \(steps)")
    }
  }

  @Test func `A wider snapshot keeps its newest columns`() throws {
    let canvas = try canvas([9, 9, 0, 0, 0, 5] + Array(repeating: 0, count: 12), columns: 6)
    #expect(canvas[10, 0] != .blank)
    #expect((7..<10).allSatisfy { canvas[$0, 0] == .blank })
  }
}
