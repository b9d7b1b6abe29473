/// Random sources: their rates and variability, within bounds that a fair source leaves once in ten thousand runs.
import Basics
import NetworkModel
import Testing

@testable import Simulation

@Suite struct SourceTests {
  /// Spike ticks of each of `size` sources over `steps`.
  private func trains(rate: Double, size: Int, steps: Int, dt: Double) throws -> [[Int]] {
    var simulation = try Simulation(
      NetworkSpec(dt: dt, PopulationSpec("s", size, "SpikeSourcePoisson", ["rate": rate])))
    var trains = Array(repeating: [Int](), count: size)
    for spike in simulation.spikes(steps: steps) { trains[spike.neuron].append(spike.tick) }
    return trains
  }

  @Test(arguments: [(20.0, 1.0), (100, 0.1), (200, 1)])
  func aPoissonSourceHasTheRateAndTheVariabilityOfAPoissonProcess(rate: Double, dt: Double) throws {
    let (size, steps) = (50, 20_000)
    let trains = try trains(rate: rate, size: size, steps: steps, dt: dt)
    let p = 1 - Elementary.exp(-rate * dt / 1000)
    let trials = Double(size * steps)
    let count = Double(trains.reduce(0) { $0 + $1.count })
    #expect(abs(count - trials * p) < 4 * (trials * p * (1 - p)).squareRoot())

    let counts = trains.map { Double($0.count) }
    let fano = variance(counts) / mean(counts)
    // The variance of n counts is off by √(2/n) of itself.
    #expect(abs(fano - (1 - p)) < 4 * (2 / Double(size)).squareRoot())

    let intervals = trains.flatMap { zip($0.dropFirst(), $0).map { Double($0 - $1) } }
    let cv = variance(intervals).squareRoot() / mean(intervals)
    #expect(abs(cv - (1 - p).squareRoot()) < 4 / Double(intervals.count).squareRoot())
  }

  @Test func sourcesAreIndependentOfEachOther() throws {
    let trains = try trains(rate: 500, size: 40, steps: 10_000, dt: 1)
    let p = 1 - Elementary.exp(-0.5)
    let sets = trains.map(Set.init)
    for (a, b) in [(0, 1), (0, 4), (3, 17), (12, 39)] {
      let together = Double(sets[a].intersection(sets[b]).count)
      let deviation = (10_000 * p * p * (1 - p * p)).squareRoot()
      #expect(abs(together - 10_000 * p * p) < 4 * deviation, "\(a) and \(b)")
    }
  }

  @Test func aSourceIsActiveBetweenItsStartAndItsEnd() throws {
    var simulation = try Simulation(
      NetworkSpec(
        dt: 1, PopulationSpec("s", 1, "SpikeSourcePoisson", ["rate": 1e6, "start": 10, "duration": 5])))
    // In steps with start ≤ t < start + duration; a spike of step n is stamped n + 1.
    #expect(simulation.spikes(steps: 30).map(\.tick) == [11, 12, 13, 14, 15])
  }

  @Test func addingToTheNetworkChangesNoOtherStream() throws {
    var small = NetworkSpec(
      PopulationSpec("n", 20, "IF_curr_exp", initial: ["v": .uniform(low: -60, high: -50)]),
      PopulationSpec("s", 50, "SpikeSourcePoisson", ["rate": 300]))
    small.connect(
      "s", "n", .fixedProbability(0.3), weight: .uniform(low: 0, high: 1), delay: .uniform(low: 0.1, high: 3))
    var large = small
    large.populations.insert(PopulationSpec("other", 30, "SpikeSourcePoisson", ["rate": 100]), at: 0)
    large.populations.append(PopulationSpec("sink", 30, "IF_curr_exp"))
    large.projections.insert(
      ProjectionSpec(
        name: "more", from: large.all("other"), to: large.all("sink"), connector: .fixedProbability(0.2),
        weight: .uniform(low: 0, high: 1), delay: .constant(1)), at: 0)
    var first = try Simulation(small)
    var second = try Simulation(large)
    let alone = first.spikes(steps: 1000)
    let together = second.spikes(steps: 1000).filter { (30..<100).contains($0.neuron) }
      .map { Spike(tick: $0.tick, neuron: $0.neuron - 30) }
    #expect(alone == together)
    #expect(alone.contains { $0.neuron < 20 })
  }

  @Test(arguments: [0.02, 0.7, 40])
  func thePoissonStimulusIsAPoissonNumberInEveryStep(mean expected: Double) throws {
    let (size, steps) = (20, 2000)
    var spec = NetworkSpec(dt: 1, PopulationSpec("n", size, "Integrator"))
    spec.stimuli = [
      StimulusSpec(into: spec.all("n"), .poisson(rate: expected * 1000, weight: 1, receptor: .excitatory))
    ]
    var simulation = try Simulation(spec)
    var numbers: [Double] = []
    var last = Array(repeating: 0.0, count: size)
    for _ in 0..<steps {
      simulation.step()
      for index in 0..<size {
        let v = simulation.state(population: 0, variable: 0, index: index)
        numbers.append(v - last[index])
        last[index] = v
      }
    }
    let n = Double(size * steps)
    #expect(numbers.allSatisfy { $0 >= 0 && $0 == $0.rounded() })
    #expect(abs(mean(numbers) - expected) < 4 * (expected / n).squareRoot())
    // The variance of a Poisson sample is off by √((2 + 1/mean)/n) of itself.
    #expect(abs(variance(numbers) / expected - 1) < 4 * ((2 + 1 / expected) / n).squareRoot())
    #expect(Double(simulation.synapticEvents) == numbers.reduce(0, +))
  }

  @Test func givenTimesAreKeptAndDuplicatesAreOneSpike() throws {
    var simulation = try Simulation(NetworkSpec(PopulationSpec("s", times: [[0.1, 0.5, 0.5, 2], [], [0.5]])))
    let expected = [
      Spike(tick: 1, neuron: 0), Spike(tick: 5, neuron: 0), Spike(tick: 5, neuron: 2), Spike(tick: 20, neuron: 0),
    ]
    #expect(simulation.spikes(steps: 30) == expected)
  }

  @Test func currentsActInStepsFromTheirStartToBeforeTheirEnd() throws {
    var spec = NetworkSpec(dt: 1, PopulationSpec("n", 2, "Integrator"))
    spec.stimuli = [
      StimulusSpec(into: Selection("n", neuron: 1), .current(amplitude: 1, from: Milliseconds(3), to: Milliseconds(6))),
      StimulusSpec(into: spec.all("n"), .current(amplitude: 10, from: Milliseconds(5), to: nil)),
    ]
    var simulation = try Simulation(spec)
    var seen: [[Double]] = []
    for _ in 0..<8 {
      simulation.step()
      seen.append((0..<2).map { simulation.state(population: 0, variable: 0, index: $0) })
    }
    #expect(seen.map(\.first) == [0, 0, 0, 0, 0, 10, 20, 30])
    #expect(seen.map(\.last) == [0, 0, 0, 1, 2, 13, 23, 33])
  }

  private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  private func variance(_ values: [Double]) -> Double {
    let mean = mean(values)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
  }
}
