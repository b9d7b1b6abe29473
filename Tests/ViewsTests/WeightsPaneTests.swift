/// The heat map: sign, cursor and number.
import Basics
import Debugger
import Terminal
import Testing
import Workbench

struct WeightsPaneTests {
  private func snapshot(_ tiles: [Float], rows: Int, columns: Int, weight: Double? = nil) -> Snapshot {
    var snapshot = Snapshot()
    snapshot.weights = WeightsSnapshot(
      projection: 0, rows: rows, columns: columns, targetsPerRow: 2, sourcesPerColumn: 4, tiles: tiles,
      range: -1...0.5, cursorWeight: weight, cursorDelay: weight.map { _ in Milliseconds(1.5) })
    return snapshot
  }

  private var state: WorkbenchState {
    var state = Fixture.digits.state(Size(columns: 120, rows: 36))
    state.focus = .weights
    return state
  }

  @Test func `Inhibition is blue, excitation orange, nothing is nothing`() throws {
    let canvas = try drawn(.weights, state, snapshot([-1, 1, 0, .nan], rows: 2, columns: 2), columns: 5, rows: 5).canvas
    let negative = canvas[1, 1].style.foreground
    let positive = canvas[3, 1].style.foreground
    #expect(negative.blue > negative.red)
    #expect(positive.red > positive.blue)
    #expect(canvas[3, 2].style.background.isDefault)
  }

  @Test func `Without colour the signs have characters of their own`() throws {
    let tiles = snapshot([-1, 1, -1, 1], rows: 2, columns: 2)
    for glyphs in GlyphSet.allCases {
      let theme = TestThemes.theme(glyphs, .none)
      let canvas = try drawn(.weights, state, tiles, columns: 5, rows: 5, theme: theme).canvas
      #expect(canvas[1, 1].scalar != canvas[3, 1].scalar)
    }
  }

  @Test func `The marks and the terminal's cursor point at the cursor's tile`() throws {
    var state = state
    state.weights.post = 5
    state.weights.pre = 9
    var tiles = snapshot([Float](repeating: 0.1, count: 12), rows: 3, columns: 4, weight: 0.25)
    tiles.weights?.cursorRow = 2
    tiles.weights?.cursorColumn = 2
    let canvas = try drawn(.weights, state, tiles, columns: 40, rows: 9).canvas
    // Three rows of tiles in six rows of cells: four half rows and columns to a tile.
    #expect(canvas.cursor == Point(x: 1 + 2 * 4 + 2, y: 1 + 2 * 2 + 1))
    let lines = canvas.lines
    #expect(Array(lines[0]).firstIndex(of: "▾") == canvas.cursor?.x)
    #expect(lines.firstIndex { $0.hasPrefix("▸") } == canvas.cursor?.y)
    #expect(lines[7].contains("input[9] → hidden1[5]  0.25 after 1.5 ms"))
  }

  @Test func `Equal weights leave the brightness to how densely neurons are connected`() throws {
    var tiles = snapshot([-0.4, -0.4, -0.4, .nan], rows: 2, columns: 2)
    tiles.weights?.range = -0.4 ... -0.4
    tiles.weights?.densities = [0.02, 0.08, 0.02, .nan]
    let canvas = try drawn(.weights, state, tiles, columns: 60, rows: 5).canvas
    let (few, many) = (canvas[1, 1].style.foreground, canvas[3, 1].style.foreground)
    #expect(many.blue > many.red && few != many)
    #expect(canvas.lines[4].contains("to 8 % connected"))
    // Alike everywhere it tells nothing, and nothing is said of it.
    tiles.weights?.densities = [0.02, 0.02, 0.02, 0.02]
    #expect(try !drawn(.weights, state, tiles, columns: 60, rows: 5).canvas.lines[4].contains("connected"))
  }

  @Test func `Two neurons without a synapse are said to have none`() throws {
    let tiles = snapshot([Float](repeating: 0.1, count: 12), rows: 3, columns: 4)
    let lines = try drawn(.weights, state, tiles, columns: 40, rows: 9).canvas.lines
    #expect(lines[7].contains("not connected"))
    #expect(lines[8].contains("-1") && lines[8].contains("0.5"))
  }

  @Test func `Where the sources are a picture the target's weights are one beside the matrix`() throws {
    let state = state
    let asked = try #require(try request(.weights, state, columns: 36, rows: 14).weights)
    #expect(asked.fields == [0])
    // Eleven rows have room for 8 × 8 tiles of 2 × 2 half rows; a gap, and the marks of both pictures.
    #expect(asked.columns == 36 - 1 - 16 - 2)
    var tiles = snapshot([Float](repeating: 0.1, count: 4), rows: 2, columns: 2)
    tiles.weights?.fields = (0..<64).map { $0 == 10 ? -1 : $0 == 11 ? .nan : 0.5 }
    let canvas = try drawn(.weights, state, tiles, columns: 36, rows: 14).canvas
    let picture = (0..<8).map { y in (20..<36).map { canvas[$0, 1 + y].style.foreground } }
    // Neuron 10 is in the second row and third column.
    #expect(picture[1][4].blue > picture[1][4].red && picture[1][5] == picture[1][4])
    #expect(canvas[26, 2] == .blank && canvas[27, 2] == .blank)
    #expect(picture[0].allSatisfy { $0.red > $0.blue })
    #expect(canvas.lines[9].contains("→ hidden1[0]"))
    let alone = try #require(try request(.weights, state, columns: 22, rows: 14).weights)
    #expect(alone.fields.isEmpty && alone.columns == 21)
  }

  @Test func `It says how many synapses a tile stands for`() throws {
    let tiles = snapshot([Float](repeating: 0.1, count: 12), rows: 3, columns: 4)
    #expect(try drawn(.weights, state, tiles, columns: 40, rows: 9).canvas.lines[8].hasSuffix("a tile: 2 × 4"))
    #expect(try drawn(.weights, state, tiles, columns: 60, rows: 9).canvas.lines[8].hasSuffix("2 × 4  post ↓  pre →"))
  }

  @Test func `A network without projections says so`() throws {
    let state = Fixture.lif.state(Size(columns: 80, rows: 24))
    let text = try drawn(.weights, state, Snapshot(), columns: 60, rows: 8).canvas.lines.joined()
    #expect(text.contains("no projection"))
  }
}
