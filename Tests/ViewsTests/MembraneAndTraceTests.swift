/// Potentials as bars and as curves, against positions worked out by hand.
import Basics
import Debugger
import Terminal
import Testing
import Workbench

struct MembraneAndTraceTests {
  private let state = Fixture.cuba.state(Size(columns: 80, rows: 24))

  private func bars(_ bars: [BarsSnapshot.Bar], first: Int = 16) -> Snapshot {
    var snapshot = Snapshot()
    snapshot.bars = BarsSnapshot(population: 0, first: first, bars: bars)
    return snapshot
  }

  private func bar(_ v: Double, refractory: Double = 0, fired: Bool = false) -> BarsSnapshot.Bar {
    BarsSnapshot.Bar(v: v, threshold: -50, reset: -60, refractory: refractory, fired: fired)
  }

  @Test func `A bar ends where its potential is and threshold and reset are marked`() throws {
    // 2 for the index, 9 for the value, 4 between: 42 cells are left for −70 … −49, half a millivolt each.
    let snapshot = bars([bar(-65), bar(-60), bar(-49), bar(-60, refractory: 3.14)])
    let lines = try drawn(.membrane, state, snapshot, columns: 57, rows: 5).canvas.lines
    #expect(lines[0].filter { $0 == "█" }.count == 10)
    #expect(lines[0].contains("╎") && lines[0].contains("┊"))
    #expect(lines[1].filter { $0 == "█" }.count == 20)
    #expect(lines[2].filter { $0 == "█" }.count == 42)
    #expect(lines[3].contains("R 3.1 ms"))
    #expect(lines[1].hasPrefix("▸17"))
    #expect(lines[0].hasSuffix("-65.0 mV"))
    let threshold = try #require(Array(lines[0]).firstIndex(of: "┊"))
    #expect(abs(threshold - (4 + 40)) <= 1)
  }

  @Test func `A spike has a mark of its own`() throws {
    let lines = try drawn(.membrane, state, bars([bar(-60, fired: true), bar(-61)]), columns: 57, rows: 4).canvas.lines
    #expect(lines[0].contains("▲"))
    #expect(!lines[1].contains("▲"))
  }

  @Test func `A neuron without threshold is drawn on the scale of what there is`() throws {
    let values = [-3.0, 0, 7].map {
      BarsSnapshot.Bar(v: $0, threshold: .nan, reset: .nan, refractory: 0, fired: false)
    }
    let lines = try drawn(.membrane, state, bars(values), columns: 57, rows: 6).canvas.lines
    let lengths = lines.prefix(3).map { line in line.filter { $0 == "█" }.count }
    #expect(lengths[0] < lengths[1] && lengths[1] < lengths[2])
    #expect(lines[5].contains("no threshold"))
  }

  @Test func `A source has no membrane and says so`() throws {
    var state = state
    state.network?.populations[0].model = "SpikeSourcePoisson"
    let text = try drawn(.membrane, state, Snapshot(), columns: 60, rows: 6).canvas.lines.joined()
    #expect(text.contains("has no membrane"))
    #expect(text.contains("J selects the next population."))
  }

  private func trace(_ values: [Float], spiked: [Int] = []) -> Snapshot {
    var snapshot = Fixture.cuba.snapshot(for: ObservationRequest(neuron: state.neuron, window: state.window), state)
    snapshot.trace = TraceSnapshot(
      neuron: state.neuron, variable: "v", minima: values, maxima: values,
      spiked: values.indices.map { spiked.contains($0) }, end: Milliseconds(500), window: Milliseconds(500))
    return snapshot
  }

  @Test func `Spikes are drawn up to the top`() throws {
    let values = [Float](repeating: -60, count: 40)
    let quiet = try drawn(.trace, state, trace(values), columns: 28, rows: 9).canvas
    let spiking = try drawn(.trace, state, trace(values, spiked: [10]), columns: 28, rows: 9).canvas
    #expect((0..<20).allSatisfy { quiet[8 + $0, 0] == .blank })
    for row in 0..<7 { #expect(spiking[8 + 5, row].style == TestThemes.trueColor[.spike]) }
    #expect(spiking[8 + 6, 0] == .blank)
  }

  @Test func `Threshold and reset lie at their labels`() throws {
    let lines = try drawn(.trace, state, trace([Float](repeating: -55, count: 60)), columns: 60, rows: 16).canvas.lines
    let threshold = try #require(lines.firstIndex { $0.contains(" threshold ") })
    let reset = try #require(lines.firstIndex { $0.contains(" reset ") })
    #expect(lines[threshold].contains("-50"))
    #expect(lines[reset].contains("-60"))
    #expect(threshold < reset)
    #expect(lines[15].contains("-400 ms") && lines[15].hasSuffix("now"))
  }

  @Test func `With a soft reset there is no line for one`() throws {
    var snapshot = trace([Float](repeating: -55, count: 60))
    let index = try #require(state.selectedModel?.parameters.firstIndex { $0.name == "reset" })
    snapshot.neuron?.parameters[index] = .choice("soft")
    let lines = try drawn(.trace, state, snapshot, columns: 60, rows: 16).canvas.lines
    #expect(lines.contains { $0.contains(" threshold ") })
    #expect(!lines.contains { $0.contains(" reset ") })
  }

  @Test func `Another neuron's trace is not shown as this one's`() throws {
    var snapshot = trace([Float](repeating: -55, count: 60))
    snapshot.trace?.neuron.index += 1
    let text = try drawn(.trace, state, snapshot, columns: 60, rows: 16).canvas.lines.joined()
    #expect(text.contains("Nothing recorded yet."))
  }
}
