/// The raster: every spike is where it belongs, and nowhere else.
import Basics
import Debugger
import Support
import Terminal
import Testing
import Workbench

struct RasterPaneTests {
  /// Two populations of 5 and 3 neurons.
  private static let small: Fixture = {
    var fixture = Fixture.cuba
    fixture.network.populations[0].size = 5
    fixture.network.populations[1].size = 3
    fixture.selected = NeuronAddress(population: 1, index: 2)
    return fixture
  }()

  @Test func `One spike is one mark at its neuron and time`() throws {
    let state = Self.small.state(Size(columns: 80, rows: 24))
    let asked = try #require(try request(.raster, state, columns: 40, rows: 19).raster)
    for (neuron, column) in [(0, 0), (4, 10), (5, 11), (7, asked.columns - 1)] {
      var snapshot = Snapshot()
      snapshot.raster = raster(asked, spikes: [(neuron, column)])
      let canvas = try drawn(.raster, state, snapshot, columns: 40, rows: 19).canvas
      let cells = brailleCells(canvas)
      // Eight neurons have room for two rows of cells each, of which the last row of dots stays free.
      #expect(cells.map(\.x) == [6 + column / 2, 6 + column / 2])
      #expect(cells.map(\.y) == [neuron * 2, neuron * 2 + 1])
    }
  }

  @Test func `Every spike of a crowded raster is shown where one row is one neuron`() throws {
    var fixture = Self.small
    fixture.network.populations[0].size = 23
    fixture.network.populations[1].size = 17
    let state = fixture.state(Size(columns: 80, rows: 24))
    let asked = try #require(try request(.raster, state, columns: 46, rows: 14).raster)
    #expect(asked.rows == 40)
    var random = SeededGenerator(seed: 5)
    let spikes = (0..<300).map { _ in
      (Int.random(in: 0..<40, using: &random), Int.random(in: 0..<asked.columns, using: &random))
    }
    var snapshot = Snapshot()
    snapshot.raster = raster(asked, spikes: spikes, firstRows: [0, 23, 40])
    let canvas = try drawn(.raster, state, snapshot, columns: 46, rows: 14).canvas
    // 23 rows of dots end in the middle of the sixth row of cells: the second population begins with the seventh.
    let expected = Set(spikes.map { Point(x: $0.1, y: $0.0 < 23 ? $0.0 : 24 + $0.0 - 23) })
    #expect(dots(canvas, left: 6) == expected)
    #expect(canvas.lines[6].hasPrefix("inh"))
  }

  @Test func `The selected neuron is marked in its row, and the cursor rests there`() throws {
    let state = Self.small.state(Size(columns: 80, rows: 24))
    let asked = try #require(try request(.raster, state, columns: 40, rows: 19).raster)
    var snapshot = Snapshot()
    snapshot.raster = raster(asked, spikes: [(0, 0)])
    let canvas = try drawn(.raster, state, snapshot, columns: 40, rows: 19).canvas
    let marked = canvas.lines.indices.filter { canvas.lines[$0].contains("▸") }
    #expect(marked == [14])
    #expect(canvas.cursor == Point(x: 4, y: 14))
  }

  @Test func `A snapshot of a wider screen keeps its newest spikes at the right`() throws {
    let state = Self.small.state(Size(columns: 80, rows: 24))
    var asked = try #require(try request(.raster, state, columns: 40, rows: 19).raster)
    asked.columns += 30
    var snapshot = Snapshot()
    snapshot.raster = raster(asked, spikes: [(0, asked.columns - 1), (1, 3)])
    let canvas = try drawn(.raster, state, snapshot, columns: 40, rows: 19).canvas
    #expect(Set(brailleCells(canvas).map(\.x)) == [39])
  }

  /// What the session makes of the request must be what the pane drew up: both know the same populations to fire.
  @Test func `Every population that fires has room at every height, where rows can be asked for`() throws {
    let state = Fixture.digits.state(Size(columns: 80, rows: 24))
    for rows in 4...40 {
      let asked = try request(.raster, state, columns: 40, rows: rows)
      let snapshot = Fixture.digits.snapshot(for: asked, state)
      let lines = try drawn(.raster, state, snapshot, columns: 40, rows: rows).canvas.lines
      #expect(lines.contains { $0.hasPrefix("hidden1") } && lines.contains { $0.hasPrefix("hidden2") }, "\(rows) rows")
    }
  }

