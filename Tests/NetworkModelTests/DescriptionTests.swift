/// The values that describe a network.
import Basics
import NetworkModel
import Testing

@Suite struct DescriptionTests {
  private let some = Selection(population: "exc", ranges: [0...0, 3...3, 8...10])

  @Test func aSelectionCountsItsNeuronsInOrder() {
    #expect(some.count == 5)
    #expect((0..<5).map { some.index(at: $0) } == [0, 3, 8, 9, 10])
    #expect((0..<12).filter { some.contains($0) } == [0, 3, 8, 9, 10])
    #expect(Selection(all: "exc", size: 4).count == 4)
  }

  @Test func aSelectionReadsAsItIsWritten() {
    #expect(some.text == "exc[0,3,8..10]")
    #expect(Selection("inh", neuron: 17).text == "inh[17]")
  }

  @Test func boundsHoldWhateverIsDrawn() {
    #expect(ValueSource.constant(3).bounds == 3...3)
    #expect(ValueSource.uniform(low: -1, high: 2).bounds == -1...2)
    #expect(ValueSource.normal(mean: 0, deviation: 1, min: 0, max: nil).bounds.lowerBound == 0)
    #expect(ValueSource.lognormal(mu: 0, sigma: 1).bounds.lowerBound == 0)
    #expect(ValueSource.values([3, -1, 2]).bounds == -1...3)
    #expect(ValueSource.values([]).bounds == 0...0)
  }

  @Test func oneValueIsKnownAsOne() {
    #expect(ValueSource.constant(3).single == 3)
    #expect(ValueSource.uniform(low: 2, high: 2).single == 2)
    #expect(ValueSource.uniform(low: 2, high: 3).single == nil)
    #expect(ValueSource.normal(mean: 1, deviation: 0, min: nil, max: nil).single == nil)
  }

  @Test func anIssueIsOneLineThatEditorsUnderstand() {
    let place = SourceLocation(file: "net.yaml", line: 3, column: 7)
    #expect(
      Issue(at: place, "unknown key \"tau\"", hint: "did you mean \"tau_m\"?").description
        == "net.yaml:3:7: error: unknown key \"tau\" · did you mean \"tau_m\"?")
    #expect(Issue(.warning, at: place, "rounded").description == "net.yaml:3:7: warning: rounded")
  }

  @Test func theDataThatDrivesANetworkIsFoundByName() {
    var spec = NetworkSpec()
    spec.populations = [PopulationSpec(name: "in", shape: [8, 8], model: "Input")]
    let data = DataStimulus(dataset: "d", encoder: .current, presentSteps: 4)
    spec.stimuli = [StimulusSpec(into: Selection(all: "in", size: 64), .data(data))]
    #expect(spec.presentation == nil)
    spec.datasets = [
      Dataset(name: "d", values: Array(repeating: 0, count: 128), featureCount: 64, labels: [], presentedRows: [1])
    ]
    #expect(spec.presentation?.dataset.sampleCount == 2)
    #expect(spec.population("in")?.size == 64 && spec.population("out") == nil)
  }
}
