/// A table played into a network, and the vote that is read from it.
import Basics
import NetworkModel
import Testing

@testable import Simulation

@Suite struct DataTests {
  /// Two features, two classes, three rows, of which the last two are presented; the output adds up W·x.
  private func spec(
    _ encoder: DataStimulus.Encoder, steps: Int = 4, delay: Double = 0, order: DataStimulus.Order = .file
  ) -> NetworkSpec {
    var spec = NetworkSpec(dt: 1, PopulationSpec("in", 2, "Input"), PopulationSpec("out", 2, "Integrator"))
    spec.connect(
      "in", "out", .matrix(WeightMatrix(postCount: 2, preCount: 2, values: [1, 0.5, -1, 2])), delay: .constant(delay))
    spec.datasets = [
      Dataset(name: "d", values: [0, 0, 1, 0, 0.25, 1], featureCount: 2, labels: [9, 0, 1], presentedRows: [1, 2])
    ]
    let data = DataStimulus(dataset: "d", encoder: encoder, presentSteps: steps, order: order)
    spec.stimuli = [StimulusSpec(into: spec.all("in"), .data(data))]
    spec.readout = ReadoutSpec(population: "out", vote: .potential, at: [2, steps])
    return spec
  }

  private func outputs(_ simulation: borrowing Simulation) -> [Double] {
    [simulation.state(population: 1, variable: 0, index: 0), simulation.state(population: 1, variable: 0, index: 1)]
  }

  @Test func aConstantCurrentGivesTimesTheProductOfTheMatrix() throws {
    var simulation = try Simulation(spec(.current))
    for (row, product) in [(1, [1.0, -1]), (2, [0.75, 1.75]), (1, [1, -1])] {
      for step in 1...4 {
        simulation.step()
        #expect(outputs(simulation) == product.map { $0 * Double(step) })
        let shown = simulation.presentation
        #expect(shown?.row == row && shown?.step == step)
      }
    }
    #expect(simulation.tick.value == 12)
  }

  @Test func withADelayTheFirstStepsBringNothingAndTheLastAreDropped() throws {
    var simulation = try Simulation(spec(.current, delay: 1))
    simulation.spikes(steps: 4)
    #expect(outputs(simulation) == [3, -3])
    simulation.step()
    #expect(outputs(simulation) == [0, 0])
  }

  @Test func valuesOfOneAlwaysSpikeAndOfZeroNever() throws {
    var simulation = try Simulation(spec(.poisson, steps: 200))
    let spikes = simulation.spikes(steps: 400)
    #expect(spikes.filter { $0.tick <= 200 } == (1...200).map { Spike(tick: $0, neuron: 0) })
    let second = spikes.filter { $0.tick > 200 }
    #expect(second.filter { $0.neuron == 1 }.count == 200)
    // Binomial: 200 tries at 1/4.
    #expect(abs(Double(second.filter { $0.neuron == 0 }.count) - 50) < 4 * 37.5.squareRoot())
    #expect(simulation.synapticEvents == spikes.count * 2)
  }

  @Test func theReadoutCountsAtItsTimes() throws {
    var simulation = try Simulation(spec(.current))
    let made = Readout(simulation)
    var readout = try #require(made)
    for _ in 0..<8 {
      simulation.step()
      readout.observe(simulation)
    }
    #expect(readout.read == [2, 2] && readout.correct == [2, 2] && readout.vote == 1)
    readout.reset()
    #expect(readout.read == [0, 0] && readout.correct == [0, 0])
  }

  @Test func aTieGoesToTheLowestIndex() throws {
    var simulation = try Simulation(spec(.current))
    let made = Readout(simulation)
    var readout = try #require(made)
    readout.observe(simulation)
    #expect(readout.votes == [0, 0] && readout.vote == 0)
    simulation.step()
    readout.observe(simulation)
    #expect(readout.votes == [1, -1])
  }

  @Test func spikesAreCountedFromTheBeginningOfEverySample() throws {
    var spec = spec(.poisson)
    spec.populations[1] = PopulationSpec("out", 2, "IF_discrete", ["v_thresh": 2], words: ["reset": "soft"])
    spec.readout = ReadoutSpec(population: "out", vote: .spikes, at: [4])
    var simulation = try Simulation(spec)
    let made = Readout(simulation)
    var readout = try #require(made)
    for _ in 0..<4 {
      simulation.step()
      readout.observe(simulation)
    }
    #expect(readout.votes == [2, 0])
    simulation.step()
    readout.observe(simulation)
    #expect(readout.votes == [0, 1])
  }

  @Test func aShuffledPassShowsEveryRowOnceAndTheSameAgain() throws {
    var spec = spec(.current, steps: 1, order: .shuffled)
    spec.datasets[0] = Dataset(
      name: "d", values: Array(repeating: 0, count: 40), featureCount: 2, labels: [], presentedRows: Array(0..<20))
    var simulation = try Simulation(spec)
    func rows(_ simulation: inout Simulation) -> [Int] {
      var rows: [Int] = []
      for _ in 0..<40 {
        simulation.step()
        rows.append(simulation.presentation?.row ?? -1)
      }
      return rows
    }
    let first = rows(&simulation)
    #expect(first.prefix(20).sorted() == Array(0..<20) && first.suffix(20).sorted() == Array(0..<20))
    #expect(Array(first.prefix(20)) != Array(0..<20) && Array(first.prefix(20)) != Array(first.suffix(20)))
    simulation.restart()
    #expect(rows(&simulation) == first)
  }

  /// A chain with delays, so that at the end of a presentation spikes are under way, in rings and in lists.
  @Test func everyPresentationBeginsFromNothing() throws {
    var spec = spec(.current, steps: 7)
    spec.datasets[0] = Dataset(name: "d", values: [1, 1], featureCount: 2, labels: [], presentedRows: [0])
    spec.populations[1] = PopulationSpec("out", 2, "IF_curr_exp", ["tau_refrac": 1])
    spec.projections[0].weight = .constant(0)
    spec.projections[0].connector = .matrix(WeightMatrix(postCount: 2, preCount: 2, values: [90, 90, 0, 90]))
    spec.populations.append(PopulationSpec("next", 2, "IF_curr_exp"))
    spec.connect("out", "next", .allToAll, weight: .constant(1), delay: .constant(2))
    spec.connect("out", "out", .allToAll, weight: .constant(1), delay: .uniform(low: 2, high: 5))
    var simulation = try Simulation(spec)
    var histories: [[Double]] = []
    for _ in 0..<3 {
      var history: [Double] = []
      for _ in 0..<7 {
        simulation.step()
        history += simulation.lastSpikes.map(Double.init)
        for index in 0..<2 { history.append(simulation.state(population: 2, variable: 0, index: index)) }
      }
      histories.append(history)
    }
    #expect(histories[0] == histories[1] && histories[1] == histories[2])
    #expect(histories[0].contains(2) && (histories[0].last ?? -65) > -65)
  }

  @Test func analogInputWithDelaysThatDifferIsRefused() throws {
    var spec = spec(.current)
    spec.projections[0].delay = .uniform(low: 1, high: 5)
    #expect(throws: BuildError.mixedDelaysOnInput(projection: "in->out/0")) { _ = try Simulation(spec) }
  }
}