  @Test func `Without spikes it says how to see some`() throws {
    var state = Self.small.state(Size(columns: 80, rows: 24))
    state.isRunning = false
    let asked = try #require(try request(.raster, state, columns: 60, rows: 10).raster)
    var snapshot = Snapshot()
    snapshot.raster = raster(asked, spikes: [])
    let text = try drawn(.raster, state, snapshot, columns: 60, rows: 10).canvas.lines.joined(separator: "\n")
    #expect(text.contains("No spikes in the last 500 ms."))
    #expect(text.contains("space lets the network run."))
  }

  @Test(arguments: [0, 1, 9, 10, 11, 50, 90, 98, 99])
  func `Of more populations than there is room for those around the selected one are shown`(selected: Int) throws {
    var fixture = Fixture.cuba
    fixture.network.populations = (0..<100).map {
      NetworkSummary.Population(name: "p\($0)", size: 1, shape: [1], model: "IF_curr_exp")
    }
    fixture.selected = NeuronAddress(population: selected, index: 0)
    let state = fixture.state(Size(columns: 80, rows: 24))
    let asked = try #require(try request(.raster, state, columns: 40, rows: 13).raster)
    #expect(asked.rows == 100)
    var snapshot = Snapshot()
    snapshot.raster = raster(asked, spikes: (0..<100).map { ($0, $0 % asked.columns) }, firstRows: Array(0...100))
    let lines = try drawn(.raster, state, snapshot, columns: 40, rows: 13).canvas.lines
    let named = lines.prefix(12).map { $0.prefix { $0 == "p" || $0.isNumber } }.filter { !$0.isEmpty }
    // Twelve rows of the plot, less two that add up all spikes: ten populations, one after another.
    let first = try #require(named.first.flatMap { Int($0.dropFirst()) })
    #expect(named == (first..<first + 10).map { "p\($0)" })
    #expect((first..<first + 10).contains(selected))
    #expect(lines.first { $0.contains("▸") }?.hasPrefix("p\(selected)") == true)
    #expect(lines[0].contains("↑") == (first > 0))
    #expect(lines[9].contains("↓") == (first < 90))
    #expect(lines[10].contains("all") && lines[12].hasPrefix("10/100"))
  }

  private func raster(
    _ asked: ObservationRequest.Raster, spikes: [(row: Int, column: Int)], firstRows: [Int] = [0, 5, 8]
  ) -> RasterSnapshot {
    var counts = [UInt16](repeating: 0, count: asked.rows * asked.columns)
    for spike in spikes { counts[spike.row * asked.columns + spike.column] += 1 }
    return RasterSnapshot(
      columns: asked.columns, rows: asked.rows, counts: counts, firstRows: firstRows, neuronsPerRow: 1,
      end: Milliseconds(1000), window: Milliseconds(500))
  }

  private func brailleCells(_ canvas: Canvas) -> [Point] {
    (0..<canvas.size.rows).flatMap { y in
      (0..<canvas.size.columns).map { Point(x: $0, y: y) }
    }.filter { (0x2801...0x28FF).contains(canvas[$0.x, $0.y].scalar) }
  }

  /// Every dot right of `left` columns, decoded by the numbers of the Unicode standard.
  private func dots(_ canvas: Canvas, left: Int) -> Set<Point> {
    let bits: [(x: Int, y: Int, bit: UInt32)] = [
      (0, 0, 1), (0, 1, 2), (0, 2, 4), (1, 0, 8), (1, 1, 16), (1, 2, 32), (0, 3, 64), (1, 3, 128),
    ]
    return Set(
      brailleCells(canvas).flatMap { cell in
        bits.filter { (canvas[cell.x, cell.y].scalar - 0x2800) & $0.bit != 0 }
          .map { Point(x: (cell.x - left) * 2 + $0.x, y: cell.y * 4 + $0.y) }
      })
  }
}
