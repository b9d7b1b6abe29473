/// Weights as matrix, fan-in and fan-out, receptive fields and histogram: whole screens, and single cells.
import Basics
import Debugger
import Support
import Terminal
import Testing
import Workbench

struct WeightsModeTests {
  private func state(_ mode: WeightsMode, _ size: Size) -> WorkbenchState {
    var state = Fixture.digits.state(size)
    state.weightsMode = mode
    state.focus = .weights
    state.isZoomed = true
    // A synapse that there is, of the made-up ones.
    state.weights.post = 4
    state.fanRow = 2
    return state
  }

  @Test(arguments: WeightsMode.allCases, ScreenTests.sizes)
  func `In braille and true colour, 16 colours, and ASCII without colour`(_ mode: WeightsMode, _ size: Size) {
    for (theme, name) in [
      (TestThemes.trueColor, "truecolor"), (TestThemes.sixteen, "sixteen"), (TestThemes.plain, "ascii"),
    ] {
      expectScreen(
        Fixture.digits.screen(state(mode, size), theme),
        "weights.\(mode.rawValue).\(size.columns)x\(size.rows).\(name)")
    }
  }

  @Test func `A fan that is wider than the pane is shown by pages, around the cursor`() throws {
    var state = state(.fanIn, ScreenTests.sizes[0])
    for row in [0, 8, 9, 80] {
      state.fanRow = row
      let fan = try #require(try request(.weights, state, columns: 50, rows: 10).fan)
      #expect(!fan.isOutgoing && fan.count == 9 && (fan.first..<fan.first + 9).contains(row))
    }
    state.weightsMode = .fanOut
    #expect(try request(.weights, state, columns: 50, rows: 10).fan?.isOutgoing == true)
    #expect(try request(.weights, state, columns: 50, rows: 10).weights == nil)
  }

  @Test func `A bar is as long as its weight is great`() throws {
    var state = state(.fanIn, ScreenTests.sizes[0])
    state.fanRow = 1
    var snapshot = Snapshot()
    snapshot.fan = FanSnapshot(
      neuron: state.neuron, isOutgoing: false,
      synapses: [
        .init(projection: 0, partner: NeuronAddress(population: 0, index: 7), weight: -2, delay: Milliseconds(1)),
        .init(projection: 0, partner: NeuronAddress(population: 0, index: 9), weight: 1, delay: Milliseconds(2)),
      ], first: 0, total: 2, greatest: 2)
    let (canvas, details) = try drawn(.weights, state, snapshot, columns: 50, rows: 8)
    let bars = canvas.lines.map { $0.filter { $0 == "█" }.count }
    #expect(bars[1] > 10 && bars[2] * 2 == bars[1] && bars[3] == 0)
    #expect(canvas.lines[1].contains("input[7]") && canvas.lines[1].contains("-2") && canvas.lines[1].hasSuffix("1 ms"))
    #expect(canvas.lines[2].hasPrefix("▸input[9]") && canvas.cursor == Point(x: 0, y: 2))
    #expect(details[0] == "2 synapses → hidden1[3]")
  }

  @Test func `A neuron without synapses says so`() throws {
    let state = state(.fanOut, ScreenTests.sizes[0])
    var snapshot = Snapshot()
    snapshot.fan = FanSnapshot(
      neuron: state.neuron, isOutgoing: true, synapses: [], first: 0, total: 0, greatest: 0)
    let text = try drawn(.weights, state, snapshot, columns: 50, rows: 8).canvas.lines.joined()
    #expect(text.contains("No synapse leaves hidden1[3]."))
  }

  @Test func `Fields are asked for by the page that holds the cursor's target`() throws {
    var state = state(.fields, ScreenTests.sizes[0])
    for post in [0, 4, 70, 127] {
      state.weights.post = post
      let fields = try #require(try request(.weights, state, columns: 50, rows: 20).weights).fields
      #expect(fields.contains(post) && fields == Array(fields[0]..<fields[0] + fields.count))
    }
    // Where sources are no picture, the matrix is shown instead.
    state.weights.projection = 1
    #expect(try #require(try request(.weights, state, columns: 50, rows: 20).weights).rows > 0)
  }

  @Test func `What is still being read says how far it is`() throws {
    var snapshot = Fixture.digits.snapshot(
      for: try request(.weights, state(.matrix, ScreenTests.sizes[0]), columns: 50, rows: 10),
      state(.matrix, ScreenTests.sizes[0]))
    snapshot.weights?.progress = 0.405
    let details = try drawn(.weights, state(.matrix, ScreenTests.sizes[0]), snapshot, columns: 50, rows: 10).details
    #expect(details[0] == "in, read 40 %")
  }
}
