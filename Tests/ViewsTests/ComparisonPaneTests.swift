/// Two branches laid over each other, on screens of every size and without colours.
import Basics
import Debugger
import Support
import Terminal
import Testing
import Views
import Workbench

struct ComparisonPaneTests {
  /// Neurons that fire alike for 20 ms; then one in the second branch alone, and after it more and more.
  private static func comparison() -> BranchComparison {
    var comparison = BranchComparison(
      a: BranchComparison.Line(number: 0, name: "main", reason: nil),
      b: BranchComparison.Line(number: 1, name: "branch 1", reason: "without spike inh[3] at 80.1 ms"),
      dt: Milliseconds(0.1), parting: Tick(800), end: Tick(1500),
      populations: [
        BranchComparison.Population(name: "exc", size: 3200, firstNeuron: 0),
        BranchComparison.Population(name: "inh", size: 800, firstNeuron: 3200),
      ], spikesEnd: Tick(1500))
    let random = CounterRNG(seed: 4, stream: "comparison")
    for step in 801...1500 {
      var neurons = (0..<2).map { UInt32(4000 * random.uniform(UInt64(step), UInt64($0))) }
      neurons.sort()
      for neuron in neurons {
        let isFar = step > 1000 && random.uniform(UInt64(step), 10 + UInt64(neuron)) < Double(step - 1000) / 500
        let side: BranchComparison.Side? = isFar ? (neuron % 2 == 0 ? .a : .b) : nil
        comparison.spikes.append(BranchComparison.Spike(tick: Tick(step), neuron: neuron, side: side))
        let place = neuron < 3200 ? 0 : 1
        switch side {
        case nil: comparison.populations[place].both += 1
        case .a: comparison.populations[place].onlyA += 1
        case .b: comparison.populations[place].onlyB += 1
        }
      }
    }
    comparison.firstSpikes = [comparison.spikes.first { $0.side != nil }].compactMap { $0 }
    comparison.parted = Tick(801)
    comparison.firstDifference = BranchComparison.Difference(
      tick: Tick(803), neuron: 412, variable: "v", unit: "mV", a: -53.2134, b: -53.1893, neurons: 79)
    comparison.neurons = [
      BranchComparison.Neuron(neuron: 77, spikesA: 3, spikesB: 1, alone: 4),
      BranchComparison.Neuron(neuron: 3210, spikesA: 0, spikesB: 2, alone: 2),
    ]
    return comparison
  }

  private func state(_ size: Size) -> WorkbenchState {
    var state = Fixture.cuba.state(size)
    state.comparison = Self.comparison()
    state.views.append(.comparison)
    state.focus = .comparison
    state.isZoomed = true
    return state
  }

  @Test(arguments: ScreenTests.sizes)
  func `In braille and true colour, 16 colours, and ASCII without colour`(_ size: Size) {
    for (theme, name) in TestThemes.all {
      expectScreen(
        Fixture.cuba.screen(state(size), theme), "view.compare.\(size.columns)x\(size.rows).\(name)")
    }
  }

  /// Signs alone tell the branches apart.
  @Test func everySpikeIsInACell() {
    let size = Size(columns: 120, rows: 36)
    let comparison = Self.comparison()
    for (theme, _) in TestThemes.all {
      var canvas = Canvas(size: size)
      let area = Rect(x: 0, y: 0, width: size.columns, height: size.rows)
      ComparisonPane.draw(ComparisonPane.model(state(size), nil), in: area, on: &canvas, theme: theme)
      var text = ""
      for y in 0..<size.rows {
        for x in 0..<size.columns { text.unicodeScalars.append(Unicode.Scalar(canvas[x, y].scalar) ?? " ") }
      }
      #expect(text.contains(comparison.firstSpikes[0].side == .a ? "in A alone" : "in B alone"))
      #expect(text.contains("exc[412].v") && text.contains("without spike inh[3] at 80.1 ms"))
    }
  }

  @Test func itSaysWhatToDoAndHowFarItIs() {
    var state = Fixture.cuba.state(Size(columns: 80, rows: 24))
    let words = ComparisonPane.words(ComparisonPane.model(self.state(Size(columns: 80, rows: 24)), nil))
    #expect(words?.contains { $0.text.hasPrefix("first spike: ") } == true)
    #expect(ComparisonPane.words(ComparisonPane.model(state, nil)) == nil)
    var snapshot = Snapshot()
    snapshot.timeline.comparing = 0.42
    #expect(ComparisonPane.details(ComparisonPane.model(state, snapshot)) == ["42 %"])
    state.network = nil
    #expect(ComparisonPane.details(ComparisonPane.model(state, nil)).isEmpty)
  }
}
